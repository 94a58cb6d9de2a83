using System.Text.Json.Nodes;

namespace MonEspaceSante.Fhir.Tests.Profiles;

public sealed class DocumentProfileTests
{
    private const string Set = "entry.0.resource";
    private const string Document = "entry.1.resource";

    [Fact]
    public void A_submission_a_folder_and_a_simplified_publication_that_follow_the_guide_have_no_findings()
    {
        Assert.Empty(ProfileSample.Findings(Submission()));
        Assert.Empty(ProfileSample.Findings(Folder()));
        Assert.Empty(ProfileSample.Findings(Publication()));
    }

    public static TheoryData<Action<JsonObject>, string, string> SpoiledSubmissions => new()
    {
        { Change(Document, json => { json.Remove("custodian"); Authenticate(json, "#org"); }), "fhir-element-missing", "Bundle.entry[1].resource.custodian" },
        { Change(Document, json => json.Remove("masterIdentifier")), "fhir-element-missing", "Bundle.entry[1].resource.masterIdentifier" },
        { Change(Document, json => json["context"]!["period"] = new JsonObject { ["end"] = "2026-06-12" }), "fhir-element-missing", "Bundle.entry[1].resource.context.period.start" },
        { Change(Document, json => json["docStatus"] = "final"), "fhir-element-forbidden", "Bundle.entry[1].resource.docStatus" },
        { Change(Document, json => json["status"] = "entered-in-error"), "profile-status-wrong", "Bundle.entry[1].resource.status" },
        { Change(Document, json => json["category"]![0]!["coding"]![0]!["system"] = "http://example.org"), "profile-code-system-wrong", "Bundle.entry[1].resource.category[0]" },
        { Change(Document, json => json["type"]!["coding"]![0]!["system"] = "http://example.org"), "document-type-system-unknown", "Bundle.entry[1].resource.type" },
        { Change(Document, json => { json["author"]![0]!["reference"] = "Practitioner/1"; Authenticate(json, "#author"); }), "profile-not-contained", "Bundle.entry[1].resource.author[0]" },
        { Change(Document, json => { json["author"]![0]!["reference"] = "#org"; Authenticate(json, "#author"); }), "profile-reference-target-wrong", "Bundle.entry[1].resource.author[0]" },
        { Change(Document, json => json["securityLabel"] = new JsonArray([.. Enumerable.Range(0, 5).Select(_ => ProfileSample.Parse("""{"text":"N"}"""))])), "fhir-too-many-elements", "Bundle.entry[1].resource.securityLabel" },
        { Change(Document, json => json["extension"] = new JsonArray(ProfileSample.Parse("""{"url":"pdsm:pdsm-ext-is-archived","valueString":"x"}"""))), "profile-extension-value-wrong", "Bundle.entry[1].resource.extension[0]" },
        { Change(Document, json => json["content"]![0]!["attachment"]!["url"] = "urn:uuid:aaaaaaaa-0000-0000-0000-000000000009"), "profile-content-elsewhere", "Bundle.entry[1].resource.content[0].attachment.url" },
        { Change(Set, json => json["mode"] = "snapshot"), "profile-list-kind-wrong", "Bundle.entry[0].resource.mode" },
        { Change(Set, json => json["extension"]!.AsArray().RemoveAt(0)), "fhir-element-missing", "Bundle.entry[0].resource.extension('https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-designationType')" },
        { Change(Set, json => json.Remove("identifier")), "fhir-element-missing", "Bundle.entry[0].resource.identifier" },
        { Change(Set, json => json["orderedBy"] = ProfileSample.Parse("""{"text":"x"}""")), "fhir-element-forbidden", "Bundle.entry[0].resource.orderedBy" },
        { json => json["type"] = "batch", "bundle-type-unsupported", "Bundle.type" },
        { json => json["entry"]!.AsArray().Add(ProfileSample.Parse("""{"resource":{"resourceType":"Basic","code":{"text":"x"}},"request":{"method":"POST","url":"Basic"}}""")), "bundle-entry-unsupported", "Bundle.entry[3].resource" },
        { json => json["entry"]!.AsArray().RemoveAt(0), "bundle-submission-set-not-one", "Bundle" },
        { json => json["entry"]!.AsArray().RemoveAt(1), "bundle-without-document", "Bundle" },
    };

    [Theory]
    [MemberData(nameof(SpoiledSubmissions))]
    public void What_is_wrong_with_a_submission_is_said_at_its_element(Action<JsonObject> spoil, string code, string expression) =>
        Assert.Equal([(code, expression)], ProfileSample.Findings(Submission(), spoil));

    public static TheoryData<Action<JsonObject>, string, string> SpoiledPublications => new()
    {
        { json => json["status"] = "superseded", "document-status-not-current", "DocumentReference.status" },
        { json => json["content"]![0]!["attachment"]!.AsObject().Remove("data"), "fhir-element-missing", "DocumentReference.content[0].attachment.data" },
        { json => json["content"]![0]!["attachment"]!["url"] = "http://example.org/1", "fhir-element-forbidden", "DocumentReference.content[0].attachment.url" },
        { json => json["content"]![0]!["attachment"]!.AsObject().Remove("title"), "fhir-element-missing", "DocumentReference.content[0].attachment.title" },
        { json => json.Remove("author"), "fhir-element-missing", "DocumentReference.author" },
    };

