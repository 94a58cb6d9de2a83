using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>The value of a measure, and what goes with it, follow the table of measures.</summary>
/// <param name="table">All measures.</param>
/// <param name="profile">The profile that is claimed: its measures are those that may stand under it.</param>
/// <param name="mayBeAbsent">Whether a measure may say why it has no value instead (ANS guide), or is refused (MES).</param>
internal sealed class MeasureRule(MeasureTable table, string profile, bool mayBeAbsent) : ProfileRule
{
    private const string Ucum = "http://unitsofmeasure.org";

    public override void Check(PathScope scope, FhirNode resource, Findings findings)
    {
        var code = resource["code"];
        if (KindOf(code, table.All) is not { } measure)
        {
            findings.Add(MeasureRefusals.CodeUnknown, code.Path);
            return;
        }

        if (!measure.Profiles.Contains(profile))
        {
            findings.Add(MeasureProfileRefusals.ProfileOfAnother, code);
        }

        if (measure.Computed && !mayBeAbsent)
        {
            findings.Add(MeasureRefusals.Computed, code);
        }

        CheckPresence(resource, "moment-of-measurement", measure.Moment, MeasureRefusals.MomentMissing, MeasureRefusals.MomentForbidden, findings);
        CheckPresence(resource, "number-of-days", measure.Days, MeasureRefusals.DaysMissing, MeasureRefusals.DaysForbidden, findings);
        if (measure.Components.Count == 0)
        {
            CheckValue(resource, measure, findings);
        }
        else
        {
            CheckComponents(resource, measure, findings);
        }
    }

    private static Measure? KindOf(FhirNode concept, IReadOnlyList<Measure> kinds)
    {
        foreach (var coding in concept.Each("coding"))
        {
            var (system, code) = (coding["system"].Text, coding["code"].Text);
            if (kinds.FirstOrDefault(kind => kind.IsNamedBy(system, code)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static void CheckPresence(FhirNode resource, string extension, Presence presence, Refusal missing, Refusal forbidden, Findings findings)
    {
        var given = MeasureExtensions.Find(resource, extension);
        if (presence is Presence.Required && !given.Exists)
        {
            findings.Add(missing, $"{resource.Path}.extension('{MeasureExtensions.UrlOf(extension)}')");
        }
        else if (presence is Presence.Forbidden && given.Exists)
        {
            findings.Add(forbidden, given);
        }
    }

    private void CheckValue(FhirNode owner, Measure measure, Findings findings)
    {
        var quantity = owner["valueQuantity"];
        if (!quantity.Exists || quantity["value"] is not { HasValue: true } value)
        {
            if (!mayBeAbsent || !owner["dataAbsentReason"].Exists)
            {
                findings.Add(MeasureRefusals.ValueMissing, owner["value"].Path);
            }

            return;
        }

        if (quantity["system"].Text != Ucum || quantity["code"].Text != measure.Unit!.Ucum || !quantity["unit"].HasValue)
        {
            findings.Add(MeasureRefusals.UnitWrong, quantity);
        }
        else if (value.Number is not { } number || !measure.Plausible!.Holds(number))
        {
            findings.Add(MeasureRefusals.ValueImplausible, value);
        }
    }

    private void CheckComponents(FhirNode resource, Measure measure, Findings findings)
    {
        if (resource["value"] is { Exists: true } value)
        {
            findings.Add(MeasureProfileRefusals.ValueForbidden, value);
        }

        var given = resource.Each("component").Select(part => (Part: part, Kind: KindOf(part["code"], measure.Components))).ToList();
        if (!given.Select(part => part.Kind?.Name).Order(StringComparer.Ordinal).SequenceEqual(measure.Components.Select(kind => kind.Name).Order(StringComparer.Ordinal)))
        {
            findings.Add(MeasureProfileRefusals.ComponentsWrong, resource["component"].Exists ? $"{resource.Path}.component" : resource["component"].Path);
            return;
        }

        foreach (var (part, kind) in given)
        {
            CheckValue(part, kind!, findings);
        }

        // The first component of the table is the higher one: systolic before diastolic.
        var values = measure.Components.Select(kind => given.Find(part => part.Kind == kind).Part["valueQuantity"]["value"].Number).ToList();
        if (values is [{ } systolic, { } diastolic] && diastolic >= systolic)
        {
            findings.Add(MeasureRefusals.PressuresInverted, $"{resource.Path}.component");
        }
    }
}
