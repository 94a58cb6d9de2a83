using System.Buffers.Text;
using System.Security.Cryptography;
using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Sessions;

/// <summary>Gives out tokens: 256 random bits, which nobody but who holds them knows.</summary>
internal sealed class SessionDesk(IGrainFactory grains, AccountDirectory accounts, OwnActs acts, TimeProvider time)
{
    /// <summary>A token, and what sessions are filed under.</summary>
    public static (string Token, string Key) NewToken()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, SessionAuthentication.KeyOf(token));
    }

    /// <summary>Completes an attempt to sign in by <paramref name="evidence"/>; the caller acts as a component of the platform.</summary>
    public async Task<Outcome<TokenAnswer>> CompleteAsync(SpaceId space, Evidence evidence, HttpContext context)
    {
        var (token, session) = Prepare(context);
        var completed = await accounts.Of(space).CompleteSignIn(new CompleteSignIn(evidence, session));
        return completed.Accepted ? await OpenAsync(space, token, session) : completed.Refusal;
    }

    /// <summary>Signs in somebody whom the platform has proven by <paramref name="by"/>; the caller acts as a component of the platform.</summary>
    public async Task<Outcome<TokenAnswer>> SignInAsync(SpaceId space, Factor by, HttpContext context)
    {
        var (token, session) = Prepare(context);
        var begun = await accounts.Of(space).BeginSession(new BeginSession(session, by));
        return begun.Accepted ? await OpenAsync(space, token, session) : begun.Refusal;
    }

    /// <summary>Goes on with a session under a new token, just after a proof; the token before is over.</summary>
    public async Task<TokenAnswer> RenewAsync(HttpContext context, string token)
    {
        var sheet = context.RequiredSession();
        await SessionAuthentication.Session(grains, token).Begin(sheet with { ProvenAt = time.GetUtcNow() });
        await SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!).End();
        return new(token, sheet.Ends);
    }

    // A session on the device that asks; it opens nothing before the account knows it.
    private (string Token, Session Session) Prepare(HttpContext context)
    {
        var (token, key) = NewToken();
        var now = time.GetUtcNow();
        return (token, new(Guid.NewGuid(), key, DeviceName.Of(context.Request), now, now + Session.Absolute));
    }

    // The trace stands before the token is given out.
    private async Task<TokenAnswer> OpenAsync(SpaceId space, string token, Session session)
    {
        await acts.NoteAsync(space, TraceAction.SignedIn);
        await SessionAuthentication.Session(grains, token).Begin(new SessionSheet(space, session.Id, session.Ends, session.Began));
        return new(token, session.Ends);
    }
}

/// <summary>A token, and when it ends at the latest.</summary>
internal sealed record TokenAnswer(string Token, DateTimeOffset Expires);
