using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Outcomes;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>What an entry of a batch or a transaction is answered.</summary>
/// <param name="Status">Code and reason of HTTP: <c>201 Created</c>.</param>
/// <param name="Resource">Writes what was asked for, if anything was.</param>
/// <param name="Location">Where the version that was made can be read.</param>
/// <param name="Tag">The tag of the version.</param>
/// <param name="At">When it was made.</param>
/// <param name="Refusals">Why nothing was done.</param>
public sealed record EntryAnswer(
    string Status, Action<Utf8JsonWriter>? Resource = null, string? Location = null, string? Tag = null, DateTimeOffset? At = null,
    IReadOnlyList<Refusal>? Refusals = null);

/// <summary>Writes the answers of a batch or a transaction, in the order of what was asked.</summary>
public static class ResponseBundleWriter
{
    /// <summary>Writes <paramref name="answers"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="type"><c>batch-response</c> or <c>transaction-response</c>.</param>
    /// <param name="answers">One for each entry.</param>
    public static void Write(Utf8JsonWriter json, string type, IReadOnlyCollection<EntryAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answers);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", type);
            json.WriteArrayIfAny("entry", answers, answer =>
            {
                if (answer.Resource is { } resource)
                {
                    json.WritePropertyName("resource");
                    resource(json);
                }

                json.WriteObject("response", () => WriteResponse(json, answer));
            });
        });
    }

    private static void WriteResponse(Utf8JsonWriter json, EntryAnswer answer)
    {
        json.WriteString("status", answer.Status);
        json.WriteStringIfAny("location", answer.Location);
        json.WriteStringIfAny("etag", answer.Tag);
        if (answer.At is { } at)
        {
            json.WriteInstant("lastModified", at);
        }

        if (answer.Refusals is { } refusals)
        {
            json.WritePropertyName("outcome");
            OperationOutcomeWriter.Write(json, refusals);
        }
    }
}
