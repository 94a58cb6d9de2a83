using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Api.Tests.Activation;

/// <summary>The store goes away at each call of the code and of the last step in turn, before or after its effect: whoever comes again gets in, once.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly RunningPlatform _platform = new()
    {
        Replace = services => services.AddSingleton(provider => new WatchedBlobs(provider.GetRequiredService<SqliteStore>()))
            .AddSingleton<IBlobStore>(provider => provider.GetRequiredService<WatchedBlobs>())

            // A store that is away is away: nothing is gained by asking again.
            .AddSingleton<IJournalStore>(provider => new JournalStore(
                provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<ISpaceKeys>(), provider.GetRequiredService<TimeProvider>(),
                new JournalOptions { AppendTries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) })),
    };

    private Visitor Nobody => _platform.Visitors.Citizen();

    private WatchedBlobs Store => _platform.Services.GetRequiredService<WatchedBlobs>();

    public Task InitializeAsync() => _platform.InitializeAsync();

    public Task DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_again_after_a_crash_gets_in()
    {
        // One call before its effect, the next after it: a crash of every call in either way takes minutes.
        var call = 1;
        while (await CrashAsync(call, afterEffect: call % 2 == 0))
        {
            call++;
        }

        // Try, code, login, account, space, notices: there are some thirty.
        Assert.InRange(call, 20, 60);
    }

    // Whether there was such a call.
    private async Task<bool> CrashAsync(int call, bool afterEffect)
    {
        var person = await _platform.People.EnrolAsync();
        var letter = await _platform.People.WriteAsync(person);
        var account = new Account(_platform, person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
        var attempt = await _platform.StartActivationAsync(person);

        Store.Reset(call, afterEffect);
        var proven = await VerifyAsync(attempt, letter);
        if (proven.Status == HttpStatusCode.OK && await ContactIsVerifiedAsync(attempt, account.Email))
        {
            var completed = await CompleteAsync(attempt, account);
            Assert.Equal(Store.HasFailed, completed.Status == HttpStatusCode.ServiceUnavailable);
        }

        var failed = Store.HasFailed;
        Store.Reset();
        await ComeAgainAsync(person, letter, account);
        return failed;
    }

    // From the beginning, with the same letter: either it opens, or it has.
    private async Task ComeAgainAsync(Person person, string letter, Account account)
    {
        var attempt = await _platform.StartActivationAsync(person);
        var proven = await VerifyAsync(attempt, letter);
        if (proven.Code == "code-used")
        {
            Assert.NotEmpty(await account.SignInAsync());
            return;
        }

        proven.Is(HttpStatusCode.OK);
        await _platform.VerifyContactAsync(attempt, account.Email);
        (await CompleteAsync(attempt, account)).Is(HttpStatusCode.Created);
        Assert.NotEmpty(await account.SignInAsync());
        Assert.Equal("code-used", (await VerifyAsync(await _platform.StartActivationAsync(person), letter)).Code);
    }

    private Task<Answer> VerifyAsync(string attempt, string code) =>
        Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""");

    // The code of the address is a try as well: it may be where the store goes away.
    private async Task<bool> ContactIsVerifiedAsync(string attempt, string email)
    {
        (await Nobody.PostAsync("/api/v1/activation/contact", $$"""{"attempt":"{{attempt}}","email":"{{email}}"}""")).Is(HttpStatusCode.Accepted);
        var code = await _platform.Mails.LatestCodeAsync(email);
        var verified = await Nobody.PostAsync("/api/v1/activation/contact/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""");
        Assert.Equal(Store.HasFailed, verified.Status == HttpStatusCode.ServiceUnavailable);
        return verified.Status == HttpStatusCode.NoContent;
    }

    private Task<Answer> CompleteAsync(string attempt, Account account) =>
        Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(attempt, account.Login, account.Password));
}
