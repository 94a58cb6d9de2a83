using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// To a professional, what is hidden, blocked or out of the matrix is the same bytes as what is not there (EHDS, art. 8; security design, R7).
/// Each state of the world is a person of its own; identities are masked, all of the same length.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class RestrictionSecrecyTests(RunningPlatform platform)
{
    [Fact]
    public Task A_document_that_the_holder_has_hidden() => LooksAbsentAsync("specialist", async person =>
    {
        await AuthoriseAsync(person);
        var document = await DepositAsync(person);
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{document.Id}}"}""")).Is(HttpStatusCode.NoContent);
        return document;
    });

    [Fact]
    public Task A_document_that_was_deposited_hidden() => LooksAbsentAsync("specialist", async person =>
    {
        await AuthoriseAsync(person);
        return await DepositAsync(person, visibility: "MASQUE_PS");
    });

    [Fact]
    public Task A_record_from_which_the_professional_is_blocked() => LooksAbsentAsync("specialist", async person =>
    {
        await AuthoriseAsync(person);
        await platform.People.BlockAsync(person, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Specialist.IdNatPs, null)));
        return await DepositAsync(person);
    }, ("Mes-Consent", "declared"));

    [Fact]
    public Task A_record_from_which_the_structure_is_blocked() => LooksAbsentAsync("specialist", async person =>
    {
        await platform.People.BlockAsync(person, AccessSubject.Of(StructureId.Parse(DevelopmentPeople.Specialist.IdNatStruct, null)));
        return await DepositAsync(person);
    }, ("Mes-Consent", "care-team"));

    [Fact]
    public Task A_type_that_the_profession_does_not_read() => LooksAbsentAsync("optician", async person =>
    {
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Optician.IdNatPs);
        return await DepositAsync(person);
    });

    [Fact]
    public Task A_record_without_authorisation() => LooksAbsentAsync("specialist", person => DepositAsync(person));

    [Fact]
    public Task A_record_that_may_not_be_opened_in_an_emergency() => LooksAbsentAsync("specialist", async person =>
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false,"regulationCentre":false,"breakGlass":false,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);
        return await DepositAsync(person);
    }, ("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences"));

    [Fact]
    public Task A_record_that_the_dispatch_centre_may_not_open() => LooksAbsentAsync("dispatcher", async person =>
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false,"regulationCentre":false,"breakGlass":true,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);
        return await DepositAsync(person);
    }, ("Mes-Access-Mode", "centre_15"));

    [Fact]
    public Task A_hidden_document_in_an_emergency() => LooksAbsentAsync("specialist",
        person => DepositAsync(person, visibility: "MASQUE_PS"), ("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences"));

    [Fact]
    public async Task To_the_holder_a_withheld_document_looks_absent_too()
    {
        var person = await platform.People.ActivatedAsync();
        var document = await DepositAsync(person, visibility: "INVISIBLE_PATIENT");
        var other = await platform.People.ActivatedAsync();
        await AreTheSameAsync(
            (platform.Visitors.Citizen(await platform.People.SignInAsync(person)), person, document),
            (platform.Visitors.Citizen(await platform.People.SignInAsync(other)), other, Absent(other)));

        var history = await platform.Visitors.Citizen(await platform.People.SignInAsync(person)).GetAsync("/api/v1/history");
        Assert.DoesNotContain("Prise de sang", history.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_professional_is_told_no_more_of_the_record_than_one_who_was_never_authorised()
    {
        var blocked = await platform.People.ActivatedAsync();
        await AuthoriseAsync(blocked);
        await platform.People.BlockAsync(blocked, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Specialist.IdNatPs, null)));
        var other = await platform.People.ActivatedAsync();

        Assert.Equal(await ExistenceAsync(other), await ExistenceAsync(blocked));

        async Task<string> ExistenceAsync(Person person) =>
            Masked(await platform.Visitors.Professional("specialist").GetAsync($"/fhir/Patient?identifier={person.Token}"), person, Absent(person));
    }

    private async Task LooksAbsentAsync(string professional, Func<Person, Task<Document>> arrange, params (string, string)[] headers)
    {
        var restricted = await platform.People.ActivatedAsync();
        var document = await arrange(restricted);
        var empty = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(empty, DevelopmentPeople.Specialist.IdNatPs);
        await platform.People.AuthoriseAsync(empty, DevelopmentPeople.Optician.IdNatPs);

        // The document is there: the attending doctor sees it.
        Assert.Equal(1, (await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={restricted.Token}")).Total);
        var visitor = platform.Visitors.Professional(professional);
        await AreTheSameAsync((visitor, restricted, document), (visitor, empty, Absent(empty)), headers);
    }

    private static async Task AreTheSameAsync(
        (Visitor Visitor, Person Person, Document Document) restricted, (Visitor Visitor, Person Person, Document Document) absent, params (string, string)[] headers)
    {
        foreach (var (request, expected) in Requests(restricted.Person, restricted.Document).Zip(Requests(absent.Person, absent.Document)))
        {
            var seen = await restricted.Visitor.GetAsync(request, headers);
            var unseen = await absent.Visitor.GetAsync(expected, headers);
            Assert.Equal(Masked(unseen, absent.Person, absent.Document), Masked(seen, restricted.Person, restricted.Document));
        }
    }

    private static IEnumerable<string> Requests(Person person, Document document)
    {
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}";
        yield return search;
        yield return $"{search}&type={Deposit.BloodTest}";
        yield return $"{search}&status=current";
        yield return $"{search}&identifier={document.UniqueId}";
        yield return $"{search}&_id={document.Id}";
        yield return $"/fhir/DocumentReference/{document.Id}";
        yield return $"/fhir/DocumentReference/{document.Id}/_history";
        yield return $"/fhir/DocumentReference/{document.Id}/_history/1";
        yield return $"/fhir/Binary/{document.Id}";
        yield return $"/fhir/List?patient.identifier={person.Token}&_include=List:item";
    }

    private static string Masked(Answer answer, Person person, Document document) => answer.Telling
        .Replace(document.Id, "<document>", StringComparison.Ordinal).Replace(document.UniqueId, "<unique>", StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(document.UniqueId), "<unique>", StringComparison.Ordinal)
        .Replace(person.Space.Value, "<space>", StringComparison.Ordinal).Replace(person.Matricule, "<matricule>", StringComparison.Ordinal);

    private Task AuthoriseAsync(Person person) => platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);

    private async Task<Document> DepositAsync(Person person, string? visibility = null)
    {
        var deposit = new Deposit(person) { Visibility = visibility };
        return new(await deposit.ByAsync(platform.Visitors.Professional("lab-org")), deposit.UniqueId);
    }

    private static Document Absent(Person person) => new($"{person.Space}{Guid.NewGuid():N}", $"urn:uuid:{Guid.NewGuid()}");

    private sealed record Document(string Id, string UniqueId);
}
