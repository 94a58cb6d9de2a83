using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Professionals;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>A document of the matrix.</summary>
public sealed record MatrixDocument(string Id, string UniqueId);

/// <summary>A person of the matrix, and what there is in their space.</summary>
public sealed record MatrixSpace(
    Person Person, MatrixDocument Visible, MatrixDocument Hidden, MatrixDocument Absent, MatrixDocument Spare,
    string Report, string Handled, string Block, string Consent, string Entry, string Measure, string SpareMeasure);

/// <summary>
/// Two spaces. To the first everybody has a relation: the attending doctor, two authorised professionals, one who is blocked, the dispatch
/// centre by the holder's choice, a guardian, a carer, and one whose delegation has ended, who act for the holder. To the other nobody has.
/// </summary>
public sealed class MatrixWorld
{
    public static readonly string[] Callers =
    [
        "anonymous", "no certificate", "owner", "other citizen", "representative", "carer", "former carer", "attending doctor", "authorised specialist", "authorised optician", "unrelated pharmacist",
        "blocked nurse", "dispatcher in centre_15", "organisation", "secretary", "support", "struck-off", "operator",
    ];

    private readonly RunningPlatform _platform;
    private readonly Person _citizen;
    private readonly Proxies _proxies;

    private MatrixWorld(RunningPlatform platform, Person citizen, Proxies proxies, MatrixSpace own, MatrixSpace other) =>
        (_platform, _citizen, _proxies, Own, Other) = (platform, citizen, proxies, own, other);

    public MatrixSpace Own { get; }

    public MatrixSpace Other { get; }

    /// <summary>The general practitioner, as the directory tells them.</summary>
    public Practitioner Gp => _platform.Services.GetRequiredService<CurrentDirectory>().Now.Find(Rpps.Parse(DevelopmentPeople.Gp.Rpps, null))!;

    public static async Task<MatrixWorld> MakeAsync(RunningPlatform platform)
    {
        var own = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(own, DevelopmentPeople.Specialist.IdNatPs);
        await platform.People.AuthoriseAsync(own, DevelopmentPeople.Optician.IdNatPs);
        await platform.People.BlockAsync(own, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Nurse.IdNatPs, null)));
        var other = await platform.People.ActivatedAsync(new PrivacyChoices(false, false, false, false), attended: false);
        var proxies = new Proxies(await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        await platform.People.RepresentAsync(own, proxies.Representative);
        await platform.People.CareAsync(own, proxies.Carer);
        await platform.People.CareAsync(own, proxies.FormerCarer);
        await platform.People.EndCareAsync(own, proxies.FormerCarer);
        return new(platform, await platform.People.ActivatedAsync(), proxies, await FurnishAsync(platform, own), await FurnishAsync(platform, other));
    }

    public async Task<Answer> SendAsync(string caller, string route, MatrixRequest request)
    {
        var visitor = await VisitorAsync(caller);
        (string, string)[] said = caller switch
        {
            "dispatcher in centre_15" => [("Mes-Access-Mode", "centre_15")],
            "representative" or "carer" or "former carer" => [Own.Person.ActedFor],
            _ => [],
        };
        if (request.Endless)
        {
            using var headers = await visitor.FollowAsync(new(route.Split(' ')[0]), request.Path, said);
            return new(headers.StatusCode, new Dictionary<string, string>(), []);
        }

        using var content = request.Body is null ? null
            : request.Path.EndsWith("/_search", StringComparison.Ordinal) ? new StringContent(request.Body(), Encoding.UTF8, "application/x-www-form-urlencoded")
            : Visitor.Json(request.Path, request.Body());
        return await visitor.SendAsync(
            new(route.Split(' ')[0]), request.Path, content, said);
    }

    // Each request of a citizen in a session of its own: one of the routes ends them.
    private async Task<Visitor> VisitorAsync(string caller) => caller switch
    {
        "anonymous" => _platform.Visitors.Citizen(),
        "no certificate" => _platform.Visitors.Stranger(),
        "owner" => _platform.Visitors.Citizen(await _platform.People.SignInAsync(Own.Person)),
        "other citizen" => _platform.Visitors.Citizen(await _platform.People.SignInAsync(_citizen)),
        "representative" => _platform.Visitors.Citizen(await _platform.People.SignInAsync(_proxies.Representative)),
        "carer" => _platform.Visitors.Citizen(await _platform.People.SignInAsync(_proxies.Carer)),
        "former carer" => _platform.Visitors.Citizen(await _platform.People.SignInAsync(_proxies.FormerCarer)),
        "attending doctor" => _platform.Visitors.Professional("gp"),
        "authorised specialist" => _platform.Visitors.Professional("specialist"),
        "authorised optician" => _platform.Visitors.Professional("optician"),
        "unrelated pharmacist" => _platform.Visitors.Professional("pharmacist"),
        "blocked nurse" => _platform.Visitors.Professional("nurse"),
        "dispatcher in centre_15" => _platform.Visitors.Professional("dispatcher"),
        "organisation" => _platform.Visitors.Professional("insurer-org"),
        "secretary" => _platform.Visitors.Professional("secretary"),
        "support" => _platform.Visitors.Professional("support"),
        "struck-off" => _platform.Visitors.Professional("bad/struck-off"),
        "operator" => _platform.Visitors.Operator(),
        _ => throw new ArgumentOutOfRangeException(nameof(caller), caller, "Nobody is called so."),
    };

    private static async Task<MatrixSpace> FurnishAsync(RunningPlatform platform, Person person)
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var block = (await me.PostAsync("/api/v1/privacy/blocks", """{"structure":"1990000077"}""")).Is(HttpStatusCode.Created);
        var consent = (await me.PostAsync("/api/v1/privacy/blocks", """{"structure":"1990000051"}""")).Is(HttpStatusCode.Created);
        var history = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);
        return new(
            person, await DepositAsync(platform, person, null), await DepositAsync(platform, person, "MASQUE_PS"),
            new($"{person.Space}{Guid.NewGuid():N}", $"urn:uuid:{Guid.NewGuid()}"), await DepositAsync(platform, person, null),
            await ReportAsync(me, "Appli A"), await ReportAsync(me, "Appli B"), block.Json.GetProperty("id").GetString()!, consent.Json.GetProperty("id").GetString()!,
            history.Json.GetProperty("entries")[0].GetProperty("id").GetString()!, await new Measure(person).ByAsync(me), await new Measure(person).ByAsync(me));
    }

    private static async Task<string> ReportAsync(Visitor me, string service) =>
        (await me.PostAsync("/api/v1/reports", $$"""{"subject":"service","reference":"{{service}}","text":"Elle demande trop."}"""))
        .Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;

    private static async Task<MatrixDocument> DepositAsync(RunningPlatform platform, Person person, string? visibility)
    {
        var deposit = new Deposit(person) { Visibility = visibility };
        return new(await deposit.ByAsync(platform.Visitors.Professional("lab-org")), deposit.UniqueId);
    }

    private sealed record Proxies(Person Representative, Person Carer, Person FormerCarer);
}
