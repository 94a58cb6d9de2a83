using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Resources;

/// <summary>The routes of the resources that spaces keep as they are sent: one for each interaction, whatever the type.</summary>
internal static class ResourceRoutes
{
    private const string Type = $"/{{type:{KeptTypeConstraint.Name}}}";

    public static void MapResources(this FhirRoutes fhir)
    {
        fhir.MapEach(Each("create", conditional: true), Type, ResourceWriting.CreateAsync);
        fhir.MapEach(Each("update", conditional: true), $"{Type}/{{id}}", ResourceWriting.UpdateAsync);
        fhir.MapEach(Each("update", conditional: true), Type, ResourceWriting.UpdateWhereAsync);
        fhir.MapEach(Each("delete"), $"{Type}/{{id}}", ResourceWriting.DeleteAsync);
        fhir.MapEach(Each("read", conditional: true), $"{Type}/{{id}}", ResourceReading.ReadAsync);
        fhir.MapEach(Each("vread"), $"{Type}/{{id}}/_history/{{version:int}}", ResourceReading.ReadVersionAsync);
        fhir.MapEach(Each("history-instance"), $"{Type}/{{id}}/_history", ResourceReading.HistoryAsync);
        fhir.MapEach([.. KeptType.All.Select(kept => SearchOf(SearchableType.Of(kept.Name)))], Type, ResourceSearch.SearchAsync);
    }

    private static DeclaredInteraction[] Each(string interaction, bool conditional = false) =>
        [.. KeptType.All.Select(kept => new DeclaredInteraction(kept.Name, interaction) { Conditional = conditional })];

    private static DeclaredInteraction SearchOf(SearchableType type) => new(type.Name, "search-type", [.. type.Parameters.Select(parameter =>
        new DeclaredSearchParameter(parameter.Schema.Code, parameter.Schema.Type, parameter.Schema.Url))])
    {
        Includes = type.Includes,
        ReverseIncludes = type.ReverseIncludes,
    };
}
