using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>What changes of a document's sheet (PDSm flow 3, TD3.3a to d), in the three syntaxes of FHIR, and what never does.</summary>
[Collection(OnePlatform.Name)]
public sealed class MetadataTests(RunningPlatform platform)
{
    private const string Visibility = "https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument";

    private const string Hide =
        $$"""[{"op":"add","path":"/securityLabel/-","value":{"coding":[{"system":"{{Visibility}}","code":"MASQUE_PS"}]} }]""";

    private const string Archive = """
        {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
          {"name":"type","valueCode":"replace"},
          {"name":"path","valueString":"DocumentReference.extension('https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-ext-is-archived').value"},
          {"name":"value","valueBoolean":true}]}]}
        """;

    private const string Delete =
        """<diff xmlns:f="http://hl7.org/fhir"><replace sel="f:DocumentReference/f:status/@value">entered-in-error</replace></diff>""";

    private Visitor Lab => platform.Visitors.Professional("lab-org");

    private Visitor Gp => platform.Visitors.Professional("gp");

    [Fact]
    public async Task The_holder_hides_a_document_by_json_patch_and_reads_what_became_of_it()
    {
        var person = await platform.People.ActivatedAsync();
        var id = await new Deposit(person).ByAsync(Lab);
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));

        var hidden = (await PatchAsync(me, $"DocumentReference/{id}", "application/json-patch+json", Hide, ("If-Match", "W/\"1\""))).Is(HttpStatusCode.OK);

        Assert.Equal("W/\"2\"", hidden.Headers["ETag"]);
        Assert.Contains("MASQUE_PS", hidden.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await me.GetAsync($"/fhir/DocumentReference/{id}/_history")).Is(HttpStatusCode.OK).Total);
        Assert.DoesNotContain("MASQUE_PS", (await me.GetAsync($"/fhir/DocumentReference/{id}/_history/1")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        (await PatchAsync(me, $"DocumentReference/{id}", "application/json-patch+json", Hide, ("If-Match", "W/\"1\"")))
            .IsRefused(HttpStatusCode.PreconditionFailed, "resource-version-differs", fhir: true);
    }

    [Fact]
    public async Task The_author_archives_by_fhirpath_patch_naming_the_document_by_its_unique_identifier()
    {
        var person = await platform.People.EnrolAsync();
        var deposit = new Deposit(person);
        await deposit.ByAsync(Lab);

        var archived = await PatchAsync(Lab, Condition(deposit), "application/fhir+json", Archive);

        Assert.True(archived.Is(HttpStatusCode.OK).Json.GetProperty("extension")[0].GetProperty("valueBoolean").GetBoolean());
        Assert.Equal(1, await CountAsync(person, "isArchived=true"));
        Assert.Equal(0, await CountAsync(person, "isArchived=false"));
    }

    [Fact]
    public async Task The_author_deletes_by_xml_patch_and_nobody_finds_the_document_again()
    {
        var person = await platform.People.EnrolAsync();
        var id = await new Deposit(person).ByAsync(Lab);

        var deleted = await PatchAsync(Lab, $"DocumentReference/{id}", "application/xml-patch+xml", Delete);

        Assert.Equal("entered-in-error", deleted.Is(HttpStatusCode.OK).Json.GetProperty("status").GetString());
        Assert.Equal(0, await CountAsync(person, "status=entered-in-error,superseded,current"));
        (await Gp.GetAsync($"/fhir/DocumentReference/{id}")).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
        (await Gp.GetAsync($"/fhir/DocumentReference/{id}/_history")).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
    }

    [Theory]
    [InlineData("application/json-patch+json", """[{"op":"replace","path":"/type","value":{"text":"x"}}]""", HttpStatusCode.MethodNotAllowed, "patch-path-forbidden")]
    [InlineData("application/json-patch+json", "[", HttpStatusCode.BadRequest, "patch-malformed")]
    [InlineData("application/json", "[]", HttpStatusCode.UnsupportedMediaType, "media-type-unsupported")]
    public async Task A_patch_that_is_none_or_goes_too_far_is_refused(string media, string patch, HttpStatusCode status, string code)
    {
        var id = await new Deposit(await platform.People.EnrolAsync()).ByAsync(Lab);

        (await PatchAsync(Lab, $"DocumentReference/{id}", media, patch)).IsRefused(status, code, fhir: true);
    }

    [Fact]
    public async Task No_document_is_looked_for_across_patients()
    {
        var deposit = new Deposit(await platform.People.EnrolAsync());
        await deposit.ByAsync(Lab);

        (await PatchAsync(Lab, $"DocumentReference?identifier=urn:ietf:rfc:3986%7C{deposit.UniqueId}", "application/fhir+json", Archive))
            .IsRefused(HttpStatusCode.BadRequest, "patient-not-named", fhir: true);
        (await PatchAsync(Lab, Condition(deposit with { Person = await platform.People.EnrolAsync() }), "application/fhir+json", Archive))
            .IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
    }

    [Fact]
    public async Task One_key_is_of_one_condition()
    {
        var person = await platform.People.EnrolAsync();
        var (one, other) = (new Deposit(person), new Deposit(person));
        await one.ByAsync(Lab);
        await other.ByAsync(Lab);
        var key = ("Idempotency-Key", $"patch-{person.Space}");

        var first = (await PatchAsync(Lab, Condition(one), "application/fhir+json", Archive, key)).Is(HttpStatusCode.OK);

        Assert.Equal(first.Text, (await PatchAsync(Lab, Condition(one), "application/fhir+json", Archive, key)).Is(HttpStatusCode.OK).Text);
        (await PatchAsync(Lab, Condition(other), "application/fhir+json", Archive, key)).Is(HttpStatusCode.Conflict);
        Assert.Equal(1, await CountAsync(person, "isArchived=true"));
    }

    private static string Condition(Deposit deposit) =>
        $"DocumentReference?identifier=urn:ietf:rfc:3986%7C{deposit.UniqueId}&patient.identifier={deposit.Person.Token}";

    private static async Task<Answer> PatchAsync(Visitor visitor, string path, string media, string patch, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(patch, Encoding.UTF8, media);
        return await visitor.SendAsync(HttpMethod.Patch, $"/fhir/{path}", content, headers);
    }

    private async Task<int> CountAsync(Person person, string parameters) =>
        (await Gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}&{parameters}")).Is(HttpStatusCode.OK).Total;
}