    [Theory]
    [MemberData(nameof(SpoiledPublications))]
    public void What_is_wrong_with_a_simplified_publication_is_said_at_its_element(Action<JsonObject> spoil, string code, string expression) =>
        Assert.Equal([(code, expression)], ProfileSample.Findings(Publication(), spoil));

    [Fact]
    public void A_folder_has_a_title_entries_and_no_source() => Assert.Equal(
        ["List.entry", "List.source", "List.title"],
        ProfileSample.Findings(Folder(), json =>
        {
            json.Remove("title");
            json.Remove("entry");
            json["source"] = ProfileSample.Parse("""{"display":"x"}""");
        }).Select(finding => finding.Expression).Order(StringComparer.Ordinal));

    // What is contained stays named.
    private static void Authenticate(JsonObject json, string reference) => json["authenticator"] = new JsonObject { ["reference"] = reference };

    private static Action<JsonObject> Change(string path, Action<JsonObject> change) => json => change(
        path.Split('.').Aggregate((JsonNode)json, (node, step) => int.TryParse(step, out var at) ? node[at]! : node[step]!).AsObject());

    private static JsonObject Submission() => ProfileSample.Parse("""
        {"resourceType":"Bundle","meta":{"profile":["pdsm:pdsm-comprehensive-provide-document-bundle"]},"type":"transaction","entry":[
         {"fullUrl":"urn:uuid:aaaaaaaa-0000-0000-0000-000000000001","request":{"method":"POST","url":"List"},"resource":{"resourceType":"List",
          "contained":[{"resourceType":"Practitioner","id":"author"}],
          "extension":[{"url":"https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-designationType","valueCodeableConcept":{"text":"x"}},
           {"url":"https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-sourceId","valueIdentifier":{"value":"urn:oid:1.2.3"}}],
          "identifier":[{"use":"usual","system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3.4"}],
          "status":"current","mode":"working","code":{"coding":[{"system":"https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes","code":"submissionset"}]},
          "subject":{"reference":"Patient/1"},"date":"2026-06-12T10:00:00+02:00","source":{"reference":"#author"},
          "entry":[{"item":{"reference":"urn:uuid:aaaaaaaa-0000-0000-0000-000000000002"}}]}},
         {"fullUrl":"urn:uuid:aaaaaaaa-0000-0000-0000-000000000002","request":{"method":"POST","url":"DocumentReference"},"resource":{"resourceType":"DocumentReference",
          "contained":[{"resourceType":"Practitioner","id":"author"},{"resourceType":"Patient","id":"patient"},{"resourceType":"Organization","id":"org","name":"Cabinet"}],
          "masterIdentifier":{"system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3.5"},"status":"current",
          "type":{"coding":[{"system":"http://loinc.org","code":"11488-4"}]},
          "category":[{"coding":[{"system":"https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument","code":"10"}]}],
          "subject":{"reference":"Patient/1"},"date":"2026-06-12T10:00:00+02:00","author":[{"reference":"#author"}],"custodian":{"reference":"#org"},
          "securityLabel":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"N"}]}],
          "content":[{"attachment":{"contentType":"application/xml","language":"fr-FR","url":"urn:uuid:aaaaaaaa-0000-0000-0000-000000000003","size":1,"hash":"A/hMRrv6Y15BjSM8kMLidrz+mHc=",
           "title":"Compte rendu","creation":"2026-06-12T10:00:00+02:00"},"format":{"code":"urn:ihe:iti:xds:2017:mimeTypeSufficient"}}],
          "context":{"period":{"start":"2026-06-12T10:00:00+02:00"},"facilityType":{"text":"x"},"practiceSetting":{"text":"x"},"sourcePatientInfo":{"reference":"#patient"}}}},
         {"fullUrl":"urn:uuid:aaaaaaaa-0000-0000-0000-000000000003","request":{"method":"POST","url":"Binary"},"resource":{"resourceType":"Binary","contentType":"application/xml","data":"PGEvPg=="}}]}
        """);

    private static JsonObject Publication() => ProfileSample.Parse("""
        {"resourceType":"DocumentReference","meta":{"profile":["pdsm:pdsm-simplified-publish"]},"status":"current","subject":{"reference":"Patient/1"},
         "date":"2026-06-12T10:00:00+02:00","author":[{"identifier":{"value":"1"}}],"custodian":{"display":"Cabinet"},
         "content":[{"attachment":{"contentType":"application/xml","title":"Compte rendu","data":"PGEvPg=="}}]}
        """);

    private static JsonObject Folder() => ProfileSample.Parse("""
        {"resourceType":"List","meta":{"profile":["pdsm:pdsm-folder-comprehensive"]},"status":"current","mode":"working","title":"Grossesse",
         "extension":[{"url":"https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-designationType","valueCodeableConcept":{"text":"x"}}],
         "identifier":[{"value":"urn:oid:1.2.3.6"}],"code":{"coding":[{"system":"https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes","code":"folder"}]},
         "subject":{"reference":"Patient/1"},"date":"2026-06-12","entry":[{"item":{"reference":"DocumentReference/1"}}]}
        """);
}
