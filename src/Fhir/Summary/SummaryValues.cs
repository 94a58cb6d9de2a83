using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>What the text of a summary says of values and days.</summary>
internal static class SummaryValues
{
    private static readonly string[] Moments =
        ["effectiveDateTime", "effectiveInstant", "onsetDateTime", "occurrenceDateTime", "performedDateTime", "date"];

    private static readonly string[] Periods = ["effectivePeriod", "onsetPeriod", "performedPeriod"];

    /// <summary>The value of an Observation: its own, or those of its components.</summary>
    public static string? Of(FhirNode item) =>
        One(item) ?? (string.Join(" ; ", item.Each("component").Select(part => (Label: MedicalProfile.LabelOf(part["code"]), Value: One(part)))
            .Where(part => part.Value is not null).Select(part => part.Label is null ? part.Value : $"{part.Label} {part.Value}")) is { Length: > 0 } parts ? parts : null);

    /// <summary>The day of <paramref name="item"/>, as precise as it is known.</summary>
    public static string? Day(FhirNode item, SummaryLanguage language)
    {
        var time = Moments.Select(name => item[name].Text).Concat(Periods.Select(name => item[name]["start"].Text)).FirstOrDefault(text => text is not null);
        var day = time?.Split('T')[0];
        return language is SummaryLanguage.French && day is not null ? string.Join('/', day.Split('-').Reverse()) : day;
    }

    private static string? One(FhirNode holder) =>
        holder["valueQuantity"] is { Exists: true } quantity ? $"{quantity["comparator"].Text}{quantity["value"].Text} {quantity["unit"].Text ?? quantity["code"].Text}".Trim()
        : holder["valueCodeableConcept"] is { Exists: true } concept ? MedicalProfile.LabelOf(concept)
        : holder["valueString"].Text ?? holder["valueInteger"].Text;
}
