using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// To a professional, what is hidden, blocked or out of the matrix is the same bytes as what is not there (EHDS, art. 8; security design, R7).
/// Each state of the world is a person of its own; identities are masked, all of the same length.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed partial class RestrictionSecrecyTests(RunningPlatform platform)
{
    private static readonly (string, string)[][] Forms =
        [[], [("Accept", "application/fhir+xml")], [("If-None-Match", "W/\"1\"")], [("If-Match", "W/\"1\"")]];

    [Fact]
    public Task A_document_that_the_holder_has_hidden() => LooksAbsentAsync("specialist", async person =>
    {
        await AuthoriseAsync(person);
        var document = await DepositAsync(person);
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{document.Document}}"}""")).Is(HttpStatusCode.NoContent);
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
        return await FurnishAsync(person);
    }, ("Mes-Consent", "declared"));

    [Fact]
    public Task A_record_from_which_the_structure_is_blocked() => LooksAbsentAsync("specialist", async person =>
    {
        await platform.People.BlockAsync(person, AccessSubject.Of(StructureId.Parse(DevelopmentPeople.Specialist.IdNatStruct, null)));
        return await FurnishAsync(person);
    }, ("Mes-Consent", "care-team"));

    [Fact]
    public Task A_type_that_the_profession_does_not_read() => LooksAbsentAsync("optician", async person =>
    {
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Optician.IdNatPs);
        return await DepositAsync(person);
    });

    [Fact]
    public Task A_record_without_authorisation() => LooksAbsentAsync("specialist", person => FurnishAsync(person));

    [Fact]
    public Task A_record_that_may_not_be_opened_in_an_emergency() => LooksAbsentAsync("specialist", async person =>
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false,"regulationCentre":false,"breakGlass":false,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);
        return await FurnishAsync(person);
    }, ("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences"));

    [Fact]
    public Task A_record_that_the_dispatch_centre_may_not_open() => LooksAbsentAsync("dispatcher", async person =>
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false,"regulationCentre":false,"breakGlass":true,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);
        return await FurnishAsync(person);
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
            (platform.Visitors.Citizen(await platform.People.SignInAsync(person)), document),
            (platform.Visitors.Citizen(await platform.People.SignInAsync(other)), Secret.Absent(other)));

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

        async Task<string> ExistenceAsync(Person person)
        {
            var specialist = platform.Visitors.Professional("specialist");
            Answer[] told = [await specialist.GetAsync($"/fhir/Patient?identifier={person.Token}"), await specialist.GetAsync($"/fhir/Patient/{person.Space}/$summary")];
            return string.Join('\n', told.Select(answer => Masked(answer, Secret.Absent(person))));
        }
    }

    // Without this, requests that fail whatever they are about would prove nothing.
    [Fact]
    public async Task The_same_requests_tell_who_may_see_that_something_is_there()
    {
        var (furnished, empty) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        var (there, absent, gp) = (await FurnishAsync(furnished), Secret.Absent(empty), platform.Visitors.Professional("gp"));
        foreach (var route in SecrecyRequests.ByRoute.Keys.Where(route => route is not "GET /fhir/AuditEvent"))
        {
            var differ = false;
            foreach (var (request, other) in SecrecyRequests.Of(route, there)!.Zip(SecrecyRequests.Of(route, absent)!))
            {
                differ |= Masked(await SendAsync(gp, request, []), there) != Masked(await SendAsync(gp, other, []), absent);
            }

            Assert.True(differ, $"{route} tells nobody anything: its requests are wrong.");
        }
    }

    private async Task LooksAbsentAsync(string professional, Func<Person, Task<Secret>> arrange, params (string, string)[] headers)
    {
        var restricted = await platform.People.ActivatedAsync();
        var secret = await arrange(restricted);
        var empty = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(empty, DevelopmentPeople.Specialist.IdNatPs);
        await platform.People.AuthoriseAsync(empty, DevelopmentPeople.Optician.IdNatPs);

        // The document is there: the attending doctor sees it.
        Assert.Equal(1, (await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={restricted.Token}&_total=accurate")).Total);
        var visitor = platform.Visitors.Professional(professional);
        await AreTheSameAsync((visitor, secret), (visitor, Secret.Absent(empty)), headers);
    }

    private async Task AreTheSameAsync((Visitor Visitor, Secret About) restricted, (Visitor Visitor, Secret About) absent, params (string, string)[] headers)
    {
        // Deposits come last: they leave something to find.
        foreach (var route in PlatformRoutes.OfProfessionals(platform).OrderBy(route => route is "POST /fhir/" or "POST /fhir/DocumentReference"))
        {
            var requests = SecrecyRequests.Of(route, restricted.About);
            Assert.True(requests is not null, $"Say in SecrecyRequests what professionals may learn from {route}.");
            foreach (var (request, expected) in requests.Zip(SecrecyRequests.Of(route, absent.About)!))
            {
                foreach (var form in Forms)
                {
                    var seen = Masked(await SendAsync(restricted.Visitor, request, [.. headers, .. form]), restricted.About);
                    var unseen = Masked(await SendAsync(absent.Visitor, expected, [.. headers, .. form]), absent.About);
                    Assert.True(unseen == seen, $"{request.Method} {request.Path} {string.Join(' ', form)}\n--- absent\n{unseen}\n--- restricted\n{seen}");
                }
            }
        }
    }

    private static Task<Answer> SendAsync(Visitor visitor, SecrecyRequest request, (string, string)[] headers) => visitor.SendAsync(
        new(request.Method), request.Path, request.Body is { } body ? new StringContent(body, Encoding.UTF8, request.Media) : null, headers);

    // Identities and the moment of the request aside; what a deposit has made has an identity of its own.
    private static string Masked(Answer answer, Secret about)
    {
        var told = answer.Telling
            .Replace(about.Document, "<document>", StringComparison.Ordinal).Replace(about.UniqueId["urn:uuid:".Length..], "<unique>", StringComparison.Ordinal)
            .Replace(about.Set, "<set>", StringComparison.Ordinal).Replace(about.Measure, "<measure>", StringComparison.Ordinal)
            .Replace(about.Person.Space.Value, "<space>", StringComparison.Ordinal).Replace(about.Person.Matricule, "<matricule>", StringComparison.Ordinal);

        // A moment is written with as many digits as it needs: where one is told, the length is the moment's.
        return Moment().Replace(Made().Replace(Moment().IsMatch(answer.Text) ? Length().Replace(told, "") : told, "<made>"), "<moment>");
    }

    [GeneratedRegex("(?<=<space>)[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Made();

    [GeneratedRegex("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+]00:00)|(?<=Last-Modified: ).*")]
    private static partial Regex Moment();

    [GeneratedRegex("Content-Length: [0-9]+")]
    private static partial Regex Length();

    private Task AuthoriseAsync(Person person) => platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);

    private async Task<Secret> DepositAsync(Person person, string? visibility = null)
    {
        var deposit = new Deposit(person) { Visibility = visibility };
        return new(person, await deposit.ByAsync(platform.Visitors.Professional("lab-org")), deposit.UniqueId, Secret.Id(person));
    }

    // Who may not come in learns of no measure either.
    private async Task<Secret> FurnishAsync(Person person) => await DepositAsync(person) with
    {
        Measure = await new Measure(person).ByAsync(platform.Visitors.Citizen(await platform.People.SignInAsync(person))),
    };
}
