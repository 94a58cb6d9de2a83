using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// The endpoint answers who has proven who they are within the last five minutes (security design, rule 7): at sign-in, or since, by
/// <c>POST /api/v1/session/proof</c>. Others are refused with the code <c>fresh-proof-needed</c>.
/// </summary>
internal sealed record NeedsFreshProof;

/// <summary>The session that a request is made in, and how fresh its proof is.</summary>
internal static class FreshProof
{
    /// <summary>The session, where there is one.</summary>
    public static SessionSheet? Session(this HttpContext context) => context.Features.Get<SessionSheet>();

    /// <summary>The session, on routes for who is signed in.</summary>
    public static SessionSheet RequiredSession(this HttpContext context) =>
        context.Session() ?? throw new InvalidOperationException("An endpoint that needs a session was reached without one.");

    public static bool IsFresh(this SessionSheet session, DateTimeOffset now) => now < session.ProvenAt + Domain.Accounts.Session.FreshProof;
}
