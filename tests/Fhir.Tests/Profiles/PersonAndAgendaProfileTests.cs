using System.Text.Json.Nodes;

namespace MonEspaceSante.Fhir.Tests.Profiles;

public sealed class PersonAndAgendaProfileTests
{
    private const string FrCore = "https://hl7.fr/ig/fhir/core/StructureDefinition/";

    [Fact]
    public void A_validated_identity_with_its_INS_has_no_findings() => Assert.Empty(ProfileSample.Findings(Person()));

    public static TheoryData<Action<JsonObject>, string, string> SpoiledPeople => new()
    {
        { json => json.Remove("birthDate"), "fhir-element-missing", "Patient.birthDate" },
        { json => json["gender"] = "other", "profile-gender-wrong", "Patient.gender" },
        { json => json["name"]![0]!["given"]!.AsArray().Add("Marie"), "fhir-too-many-elements", "Patient.name[0].given" },
        { json => json["name"]![0]!.AsObject().Remove("extension"), "fhir-element-missing", $"Patient.name[0].extension('{FrCore}fr-core-patient-birth-list-given-name')" },
        { json => json["extension"]![1]!["valueAddress"] = ProfileSample.Parse("""{"city":"Bourg"}"""), "fhir-element-missing", $"Patient.extension[1].value.extension('{FrCore}fr-core-address-insee-code')" },
        { json => json["extension"]!.AsArray().RemoveAt(1), "fhir-element-missing", "Patient.extension('http://hl7.org/fhir/StructureDefinition/patient-birthPlace')" },
        { json => json["identifier"]![0]!["value"] = "279035121518988", "matricule-key-wrong", "Patient.identifier[0].value" },
        { json => json["identifier"]![0]!["type"]!["coding"]![0]!["code"] = "INS-NIA", "profile-ins-form-wrong", "Patient.identifier[0]" },
        { json => json["identifier"]![0]!["system"] = "urn:oid:1.2.3", "profile-ins-missing", "Patient" },
        { json => json["identifier"]!.AsArray().Add(ProfileSample.Parse("""{"use":"official","system":"urn:oid:1.2.3","value":"1"}""")), "profile-official-identifier-not-one", "Patient" },
    };

    [Theory]
    [MemberData(nameof(SpoiledPeople))]
    public void What_is_wrong_with_an_INS_identity_is_said_at_its_element(Action<JsonObject> spoil, string code, string expression) =>
        Assert.Equal([(code, expression)], ProfileSample.Findings(Person(), spoil));

    [Fact]
    public void A_number_for_billing_is_no_INS() =>
        Assert.Contains("profile-ins-missing", ProfileSample.Findings(Person(), json =>
        {
            json["identifier"]![0]!["type"]!["coding"]![0]!["code"] = "NH";
            json["identifier"]![0]!["use"] = "usual";
        }).Select(finding => finding.Code));

    [Theory]
    [InlineData("gap:gap-fr-appointment")]
    [InlineData("frcore:fr-core-appointment")]
    public void An_appointment_names_one_operator_at_most_under_either_name_of_its_profile(string profile)
    {
        const string operators = """{"url":"frcore:fr-core-appointment-operator","valueReference":{"reference":"Patient/1"}}""";
        var one = Appointment(operators);
        var two = Appointment($"{operators},{operators.Replace("Patient/1", "Location/1", StringComparison.Ordinal)}");

        Assert.Empty(ProfileSample.Findings(one));
        Assert.Equal(
            [("fhir-too-many-elements", $"Appointment.extension('{FrCore}fr-core-appointment-operator')"), ("profile-reference-target-wrong", "Appointment.extension[1].value")],
            ProfileSample.Findings(two));

        JsonObject Appointment(string extensions) => ProfileSample.Parse($$"""
            {"resourceType":"Appointment","meta":{"profile":["{{profile}}"]},"extension":[{{extensions}}],"status":"proposed",
             "participant":[{"actor":{"reference":"Patient/1"},"status":"accepted"}]}
            """);
    }

