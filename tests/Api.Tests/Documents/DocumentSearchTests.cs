using System.Net;
using System.Text;
using System.Xml.Linq;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>Documents are found by each parameter of PDSm (ITI-67), page by page; submission sets too (ITI-66), with their documents.</summary>
[Collection(OnePlatform.Name)]
public sealed class DocumentSearchTests(RunningPlatform platform)
{
    private Visitor Lab => platform.Visitors.Professional("lab-org");

    private Visitor Gp => platform.Visitors.Professional("gp");

    [Fact]
    public async Task Each_parameter_finds_what_it_says_and_nothing_else()
    {
        var person = await platform.People.EnrolAsync();
        var deposit = new Deposit(person);
        await deposit.ByAsync(Lab);
        var wrong = new List<string>();
        foreach (var (parameters, expected) in Cases(deposit))
        {
            var answer = await Gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}&{parameters}");
            if (answer.Status is not HttpStatusCode.OK || answer.Total != expected)
            {
                wrong.Add($"{parameters}: {answer.Text}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Pages_follow_one_another_in_the_order_that_was_asked()
    {
        var person = await platform.People.EnrolAsync();
        var ids = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            ids.Add(await new Deposit(person).ByAsync(Lab));
        }

        var found = new List<string>();
        for (var next = $"/fhir/DocumentReference?patient.identifier={person.Token}&_count=2&_sort=_lastUpdated"; next is not null;)
        {
            var page = (await Gp.GetAsync(next)).Is(HttpStatusCode.OK);
            found.AddRange(page.Entries.Select(entry => entry.GetProperty("id").GetString()!));
            next = page.Json.GetProperty("link").EnumerateArray()
                .Where(link => link.GetProperty("relation").GetString() == "next").Select(link => new Uri(link.GetProperty("url").GetString()!).PathAndQuery).SingleOrDefault();
        }

        Assert.Equal(ids, found);
    }

    [Fact]
    public async Task A_document_travels_in_xml_as_well()
    {
        var deposit = new Deposit(await platform.People.EnrolAsync());
        var xml = FhirResource.FromJson(Encoding.UTF8.GetBytes(deposit.Json)).Value!.ToXml(pretty: false);
        using var content = new ByteArrayContent(xml.ToArray());
        content.Headers.ContentType = new("application/fhir+xml");

        var stored = (await Lab.SendAsync(HttpMethod.Post, "/fhir/DocumentReference", content, ("Accept", "application/fhir+xml"))).Is(HttpStatusCode.Created);

        Assert.Equal("DocumentReference", XDocument.Parse(stored.Text).Root!.Name.LocalName);
    }

    [Fact]
    public async Task A_submission_set_is_found_read_and_told_with_the_documents_that_the_reader_may_see()
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, MonEspaceSante.Pki.Development.DevelopmentPeople.Specialist.IdNatPs);
        (await Lab.PostAsync("/fhir", new Submission(person, new Deposit(person), new Deposit(person) { Visibility = "MASQUE_PS" }).Json)).Is(HttpStatusCode.OK);
        var specialist = platform.Visitors.Professional("specialist");

        var found = (await specialist.GetAsync(
            $"/fhir/List?patient.identifier={person.Token}&code=https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes%7Csubmissionset&status=current&date=ge2020&_include=List:item"))
            .Is(HttpStatusCode.OK);
        var set = found.Entries.First();

        Assert.Equal(1, found.Total);
        Assert.Equal(["List", "DocumentReference"], found.Entries.Select(entry => entry.GetProperty("resourceType").GetString()));
        Assert.Equal(1, set.GetProperty("entry").GetArrayLength());
        Assert.Equal(1, (await specialist.GetAsync($"/fhir/List/{set.GetProperty("id").GetString()}")).Is(HttpStatusCode.OK).Json.GetProperty("entry").GetArrayLength());
        Assert.Equal(0, (await specialist.GetAsync($"/fhir/List?patient.identifier={person.Token}&code=folder")).Is(HttpStatusCode.OK).Total);
        (await specialist.GetAsync($"/fhir/List/{person.Space}{Guid.NewGuid():N}")).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
    }

    [Fact]
    public async Task A_document_that_came_alone_is_told_as_a_set_of_one()
    {
        var person = await platform.People.EnrolAsync();
        var id = await new Deposit(person).ByAsync(Lab);

        var set = (await Gp.GetAsync($"/fhir/List?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Entries.Single();

        Assert.Equal($"DocumentReference/{id}", set.GetProperty("entry")[0].GetProperty("item").GetProperty("reference").GetString());
    }

    private static IEnumerable<(string Parameters, int Expected)> Cases(Deposit deposit) =>
    [
        ($"identifier=urn:ietf:rfc:3986%7C{deposit.UniqueId}", 1), ("identifier=urn:ietf:rfc:3986%7Curn:oid:1.2.3", 0),
        ("status=current", 1), ("status=superseded", 0), ("status:not=current", 0),
        ("type=http://loinc.org%7C11502-2", 1), ("type=11502-2,11488-4", 1), ("type=urn:oid:1.2.3%7C11502-2", 0),
        ("category=10", 1), ("category=https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument%7C42", 0),
        ("creation=2026-01-20", 1), ("creation=ge2026-01-21", 0), ("date=2026-01", 1), ("period-start:missing=true", 1), ("period=ge2026", 0),
        ("security-label=N", 1), ("security-label=MASQUE_PS", 0), ("isArchived=false", 1), ("isArchived=true", 0),
        ("facility:missing=true", 1), ("setting:missing=false", 0), ("format:missing=true", 1), ("event:missing=true", 1),
        ("contenttype=application/pdf", 1), ("language=fr-FR", 1), ("description=prise", 1), ("description:exact=prise", 0),
        ("author:identifier=urn:oid:1.2.250.1.71.4.2.1%7C899700900113", 1), ("author:identifier=urn:oid:1.2.250.1.71.4.2.1%7C899700900006", 0),
        ("relatesTo:missing=true", 1), ("relatesto:identifier=urn:ietf:rfc:3986%7Curn:oid:1.2.3", 0), ("related:missing=true", 1),
        ("author.family=nobody", 0), ("author.given=nobody", 0), ("_lastUpdated=ge2020", 1),
    ];
}
