using System.Buffers.Text;
using System.Security.Cryptography;
using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Sessions;

/// <summary>Gives out tokens: 256 random bits, which nobody but who holds them knows.</summary>
internal sealed class SessionDesk(IGrainFactory grains, AccountDirectory accounts, TimeProvider time)
{
    /// <summary>A token, and what sessions are filed under.</summary>
    public static (string Token, string Key) NewToken()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, SessionAuthentication.KeyOf(token));
    }

    /// <summary>A session on the device that asks; it opens nothing before the account knows it.</summary>
    public NewSession Prepare(HttpContext context)
    {
        var (token, key) = NewToken();
        var now = time.GetUtcNow();
        return new(token, new(Guid.NewGuid(), key, DeviceName.Of(context.Request), now, now + Session.Absolute));
    }

    /// <summary>Opens a session that the account knows.</summary>
    public async Task<TokenAnswer> OpenAsync(SpaceId space, NewSession opened)
    {
        await SessionAuthentication.Session(grains, opened.Token)
            .Begin(new SessionSheet(space, opened.Session.Id, opened.Session.Ends, opened.Session.Began));
        return new(opened.Token, opened.Session.Ends);
    }

    /// <summary>Signs in somebody whom the platform has proven by <paramref name="by"/>; the caller acts as a component of the platform.</summary>
    public async Task<Outcome<TokenAnswer>> SignInAsync(SpaceId space, Factor by, HttpContext context)
    {
        var prepared = Prepare(context);
        var begun = await accounts.Of(space).BeginSession(new BeginSession(prepared.Session, by));
        return begun.Accepted ? await OpenAsync(space, prepared) : begun.Refusal;
    }

    /// <summary>Goes on with a session under a new token, just after a proof; the token before is over.</summary>
    public async Task<TokenAnswer> RenewAsync(HttpContext context, string token)
    {
        var sheet = context.RequiredSession();
        await SessionAuthentication.Session(grains, token).Begin(sheet with { ProvenAt = time.GetUtcNow() });
        await SessionAuthentication.Session(grains, SessionAuthentication.Token(context)!).End();
        return new(token, sheet.Ends);
    }
}

/// <summary>A session that is about to begin, and its token.</summary>
internal sealed record NewSession(string Token, Session Session);

/// <summary>A token, and when it ends at the latest.</summary>
internal sealed record TokenAnswer(string Token, DateTimeOffset Expires);
