using MonEspaceSante.Domain.Measures;
using static MonEspaceSante.Fhir.Profiles.ProfileRule;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Health measures, in the guide of ANS (Mesures de santé 3.2.0) and in the MES API Mesures 1.5.2, which asks more; and the devices that measure.</summary>
internal static class MeasureProfiles
{
    private const string Ans = "https://interop.esante.gouv.fr/ig/fhir/mesures/";
    private const string Mdc = "urn:iso:std:iso:11073:10101";

    /// <summary>A connected device (objet connecté).</summary>
    public static readonly ValidationProfile Device = new(
        "http://hl7.org/fhir/uv/phd/StructureDefinition/PhdDevice", "Device",
        "HL7 Personal Health Device 1.0.0, PhdDevice, as the MES API Mesures 1.5.2 §2.1.2 asks it",
        [
            Must(ProfileRefusals.DeviceKindWrong, "$this", $"type.coding.exists(system = '{Mdc}' and code = '65573')"),
            Must(ProfileRefusals.DeviceKindWrong, "$this", "identifier.exists(type.coding.exists(code = 'SYSID') and system.exists() and value.exists())"),
            Some("specialization"),
            Must(ProfileRefusals.CodeSystemWrong, "specialization.systemType", $"coding.exists(system = '{Mdc}')"),
        ]);

    /// <summary>One profile for each address of <paramref name="table"/>.</summary>
    public static IEnumerable<ValidationProfile> Of(MeasureTable table) =>
        table.All.SelectMany(measure => measure.Profiles).Distinct()
            .Select(url => url.StartsWith(Ans, StringComparison.Ordinal) ? OfAns(table, url) : OfMes(table, url));

    // The guide lets a measure say why it has no value, and made meta.profile optional (3.0.1).
    private static ValidationProfile OfAns(MeasureTable table, string url) => new(
        url, "Observation", "ANS Mesures de santé 3.2.0, on the vital signs profile of HL7",
        [.. Common, One("subject"), new MeasureRule(table, url, mayBeAbsent: true)]);

    private static ValidationProfile OfMes(MeasureTable table, string url) => new(
        url, "Observation", "MES API Mesures 1.5.2, §2.1 and the table of errors 422; former names (ENS_) of the same profiles",
        [
            .. Common,
            Some("meta.profile"),
            Must(MeasureProfileRefusals.SubjectUnidentified, "$this", "subject.identifier.exists(system.exists() and value.exists())"),
            Must(FhirRefusals.ElementMissing, "dataAbsentReason", "coding.exists(system.exists() and code.exists())"),
            new MeasureRule(table, url, mayBeAbsent: false),
        ]);

    private static ProfileRule[] Common =>
    [
        Must(MeasureProfileRefusals.CategoryMissing, "$this",
            "category.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/observation-category' and code = 'vital-signs')"),
        Must(MeasureProfileRefusals.DateWrong, "$this", "effective is dateTime"),
    ];
}
