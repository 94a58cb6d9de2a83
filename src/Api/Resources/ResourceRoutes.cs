using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Resources;

/// <summary>The routes of the resources that spaces keep as they are sent: the same interactions for every type.</summary>
internal static class ResourceRoutes
{
    public static void MapResources(this FhirRoutes fhir)
    {
        foreach (var kept in KeptType.All)
        {
            fhir.MapWriting(kept.Name, $"/{kept.Name}");
            fhir.MapReading(kept.Name, $"/{kept.Name}");
        }
    }

    private static void MapWriting(this FhirRoutes fhir, string type, string path)
    {
        fhir.Map(new(type, "create") { Conditional = true }, path, (HttpContext context, ResourceReception reception, ResourceDesk desk) =>
            ResourceWriting.CreateAsync(context, type, reception, desk));
        fhir.Map(new(type, "update") { Conditional = true }, $"{path}/{{id}}", (HttpContext context, string id, ResourceReception reception, ResourceDesk desk) =>
            ResourceWriting.UpdateAsync(context, type, id, reception, desk));
        fhir.Map(new(type, "update") { Conditional = true }, path, (HttpContext context, ResourceReception reception, ResourceDesk desk) =>
            ResourceWriting.UpdateWhereAsync(context, type, reception, desk));
        fhir.Map(new(type, "delete"), $"{path}/{{id}}", (HttpContext context, string id, ResourceDesk desk) =>
            ResourceWriting.DeleteAsync(context, type, id, desk));
    }

    private static void MapReading(this FhirRoutes fhir, string type, string path)
    {
        fhir.Map(new(type, "read") { Conditional = true }, $"{path}/{{id}}", (HttpContext context, string id, ResourceDesk desk) =>
            ResourceReading.ReadAsync(context, type, id, desk));
        fhir.Map(new(type, "vread"), $"{path}/{{id}}/_history/{{version:int}}", (HttpContext context, string id, int version, ResourceDesk desk) =>
            ResourceReading.ReadVersionAsync(context, type, id, version, desk));
        fhir.Map(new(type, "history-instance"), $"{path}/{{id}}/_history", (HttpContext context, string id, ResourceDesk desk) =>
            ResourceReading.HistoryAsync(context, type, id, desk));
        fhir.Map(SearchOf(SearchableType.Of(type)), path, type is "Observation" ? MeasureEndpoints.SearchAsync
            : (HttpContext context, SearchPages pages, ResourceSearch search) => ResourceSearch.SearchAsync(context, type, pages, search));
    }

    /// <summary>The search of <paramref name="type"/>, with its parameters.</summary>
    public static DeclaredInteraction SearchOf(SearchableType type) => new(type.Name, "search-type", [.. type.Parameters.Select(parameter =>
        new DeclaredSearchParameter(parameter.Schema.Code, parameter.Schema.Type, parameter.Schema.Url))])
    {
        Includes = type.Includes,
        ReverseIncludes = type.ReverseIncludes,
    };
}
