using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>What became of an entry of a transaction.</summary>
/// <param name="Location">Where the resource is: its type and id.</param>
/// <param name="Created">Whether it was made now; an object may have been there.</param>
public sealed record MeasureResponse(string Location, bool Created);

/// <summary>Writes the answer to a measure: a Bundle of the type transaction-response, an entry for each of the request, in its order.</summary>
public static class MeasureResponseWriter
{
    /// <summary>Writes <paramref name="responses"/>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<MeasureResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(responses);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "transaction-response");
            json.WriteArray("entry", () =>
            {
                foreach (var response in responses)
                {
                    json.AddObject(() => json.WriteObject("response", () =>
                    {
                        json.WriteString("status", response.Created ? "201 Created" : "200 OK");
                        json.WriteString("location", response.Location);
                    }));
                }
            });
        });
    }
}
