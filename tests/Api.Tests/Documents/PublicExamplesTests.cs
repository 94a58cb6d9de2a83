using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>The public examples of the PDSm-for-DMP guide, with the number of a fictive person in the place of theirs.</summary>
[Collection(OnePlatform.Name)]
public sealed class PublicExamplesTests(RunningPlatform platform)
{
    private const string TheirMatricule = "123456789012345";

    private Visitor Gp => platform.Visitors.Professional("gp");

    [SkippableFact]
    public async Task The_simplified_publication_of_the_guide_is_accepted()
    {
        var person = await platform.People.EnrolAsync();
        var example = await ExampleAsync("DocumentReference-example-td2-iti105-publication-simplifiee.json", person);

        var stored = (await platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", example.ToJsonString())).Is(HttpStatusCode.Created);

        Assert.Equal("Compte rendu de consultation", stored.Json.GetProperty("content")[0].GetProperty("attachment").GetProperty("title").GetString());
    }

    [SkippableFact]
    public async Task The_sheet_of_the_guide_is_accepted_once_it_is_current_and_carries_its_content()
    {
        var person = await platform.People.EnrolAsync();
        var example = await ExampleAsync("DocumentReference-doc-x-id.json", person);

        // The guide shows it as stored: replaced since, and its content elsewhere.
        example["status"] = "current";
        var attachment = example["content"]![0]!["attachment"]!.AsObject();
        attachment.Remove("url");
        attachment.Remove("size");
        attachment.Remove("hash");
        attachment["data"] = Convert.ToBase64String("""<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>"""u8);
        example["category"]![0]!["coding"]![0]!["code"] = "10";

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", example.ToJsonString())).Is(HttpStatusCode.Created);
    }

    [SkippableFact]
    public async Task The_submission_set_of_the_guide_is_accepted_then_found_and_read()
    {
        var person = await platform.People.EnrolAsync();
        var example = await ExampleAsync("Bundle-example-td2-iti65-lot-soumission.json", person);

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir", example.ToJsonString())).Is(HttpStatusCode.OK);

        var set = (await Gp.GetAsync($"/fhir/List?patient.identifier={person.Token}&sourceId=urn:ietf:rfc:3986%7Curn:oid:1.2.3.4.5.6.7.8&designationType=11")).Is(HttpStatusCode.OK);
        Assert.Equal(1, set.Total);
        var sheet = (await Gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}&identifier=urn:ietf:rfc:3986%7Curn:oid:1.2.250.1.213.1.4.8.99999.2"))
            .Is(HttpStatusCode.OK).Entries.Single();
        var content = new Uri(sheet.GetProperty("content")[0].GetProperty("attachment").GetProperty("url").GetString()!);
        Assert.Equal("application/xml", (await Gp.GetAsync(content.PathAndQuery)).Is(HttpStatusCode.OK).MediaType);
    }

    [SkippableFact]
    public async Task The_replacement_of_the_guide_is_accepted_once_the_replaced_document_is_one_of_ours()
    {
        var person = await platform.People.EnrolAsync();
        var lab = platform.Visitors.Professional("lab-org");
        var old = await new Deposit(person).ByAsync(lab);
        var example = await ExampleAsync("Bundle-example-td2-1-remplacement.json", person);
        var bundle = example.ToJsonString().Replace("DocumentReference/doc-x-id", $"DocumentReference/{old}", StringComparison.Ordinal);

        var answer = (await lab.PostAsync("/fhir", bundle)).Is(HttpStatusCode.OK);

        Assert.Equal(4, answer.Json.GetProperty("entry").GetArrayLength());
        Assert.Equal("superseded", (await Gp.GetAsync($"/fhir/DocumentReference/{old}")).Is(HttpStatusCode.OK).Json.GetProperty("status").GetString());
    }

    [SkippableTheory]
    [InlineData("Bundle-example-annexe-fhir-document.json")]
    [InlineData("Bundle-example-annexe-searchset-documentreferences.json")]
    public async Task What_the_guide_shows_as_an_answer_is_no_request(string file)
    {
        var example = await ExampleAsync(file, await platform.People.EnrolAsync());

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir", example.ToJsonString()))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "bundle-type-unsupported", fhir: true);
    }

    private static async Task<JsonObject> ExampleAsync(string file, Person person)
    {
        var folder = Folders().Select(up => Path.Combine(up.FullName, "shared", "data", "ans", "pdsm4dmp")).FirstOrDefault(Directory.Exists);
        Skip.If(folder is null, "The public examples of the guide are not on this machine.");
        var text = await File.ReadAllTextAsync(Path.Combine(folder, file));
        return JsonNode.Parse(text.Replace(TheirMatricule, person.Matricule, StringComparison.Ordinal))!.AsObject();
    }

    private static IEnumerable<DirectoryInfo> Folders()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            yield return up;
        }
    }
}
