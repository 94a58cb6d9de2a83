using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Measures;

namespace MonEspaceSante.Fhir.Tests.Profiles;

public sealed class MeasureProfileTests
{
    public static TheoryData<string, string> EveryProfile
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var measure in ProfileSample.Measures.All)
            {
                foreach (var profile in measure.Profiles)
                {
                    rows.Add(measure.Name, profile);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EveryProfile))]
    public void Every_measure_follows_every_profile_of_its_own_but_what_is_computed_is_not_written(string name, string profile)
    {
        var measure = ProfileSample.Measures[name];
        var refused = measure.Computed && !profile.StartsWith("https://interop.esante.gouv.fr", StringComparison.Ordinal);

        Assert.Equal(refused ? ["measure-computed"] : [], ProfileSample.Findings(ProfileSample.Observation(measure, profile)).Select(finding => finding.Code));
    }

    [Theory]
    [MemberData(nameof(EveryProfile))]
    public void What_goes_with_a_measure_follows_the_table(string name, string profile)
    {
        var measure = ProfileSample.Measures[name];
        Check("moment-of-measurement", measure.Moment, "measure-moment-missing", "measure-moment-forbidden");
        Check("number-of-days", measure.Days, "measure-days-missing", "measure-days-forbidden");

        void Check(string extension, Presence presence, string missing, string forbidden)
        {
            var given = ProfileSample.Observation(measure, profile);
            given["extension"] = new JsonArray(ProfileSample.Extension(extension), ProfileSample.Extension("reason-for-measurement"));
            var left = ProfileSample.Observation(measure, profile);
            left.Remove("extension");

            Assert.Equal(presence is Presence.Forbidden, ProfileSample.Findings(given).Any(finding => finding.Code == forbidden));
            Assert.Equal(presence is Presence.Required, ProfileSample.Findings(left).Any(finding => finding.Code == missing));
        }
    }

    public static TheoryData<string, string, Action<JsonObject>, string, string> Spoiled => new()
    {
        { "body-weight", "mes-observation-bodyweight", json => json["valueQuantity"]!["value"] = 501, "measure-value-implausible", "Observation.value.value" },
        { "steps-by-day", "mes-observation-stepsbyday", json => json["valueQuantity"]!["value"] = 10.5, "measure-value-implausible", "Observation.value.value" },
        { "pain-severity", "mes-observation-painseverity", json => json["valueQuantity"]!["value"] = 11, "measure-value-implausible", "Observation.value.value" },
        { "body-weight", "mes-observation-bodyweight", json => json["valueQuantity"]!["code"] = "g", "measure-unit-wrong", "Observation.value" },
        { "body-weight", "mes-observation-bodyweight", json => json.Remove("valueQuantity"), "measure-value-missing", "Observation.value" },
        { "body-weight", "mes-observation-bodyheight", _ => { }, "measure-profile-of-another", "Observation.code" },
        { "body-weight", "mes-observation-bodyweight", json => json["code"]!["coding"]![0]!["code"] = "1-1", "measure-code-unknown", "Observation.code" },
        { "body-weight", "mes-observation-bodyweight", json => json.Remove("category"), "measure-category-missing", "Observation" },
        { "body-weight", "mes-observation-bodyweight", json => json["subject"] = new JsonObject { ["reference"] = "Patient/1" }, "measure-subject-unidentified", "Observation" },
        { "body-weight", "mes-observation-bodyweight", Period, "measure-date-wrong", "Observation" },
        { "blood-pressure", "mes-observation-bp", json => json["valueString"] = "high", "measure-value-forbidden", "Observation.value" },
        { "blood-pressure", "mes-observation-bp", json => json["component"]!.AsArray().RemoveAt(1), "measure-components-wrong", "Observation.component" },
        { "blood-pressure", "mes-observation-bp", json => json.Remove("component"), "measure-components-wrong", "Observation.component" },
        { "blood-pressure", "mes-observation-bp", json => json["component"]![0]!["valueQuantity"]!["value"] = 100, "measure-pressures-inverted", "Observation.component" },
        { "blood-pressure", "mes-observation-bp", json => json["component"]![1]!["valueQuantity"]!["value"] = 19, "measure-value-implausible", "Observation.component[1].value.value" },
        { "body-mass-index", "mes-observation-bmi", _ => { }, "measure-computed", "Observation.code" },
        { "blood-glucose", "mes-observation-glucose", json => json.Remove("extension"), "measure-moment-missing", "Observation.extension('https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-moment-of-measurement')" },
        { "blood-glucose", "mes-observation-glucose", json => json["extension"]!.AsArray().Add(ProfileSample.Extension("number-of-days")), "measure-days-forbidden", "Observation.extension[1]" },
        { "interstitial-glucose", "mes-observation-glucose", json => json.Remove("extension"), "measure-days-missing", "Observation.extension('https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-number-of-days')" },
        { "interstitial-glucose", "mes-observation-glucose", json => json["extension"]!.AsArray().Add(ProfileSample.Extension("moment-of-measurement")), "measure-moment-forbidden", "Observation.extension[1]" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_is_wrong_with_a_measure_is_said_at_its_element(string measure, string profile, Action<JsonObject> spoil, string code, string expression) =>
        Assert.Equal([(code, expression)], ProfileSample.Findings(ProfileSample.Observation(ProfileSample.Measures[measure], ProfileSample.Mes + profile), spoil));

    [Fact]
    public void A_measure_of_the_guide_may_say_why_it_has_no_value_and_one_of_MES_may_not()
    {
        var (weight, because) = (ProfileSample.Measures["body-weight"], """{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"error"}]}""");
        void WithoutValue(JsonObject json)
        {
            json.Remove("valueQuantity");
            json["dataAbsentReason"] = ProfileSample.Parse(because);
        }

        Assert.Empty(ProfileSample.Findings(ProfileSample.Observation(weight, "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-fr-observation-body-weight|3.2.0"), WithoutValue));
        Assert.Equal([("measure-value-missing", "Observation.value")], ProfileSample.Findings(ProfileSample.Observation(weight, ProfileSample.Mes + "mes-observation-bodyweight"), WithoutValue));
    }

    private static void Period(JsonObject json)
    {
        json.Remove("effectiveDateTime");
        json["effectivePeriod"] = new JsonObject { ["start"] = "2026-06-12" };
    }
}
