using MonEspaceSante.Fhir.Capabilities;

namespace MonEspaceSante.Api.Fhir;

/// <summary>The CapabilityStatement, written from the routes that were mapped.</summary>
internal static class MetadataEndpoint
{
    private static readonly string Version = typeof(MetadataEndpoint).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
    private static readonly DateTimeOffset Built = File.GetLastWriteTimeUtc(typeof(MetadataEndpoint).Assembly.Location);

    public static void MapMetadata(this FhirRoutes fhir) => fhir.MapOpen("/metadata", (HttpContext context) =>
        FhirResults.Resource(json => CapabilityStatementWriter.Write(
            json, new CapabilityHeading(FhirRoutes.BaseOf(context), Version, Built, ["application/fhir+json", "application/fhir+xml"]), fhir.Mapped)));
}
