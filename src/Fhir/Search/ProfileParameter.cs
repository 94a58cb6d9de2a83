using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Makes search parameters whose values the domain finds: R4's own where it has one of the name, a profile's otherwise.</summary>
internal static class ProfileParameter
{
    // The empty collection: nothing is looked for in a resource.
    private const string Nowhere = "{}";

    /// <summary>The parameter <paramref name="code"/> of the resources <paramref name="resource"/>, searched as its <paramref name="type"/> is.</summary>
    public static SearchParameterSchema Of(string resource, string code, string type) => new(
        code, type, Nowhere, [resource], [], R4.SearchParameters(resource).FirstOrDefault(known => known.Code == code)?.Url ?? "", []);
}
