using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Resources;

/// <summary>How resources of spaces, and what became of them, are answered.</summary>
internal static class ResourceAnswers
{
    /// <summary>The resource as it stands, or stood in one version.</summary>
    public static IResult Shown(KeptResource resource, SpaceId space) => FhirResults.Resource(
        json => KeptBody.Write(json, resource.Body, new(space, resource.Id), resource.Version, resource.UpdatedAt),
        version: resource.Version, updated: resource.UpdatedAt);

    /// <summary>The resource was written: 201 where that made it.</summary>
    public static IResult Written(HttpContext context, SpaceId space, ResourceReceipt receipt, JsonText body) => FhirResults.Resource(
        json => KeptBody.Write(json, body, new(space, receipt.Id), receipt.Version, receipt.At),
        receipt.Effect is ResourceEffect.Recorded ? StatusCodes.Status201Created : StatusCodes.Status200OK,
        receipt.Version, receipt.At, Address(context, space, receipt));

    /// <summary>Where the version that a receipt tells of can be read.</summary>
    public static string Address(HttpContext context, SpaceId space, ResourceReceipt receipt) =>
        $"{FhirRoutes.BaseOf(context)}/{receipt.Type}/{new ResourceId(space, receipt.Id)}/_history/{receipt.Version}";
}
