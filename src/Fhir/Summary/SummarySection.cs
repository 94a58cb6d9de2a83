using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>A section of a summary.</summary>
/// <param name="Code">Its LOINC code (HL7 IPS 1.1.0, sections of the Composition).</param>
/// <param name="Display">The display of the code.</param>
/// <param name="French">Its title in French.</param>
/// <param name="English">Its title in English.</param>
/// <param name="Holds">Which resources are in it.</param>
internal sealed record SummarySection(string Code, string Display, string French, string English, Func<FhirNode, bool> Holds)
{
    // What is over is history (IPS, past illness): it is not shown as what a person has.
    private static readonly string[] Over = ["inactive", "remission", "resolved"];

    // Said to be wrong, or never done: not of the person.
    private static readonly string[] Discarded = ["entered-in-error", "cancelled", "not-taken", "preparation"];

    /// <summary>The sections, in the order of IPS. Family history is of the medical profile and has no section there: it comes last.</summary>
    public static IReadOnlyList<SummarySection> All { get; } =
    [
        new("11450-4", "Problem list - Reported", "Problèmes de santé", "Problems", resource => Is(resource, "Condition") && !IsOver(resource)),
        new("10160-0", "History of Medication use Narrative", "Traitements", "Medications", resource => Is(resource, "MedicationStatement")),
        new("48765-2", "Allergies and adverse reactions Document", "Allergies et intolérances", "Allergies and intolerances", resource => Is(resource, "AllergyIntolerance")),
        new("11369-6", "History of Immunization Narrative", "Vaccinations", "Immunizations", resource => Is(resource, "Immunization")),
        new("30954-2", "Relevant diagnostic tests/laboratory data Narrative", "Mesures et résultats", "Measures and results", resource => Is(resource, "Observation")),
        new("47519-4", "History of Procedures Document", "Actes et interventions", "Procedures", resource => Is(resource, "Procedure")),
        new("11348-0", "History of Past illness Narrative", "Antécédents", "Past illnesses", resource => Is(resource, "Condition") && IsOver(resource)),
        new("42348-3", "Advance directives", "Directives anticipées", "Advance directives", resource => Is(resource, "DocumentReference")),
        new("10157-6", "History of family member diseases Narrative", "Antécédents familiaux", "Family history", resource => Is(resource, "FamilyMemberHistory")),
    ];

    public string Title(SummaryLanguage language) => language is SummaryLanguage.English ? English : French;

    /// <summary>Whether <paramref name="resource"/> is of a summary at all.</summary>
    public static bool IsKept(FhirNode resource) =>
        !Discarded.Contains(resource["status"].Text)
        && resource["verificationStatus"].Each("coding").All(coding => coding["code"].Text is not ("entered-in-error" or "refuted"));

    private static bool Is(FhirNode resource, string type) => resource.Type?.Name == type;

    private static bool IsOver(FhirNode condition) => condition["clinicalStatus"].Each("coding").Any(coding => Over.Contains(coding["code"].Text));
}
