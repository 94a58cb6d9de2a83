using System.Collections.Frozen;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>What a person says of what there is not: "no known allergies" is worth more than an empty list.</summary>
/// <param name="Code">Code of the International Patient Summary (HL7 IPS 1.1.0, absent-unknown-uv-ips).</param>
/// <param name="French">In French.</param>
/// <param name="English">In English: the display of the code.</param>
public sealed record AbsenceStatement(string Code, string French, string English)
{
    /// <summary>The code system.</summary>
    public const string System = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

    private static readonly FrozenDictionary<string, AbsenceStatement> ByCode = new AbsenceStatement[]
    {
        new("no-allergy-info", "Aucune information sur les allergies", "No information about allergies"),
        new("no-known-allergies", "Aucune allergie connue", "No known allergies"),
        new("no-known-medication-allergies", "Aucune allergie médicamenteuse connue", "No known medication allergies"),
        new("no-known-environmental-allergies", "Aucune allergie environnementale connue", "No known environmental allergies"),
        new("no-known-food-allergies", "Aucune allergie alimentaire connue", "No known food allergies"),
        new("no-problem-info", "Aucune information sur les problèmes de santé", "No information about problems"),
        new("no-known-problems", "Aucun problème de santé connu", "No known problems"),
        new("no-medication-info", "Aucune information sur les traitements", "No information about medications"),
        new("no-known-medications", "Aucun traitement connu", "No known medications"),
        new("no-immunization-info", "Aucune information sur les vaccinations", "No information about immunizations"),
        new("no-known-immunizations", "Aucune vaccination connue", "No known immunizations"),
        new("no-procedure-info", "Aucune information sur les actes et interventions", "No information about past history of procedures"),
        new("no-known-procedures", "Aucun acte ni intervention connus", "No known procedures"),
    }.ToFrozenDictionary(statement => statement.Code, StringComparer.Ordinal);

    /// <summary>Whether it is about everything: it says nothing beside an item, where "no known food allergies" still does.</summary>
    public bool IsGeneral => Code is not ("no-known-medication-allergies" or "no-known-environmental-allergies" or "no-known-food-allergies");

    /// <summary>The statement that <paramref name="concept"/>, the code of a resource, makes; <see langword="null"/> where it names something that there is.</summary>
    public static AbsenceStatement? Of(FhirNode concept) =>
        concept.Each("coding").Where(coding => coding["system"].Text is System).Select(coding => ByCode.GetValueOrDefault(coding["code"].Text ?? "")).FirstOrDefault(known => known is not null);
}
