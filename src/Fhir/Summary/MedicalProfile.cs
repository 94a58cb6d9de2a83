using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>The medical profile (profil médical): what a person fills in of their health, as resources.</summary>
public static class MedicalProfile
{
    /// <summary>The types of resources that it is made of.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["AllergyIntolerance", "Condition", "Immunization", "MedicationStatement", "Procedure", "FamilyMemberHistory"];

    /// <summary>Why <paramref name="resource"/> is no item of the profile: it names nothing that a person can read. Free text is enough (<c>code.text</c>).</summary>
    /// <returns><see cref="SummaryRefusals.LabelMissing"/> with its place; <see langword="null"/> where all is well, or it is of another type.</returns>
    public static Refusal? Fault(FhirResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (!Types.Contains(resource.Type))
        {
            return null;
        }

        var concept = ConceptOf(resource.Root);
        return AbsenceStatement.Of(concept) is null && LabelOf(concept) is null ? SummaryRefusals.LabelMissing.At(PathOf(concept, resource.Root)) : null;
    }

    /// <summary>The code by which <paramref name="resource"/> names what it is about.</summary>
    internal static FhirNode ConceptOf(FhirNode resource) => resource.Type?.Name switch
    {
        "Immunization" => resource["vaccineCode"],
        "MedicationStatement" => resource["medicationCodeableConcept"] is { Exists: true } concept ? concept : Contained(resource)["code"],
        "FamilyMemberHistory" => resource["relationship"],
        "DocumentReference" => resource["type"],
        _ => resource["code"],
    };

    /// <summary>What a person reads of <paramref name="concept"/>: its text before the words of its codes.</summary>
    internal static string? LabelOf(FhirNode concept) =>
        concept["text"].Text ?? concept.Each("coding").Select(coding => coding["display"].Text).FirstOrDefault(display => display is not null);

    // The medicine of a statement may be told in full inside of it.
    private static FhirNode Contained(FhirNode statement) =>
        statement["medicationReference"]["reference"].Text is ['#', .. var id]
            ? statement.Each("contained").FirstOrDefault(contained => contained["id"].Text == id)
            : default;

    private static string PathOf(FhirNode concept, FhirNode resource) => concept.Exists ? concept.Path : resource.Path;
}
