using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Renditions;

namespace MonEspaceSante.Api.Fhir;

/// <summary>A body that is FHIR R4.</summary>
/// <param name="Resource">What it says.</param>
/// <param name="Sent">The bytes that were sent, by which a repetition is known.</param>
internal sealed record ReceivedResource(FhirResource Resource, ReadOnlyMemory<byte> Sent);

/// <summary>Reads bodies that are FHIR R4, in JSON or XML.</summary>
internal static class FhirBodies
{
    /// <summary>The resource in the body of the request, of at most <paramref name="limit"/> bytes; its form is R4's, its rules are not looked at yet.</summary>
    public static async Task<FhirReading<ReceivedResource>> ReadAsync(HttpContext context, long limit)
    {
        if (FhirMedia.OfBody(context.Request) is not { } format)
        {
            return new(null, [EdgeRefusals.MediaTypeUnsupported]);
        }

        var body = await Bodies.ReadAsync(context, limit);
        if (!body.Accepted)
        {
            return new(null, [body.Refusal]);
        }

        var read = format is FhirFormat.Xml ? FhirResource.FromXml(body.Value) : FhirResource.FromJson(body.Value);
        return new(read.Accepted ? new(read.Value, body.Value) : null, read.Faults);
    }
}
