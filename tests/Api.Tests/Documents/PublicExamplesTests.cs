using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>The public examples of the PDSm-for-DMP guide, with the number of a fictive person in the place of theirs.</summary>
[Collection(OnePlatform.Name)]
public sealed class PublicExamplesTests(RunningPlatform platform)
{
    private const string TheirMatricule = "123456789012345";

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
