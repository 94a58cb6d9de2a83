using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Federation;

namespace MonEspaceSante.Api.Federation;

/// <summary>Opens the session of a professional that a bearer token names; the directory is asked each time, so that who is struck off is out.</summary>
internal sealed class ProfessionalSessions(IGrainFactory grains, PractisingProfessionals practising)
{
    // Tells the sessions of professionals from those of citizens before anybody is asked.
    private const string Mark = "ps.";

    public static string NewToken() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static IProfessionalSessionGrain Find(IGrainFactory grains, string token) =>
        grains.GetGrain<IProfessionalSessionGrain>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));

    /// <summary>Whether the request comes with the token of a professional's session; the caller is known where the session lives.</summary>
    public async Task<bool> TryAsync(HttpContext context)
    {
        if (SessionAuthentication.Token(context) is not { } token || !token.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        var session = Find(grains, token);
        if (await session.Whose() is { Accepted: true, Value: { } professional })
        {
            if (practising.Includes(professional))
            {
                context.SetCaller(professional);
            }
            else
            {
                await session.End();
            }
        }

        return true;
    }
}