    [Fact]
    public void A_schedule_tells_services_with_their_duration_and_whole_availabilities()
    {
        var schedule = ProfileSample.Parse("""
            {"resourceType":"Schedule","meta":{"profile":["gap:gap-fr-schedule"]},"actor":[{"reference":"Practitioner/1"}],"serviceType":[{"text":"x"}],
             "extension":[{"url":"frcore:fr-core-schedule-availability-time","extension":[{"url":"type","valueCode":"free"},{"url":"start","valueDateTime":"2026-06-12"},
              {"url":"identifier","valueIdentifier":{"value":"1"}}]}]}
            """);

        Assert.Equal([("fhir-element-forbidden", "Schedule.serviceType[0]"), ("fhir-element-missing", "Schedule.extension[0].extension('end')")], ProfileSample.Findings(schedule));
    }

    [Fact]
    public void A_slot_has_one_category_of_service_at_most() => Assert.Equal(
        [("fhir-too-many-elements", "Slot.serviceCategory")],
        ProfileSample.Findings(ProfileSample.Parse("""
            {"resourceType":"Slot","meta":{"profile":["gap:gap-fr-slot|3.0.0"]},"serviceCategory":[{"text":"x"},{"text":"y"}],"schedule":{"reference":"Schedule/1"},
             "status":"free","start":"2026-06-12T10:00:00Z","end":"2026-06-12T10:15:00Z"}
            """)));

    [Theory]
    [InlineData("""{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"1"}]}""", "profile-device-kind-wrong", "Device")]
    [InlineData("""{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"65573"}]}""", null, null)]
    public void A_connected_device_says_what_it_is(string type, string? code, string? expression)
    {
        var device = ProfileSample.Parse($$"""
            {"resourceType":"Device","meta":{"profile":["http://hl7.org/fhir/uv/phd/StructureDefinition/PhdDevice"]},"type":{{type}},
             "identifier":[{"type":{"coding":[{"code":"SYSID"}]},"system":"urn:oid:1.2.3","value":"FE"}],
             "specialization":[{"systemType":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"528399"}]} }]}
            """);

        Assert.Equal(code is null ? [] : [(code, expression)], ProfileSample.Findings(device));
    }

    [Fact]
    public void A_resource_that_claims_the_profile_of_another_type_is_told_so() => Assert.Equal(
        [("fhir-resource-type-wrong", "Basic")],
        ProfileSample.Findings(ProfileSample.Parse("""{"resourceType":"Basic","meta":{"profile":["gap:gap-fr-slot"]},"code":{"text":"x"}}""")));

    [Fact]
    public void Every_profile_names_its_source_and_is_found_by_each_of_its_names_with_or_without_a_version()
    {
        Assert.InRange(ProfileSample.Catalogue.All.Count, 40, 80);
        Assert.All(ProfileSample.Catalogue.All, profile =>
        {
            Assert.Matches("[0-9]", profile.Source);
            Assert.All(profile.Aliases.Prepend(profile.Url), url =>
                Assert.True(ProfileSample.Catalogue.TryFind(url + "|1.0", out var found) && ProfileSample.Catalogue.TryFind(url, out _) && found == profile));
        });
    }

    private static JsonObject Person() => ProfileSample.Parse("""
        {"resourceType":"Patient","meta":{"profile":["frcore:fr-core-patient-ins"]},
         "extension":[{"url":"frcore:fr-core-identity-reliability","extension":[{"url":"identityStatus","valueCoding":{"code":"VALI"}}]},
          {"url":"http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueAddress":{"extension":[{"url":"frcore:fr-core-address-insee-code","valueCoding":{"code":"51215"}}]}}],
         "identifier":[{"use":"official","type":{"coding":[{"code":"INS-NIR"}]},"system":"urn:oid:1.2.250.1.213.1.4.8","value":"279035121518989"}],
         "name":[{"use":"official","family":"DURAND","given":["ANNE"],"extension":[{"url":"frcore:fr-core-patient-birth-list-given-name","valueString":"ANNE MARIE"}]}],
         "gender":"female","birthDate":"1979-03-01"}
        """);
}
