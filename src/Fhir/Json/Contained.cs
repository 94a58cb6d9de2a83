using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Json;

/// <summary>Resources inside a resource.</summary>
internal static class Contained
{
    /// <summary>The one that <c>#id</c> points at; none where there is no such resource.</summary>
    public static FhirNode Find(FhirNode resource, string id) => resource.Each("contained").FirstOrDefault(contained => contained["id"].Text == id);
}
