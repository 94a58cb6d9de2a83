using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Reads which document another replaces (TD2.1).</summary>
internal static class RelationReader
{
    private const string Conditional = "DocumentReference?identifier=";
    private const string Logical = "DocumentReference/";

    public static (string? UniqueId, Guid? LogicalId) Read(FhirNode resource, Faults faults)
    {
        var relations = resource.Each("relatesTo").ToList();
        foreach (var other in relations.Where(relation => relation["code"].Text is not "replaces"))
        {
            faults.Add(DocumentFaults.RelationUnsupported, other["code"].Path);
        }

        if (relations.Count > 1)
        {
            faults.Add(FhirRefusals.TooManyElements, resource.PathOf("relatesTo"));
        }

        return relations is [var replaced] ? Replaced(replaced["target"], faults) : default;
    }

    private static (string? UniqueId, Guid? LogicalId) Replaced(FhirNode target, Faults faults)
    {
        if (UniqueIdReader.OfIdentifier(target["identifier"]) is { } uniqueId)
        {
            return (uniqueId, null);
        }

        if (target["reference"].Text is { } reference && OfReference(reference) is var named && named != default)
        {
            return named;
        }

        faults.Add(DocumentFaults.ReplacedUnreadable, target.Path);
        return default;
    }

    /// <summary>The document that <paramref name="reference"/>, or the address of a patch, names; neither where it is not read.</summary>
    public static (string? UniqueId, Guid? LogicalId) OfReference(string reference)
    {
        if (reference.StartsWith(Conditional, StringComparison.Ordinal)
            && UniqueIdReader.OfToken(Uri.UnescapeDataString(reference[Conditional.Length..])) is { } searched)
        {
            return (searched, null);
        }

        if (reference.StartsWith(Logical, StringComparison.Ordinal) && ResourceId.TryParse(reference[Logical.Length..], out var replaced))
        {
            return (null, replaced.Thing);
        }

        return default;
    }
}
