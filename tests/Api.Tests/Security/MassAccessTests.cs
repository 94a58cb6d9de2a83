using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Alerts;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>A stolen professional identity walks 10,000 patients (security design, section 4).</summary>
public sealed class MassAccessTests : IAsyncLifetime
{
    private static readonly Caller.Professional Thief = new(
        ProfessionalId.Parse(DevelopmentPeople.Specialist.IdNatPs, null), "Dominique CARDIOLOGUE", "10", "SM04", null, "d1");

    private static readonly AccessContext Claiming = new(AccessMode.Normal, "consultation de ce jour", ConsentDeclaration.Declared);

    private readonly RunningPlatform _platform = new() { ReferenceQuotas = true };

    public Task InitializeAsync() => _platform.InitializeAsync();

    public Task DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task The_thief_is_stopped_at_the_quota_told_of_at_once_and_seen_by_each_patient()
    {
        var people = new List<Person>();
        for (var i = 0; i < 300; i++)
        {
            people.Add(await _platform.People.ActivatedAsync());
        }

        var (reader, began) = (_platform.Services.GetRequiredService<Reader>(), _platform.Clock.GetUtcNow());
        var met = 0;
        using (CallerContext.Become(Thief))
        {
            for (var i = 0; i < 10_000; i++)
            {
                var space = i < people.Count ? people[i].Space : SpaceId.Random();
                var read = await reader.ListAsync(Thief, space, new ListDocuments(ResourceQuery.Where(), Claiming));
                met += read.Accepted ? 1 : 0;
                Assert.True(read.Accepted || read.Refusal == QuotaRefusals.Stopped);
            }
        }

        Assert.Equal(people.Count, met);
        var answer = await _platform.Visitors.Professional("specialist").GetAsync(
            $"/fhir/DocumentReference?patient.identifier={people[0].Token}", ("Mes-Consent", "declared"));
        answer.IsRefused(HttpStatusCode.TooManyRequests, "activity-quota-exceeded", fhir: true);
        Assert.Equal("3600", answer.Headers["Retry-After"]);

        var alert = (await AlertsAsync()).Single(alert => alert.Kind is AlertKind.ManySpaces);
        Assert.Equal(60, alert.Count);
        Assert.InRange(alert.At, began, began.AddMinutes(5));
        Assert.DoesNotContain(DevelopmentPeople.Specialist.Rpps, alert.ToString(), StringComparison.Ordinal);
        foreach (var person in people)
        {
            using var acting = CallerContext.Become(new Caller.Holder(person.Space));
            var history = await _platform.Services.GetRequiredService<IGrainFactory>().GetGrain<ISpaceGrain>(person.Space.Value).History(Envelope.Once(), new ReadHistory());
            Assert.Single(history.Value!.Entries, trace => trace.By is Caller.Professional visitor && visitor.Id == Thief.Id);
        }
    }

    [Fact]
    public async Task Who_only_tries_is_stopped_too()
    {
        var person = await _platform.People.ActivatedAsync();
        var nurse = _platform.Visitors.Professional("nurse");
        for (var i = 0; i < 30; i++)
        {
            (await nurse.GetAsync($"/fhir/DocumentReference/{person.Space}{Guid.NewGuid():N}")).Is(HttpStatusCode.NotFound);
        }

        (await nurse.GetAsync($"/fhir/DocumentReference/{person.Space}{Guid.NewGuid():N}")).Is(HttpStatusCode.TooManyRequests);
        Assert.Contains(await AlertsAsync(), alert => alert.Kind is AlertKind.ManyRefusals);
    }

    private async Task<IEnumerable<SecurityAlert>> AlertsAsync()
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        return (await _platform.Services.GetRequiredService<IGrainFactory>().GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key).Read()).Value!.Alerts;
    }
}
