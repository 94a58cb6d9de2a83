namespace MonEspaceSante.Fhir.Json;

/// <summary>Resources inside a resource.</summary>
internal static class Contained
{
    /// <summary>The one that <c>#id</c> points at.</summary>
    public static FhirNode? Find(FhirNode resource, string id)
    {
        var found = resource.Each("contained").FirstOrDefault(contained => contained["id"].Text == id);
        return found.Exists ? found : null;
    }
}
