using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>A type of resource that spaces keep as it is sent, and where it names its patient. Who may write and read one, the domain decides.</summary>
/// <param name="Name">The type.</param>
/// <param name="Patient">The element that names the patient.</param>
public sealed record KeptType(string Name, string Patient)
{
    private static readonly FrozenDictionary<string, KeptType> ByName = new KeptType[]
    {
        new("AllergyIntolerance", "patient"),
        new("Appointment", "participant"),
        new("Condition", "subject"),
        new("Device", "patient"),
        new("FamilyMemberHistory", "patient"),
        new("Immunization", "patient"),
        new("MedicationStatement", "subject"),
        new("Observation", "subject"),
        new("Procedure", "subject"),
        new("QuestionnaireResponse", "subject"),
    }.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<KeptType> All { get; } = [.. ByName.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The type of this name; <see langword="null"/> where spaces keep none.</summary>
    public static KeptType? Of(string name) => ByName.GetValueOrDefault(name);
}
