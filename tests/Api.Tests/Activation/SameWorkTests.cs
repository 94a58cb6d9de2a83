using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Api.Tests.Activation;

/// <summary>
/// The same time whoever somebody claims to be (security design, rule 5). Times depend on the machine, so what is asserted is what takes the time: the
/// calls to the store of each step, each with one slow digest at most. Medians are the bench's (bench/Edge, tries).
/// </summary>
public sealed class SameWorkTests : IAsyncLifetime
{
    private const string WrongCode = "22222 22222";

    private readonly RunningPlatform _platform = new()
    {
        Replace = services => services.AddSingleton(provider => new WatchedBlobs(provider.GetRequiredService<SqliteStore>()))
            .AddSingleton<IBlobStore>(provider => provider.GetRequiredService<WatchedBlobs>()),
    };

    private Visitor Nobody => _platform.Visitors.Citizen();

    private WatchedBlobs Store => _platform.Services.GetRequiredService<WatchedBlobs>();

    public Task InitializeAsync() => _platform.InitializeAsync();

    public Task DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task A_try_costs_the_same_whoever_it_is_about()
    {
        var people = await PeopleAsync();
        var costs = new List<(string Who, int Start, int Code, int Wrong)>();
        foreach (var (who, person) in people)
        {
            // Once before, so that every journal is open: what a first visit costs, it costs everybody.
            await TryAsync(person);
            costs.Add((who, await LeastAsync(() => StartAsync(person)), await CostAsync(() => AskAsync(person)), await LeastAsync(() => TryAsync(person))));
        }

        // The traits: the source's try. A new code: one event of the guard besides. A wrong code: its source's try, and one event of the guard.
        Assert.All(costs, cost => Assert.Equal((cost.Who, 1, 2, 3), cost));
    }

    private async Task<(string Who, Person Person)[]> PeopleAsync()
    {
        var (informed, opposed, burned, silent) = (
            await _platform.People.EnrolAsync(), await _platform.People.EnrolAsync(), await _platform.People.EnrolAsync(), await _platform.People.EnrolAsync());
        await _platform.People.OpposeAsync(opposed);
        await Task.WhenAll(new[] { informed, opposed, burned }.Select(_platform.People.WriteAsync));
        for (var i = 0; i < 5; i++)
        {
            await TryAsync(burned);
        }

        var (activated, closed, deceased) = (await _platform.OpenAccountAsync(), await _platform.People.ActivatedAsync(), await _platform.People.ActivatedAsync());
        await _platform.People.CloseAsync(closed);
        await _platform.People.DieAsync(deceased);
        return
        [
            ("informed", informed), ("opposed", opposed), ("burned", burned), ("without a letter", silent), ("activated", activated.Person),
            ("closed", closed), ("deceased", deceased),
            ("not yet informed", await _platform.People.EnrolAsync(TimeSpan.FromDays(-1))),
            ("nobody", informed with { Sheet = informed.Sheet with { Ins = Population.InsOf(30_996) } }),
            ("another birth date", informed with { Sheet = informed.Sheet with { BirthDate = informed.Sheet.BirthDate.AddDays(1) } }),
        ];
    }

    // What was set going before (a notice on its way, a mark of the outbox) may still be written meanwhile: it only ever adds.
    private async Task<int> LeastAsync(Func<Task> step)
    {
        var least = int.MaxValue;
        for (var time = 0; time < 3; time++)
        {
            least = Math.Min(least, await CostAsync(step));
        }

        return least;
    }

    private async Task<int> CostAsync(Func<Task> step)
    {
        Store.Reset();
        await step();
        return Store.CallsOfJournals;
    }

    private Task<string> StartAsync(Person person) => _platform.StartActivationAsync(person);

    private async Task TryAsync(Person person) => await VerifyAsync(await StartAsync(person));

    private async Task AskAsync(Person person) => (await Nobody.PostAsync(
        "/api/v1/activation/code", $$"""{"attempt":"{{await StartAsync(person)}}","channel":"letter"}""")).Is(HttpStatusCode.Accepted);

    private Task<Answer> VerifyAsync(string attempt) =>
        Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{WrongCode}}"}""");
}
