using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Accounts;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Accounts;

/// <summary>What an account counts and spends, it has counted and spent after a restart too (security design, rule 4).</summary>
public sealed class AccountCountersTests : IAsyncLifetime
{
    private const string Hash = "hash";

    // The secret of RFC 6238, appendix B, in base32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly SpaceId Space = SpaceId.Parse(new string('7', 32), null);
    private static readonly Caller Platform = new Caller.Platform("tests");
    private static readonly Caller Owner = new Caller.Holder(Space);

    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    private IAccountGrain Account => _grains.Factory.GetGrain<IAccountGrain>(Space.Value);

    private DateTimeOffset Now => _stores.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        // Stopped: a code must not change while it is entered.
        _stores.Clock.StopAt(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        _grains = await RunningGrains.StartAsync(_stores);
        using var acting = CallerContext.Become(Platform);
        Assert.True((await Account.Open(new(null, Hash, "alix@example.test"))).Accepted);
    }

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task A_hundred_wrong_passwords_lock_the_account_restarts_between_and_no_open_session()
    {
        using var acting = CallerContext.Become(Platform);
        var session = NewSession();
        Assert.True((await Account.BeginSession(new(session, Factor.Federation))).Accepted);
        for (var i = 1; i < Domain.Accounts.Account.MostFailures; i++)
        {
            Assert.False((await Account.StartSignIn(new(new(Hash, false), $"wrong-{i}", Digest(1)))).Accepted);
            if (i % 40 == 0)
            {
                await RestartAsync();
            }
        }

        Assert.True((await Account.StartSignIn(new(new(Hash, true), "right", Digest(1)))).Accepted);
        Assert.False((await Account.StartSignIn(new(new(Hash, false), "wrong", Digest(1)))).Accepted);
        await RestartAsync();

        Assert.False((await Account.StartSignIn(new(new(Hash, true), "late", Digest(1)))).Accepted);
        Assert.True(await Account.Holds(session.Id, session.Key));
    }

    [Fact]
    public async Task A_code_of_the_authenticator_opens_nothing_twice_a_restart_between_or_not()
    {
        using (CallerContext.Become(Owner))
        {
            Assert.True((await Account.OfferAuthenticator(new(Secret))).Accepted);
            Assert.True((await Account.ConfirmAuthenticator(new(Shown()))).Accepted);
        }

        await RestartAsync();
        Assert.False(await SignsInAsync("a1", attempt => new Evidence.AuthenticatorCode(attempt, Shown())));
        _stores.Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.True(await SignsInAsync("a2", attempt => new Evidence.AuthenticatorCode(attempt, Shown())));
        await RestartAsync();
        Assert.False(await SignsInAsync("a3", attempt => new Evidence.AuthenticatorCode(attempt, Shown())));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_the_others_still_do_after_a_restart()
    {
        using (CallerContext.Become(Owner))
        {
            var digests = Enumerable.Range(1, IssueRecoveryCodes.Count).Select(number => Digest((byte)number)).ToValueList();
            Assert.True((await Account.IssueRecoveryCodes(new(digests))).Accepted);
        }

        Assert.True(await SignsInAsync("a1", attempt => new Evidence.RecoveryCode(attempt, Digest(3))));
        await RestartAsync();
        Assert.False(await SignsInAsync("a2", attempt => new Evidence.RecoveryCode(attempt, Digest(3))));
        Assert.True(await SignsInAsync("a3", attempt => new Evidence.RecoveryCode(attempt, Digest(4))));
    }

    private static string Digest(byte filler) => Convert.ToBase64String([.. Enumerable.Repeat(filler, 32)]);

    // The right password, then what completes it.
    private async Task<bool> SignsInAsync(string attempt, Func<string, Evidence> evidence)
    {
        using var acting = CallerContext.Become(Platform);
        Assert.True((await Account.StartSignIn(new(new(Hash, true), attempt, Digest(1)))).Accepted);
        return (await Account.CompleteSignIn(new(evidence(attempt), NewSession()))).Accepted;
    }

    private string Shown() => Authenticator.CodeAt(Secret, Authenticator.StepAt(Now));

    private Session NewSession() => new(Guid.NewGuid(), Guid.NewGuid().ToString("N"), "Firefox", Now, Now + Session.Absolute);

    private async Task RestartAsync()
    {
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
    }
}
