using MonEspaceSante.Fhir.Html;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>Writes the text of a section: what people read, and all that a receiver must be able to show.</summary>
internal static class SummaryText
{
    // Of what is as it should be nothing is said.
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["not-done"] = "non fait", ["stopped"] = "arrêté", ["on-hold"] = "suspendu", ["intended"] = "prévu", ["completed"] = "terminé", ["in-progress"] = "en cours",
        ["inactive"] = "inactif", ["remission"] = "en rémission", ["resolved"] = "résolu", ["recurrence"] = "récidive", ["relapse"] = "rechute",
        ["preliminary"] = "provisoire", ["partial"] = "partiel", ["unconfirmed"] = "non confirmé", ["provisional"] = "provisoire", ["differential"] = "hypothèse",
    };

    /// <summary>The text about <paramref name="items"/>, or about there being none.</summary>
    public static string Of(IReadOnlyList<FhirNode> items, SummaryLanguage language)
    {
        var html = new HtmlText();
        var code = language is SummaryLanguage.English ? "en" : "fr";
        html.Element("div", () =>
        {
            if (items.Count == 0)
            {
                html.Element("p", language is SummaryLanguage.English ? "No information." : "Aucune information.");
                return;
            }

            html.Element("ul", () =>
            {
                foreach (var item in items)
                {
                    html.Element("li", Line(item, language));
                }
            });
        }, ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", code), ("xml:lang", code));
        return html.ToString();
    }

    /// <summary>One line about <paramref name="item"/>: what it is, its value, its day, its state.</summary>
    internal static string Line(FhirNode item, SummaryLanguage language)
    {
        var concept = MedicalProfile.ConceptOf(item);
        if (AbsenceStatement.Of(concept) is { } absence)
        {
            return language is SummaryLanguage.English ? absence.English : absence.French;
        }

        var label = (item.Type?.Name is "DocumentReference" ? item["content"]["attachment"]["title"].Text : null) ?? MedicalProfile.LabelOf(concept)
            ?? concept["coding"]["code"].Text ?? (language is SummaryLanguage.English ? "Unnamed" : "Sans libellé");
        string?[] parts = [SummaryValues.Of(item), SummaryValues.Day(item, language), Status(item, language)];
        var diseases = item.Each("condition").Select(condition => MedicalProfile.LabelOf(condition["code"])).OfType<string>().ToList();
        return string.Join(", ", parts.OfType<string>().Prepend(diseases.Count > 0 ? $"{label} : {string.Join(", ", diseases)}" : label));
    }

    private static string? Status(FhirNode item, SummaryLanguage language)
    {
        var codes = item["clinicalStatus"].Each("coding").Concat(item["verificationStatus"].Each("coding")).Select(coding => coding["code"].Text).Append(item["status"].Text);
        // An immunization and a procedure are completed when they were done.
        var told = codes.OfType<string>().Where(code => French.ContainsKey(code) && !(code is "completed" && item.Type?.Name is not "MedicationStatement")).Distinct().ToList();
        return told.Count == 0 ? null : string.Join(", ", told.Select(code => language is SummaryLanguage.English ? code.Replace('-', ' ') : French[code]));
    }
}
