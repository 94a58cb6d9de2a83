using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Labels and their codes (securityLabel, value set JDV_J58).</summary>
internal static class LabelCodes
{
    // PDSm for DMP, DocumentEntry: a document carries one to four.
    private const int Most = 4;

    public static readonly IReadOnlyList<(Labels Label, string System, string Code, string Display)> All =
    [
        (Labels.Normal, CodeSystems.Confidentiality, "N", "normal"),
        (Labels.Restricted, CodeSystems.Confidentiality, "R", "restricted"),
        (Labels.VeryRestricted, CodeSystems.Confidentiality, "V", "very restricted"),
        (Labels.HiddenFromProfessionals, CodeSystems.Visibility, "MASQUE_PS", "Masqué aux professionnels de santé"),
        (Labels.WithheldFromHolder, CodeSystems.Visibility, "INVISIBLE_PATIENT", "Non visible par le patient"),
        (Labels.WithheldFromGuardians, CodeSystems.Visibility, "INVISIBLE_REPRESENTANTS_LEGAUX", "Non visible par les représentants légaux"),
    ];

    /// <summary>The label that one of <paramref name="codings"/> means; none where none does.</summary>
    public static Labels Of(IReadOnlyList<(string? System, string? Code)> codings) =>
        All.FirstOrDefault(label => codings.Any(coding => coding.System == label.System && coding.Code == label.Code)).Label;

    /// <summary>The labels of <paramref name="resource"/>; normal where it has none.</summary>
    public static Labels Read(FhirNode resource, Faults faults)
    {
        var labels = Labels.None;
        var count = 0;
        foreach (var concept in resource.Each("securityLabel"))
        {
            count++;
            var known = Of([.. concept.Each("coding").Select(coding => (coding["system"].Text, coding["code"].Text))]);
            if (known is Labels.None)
            {
                faults.Add(DocumentFaults.LabelUnknown, concept.Path);
            }

            labels |= known;
        }

        if (count > Most)
        {
            faults.Add(FhirRefusals.TooManyElements, resource.PathOf("securityLabel"));
        }

        return count == 0 ? Labels.Normal : labels;
    }
}
