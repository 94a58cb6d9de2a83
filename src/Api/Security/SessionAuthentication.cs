using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Security;

/// <summary>Opens the session that a bearer token names. The token is known to its holder alone: sessions are filed under a digest of it.</summary>
internal sealed class SessionAuthentication(IGrainFactory grains)
{
    private static readonly Caller Edge = new Caller.Platform("edge");

    public async Task TryAsync(HttpContext context)
    {
        if (Token(context) is not { } token)
        {
            return;
        }

        using var acting = CallerContext.Become(Edge);
        var whose = await Session(grains, token).Whose();
        if (whose.Accepted)
        {
            context.Features.Set(whose.Value);
            context.SetCaller(new Caller.Holder(whose.Value.Space));
        }
    }

    public static string? Token(HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length is > 20 and < 200 ? header[Scheme.Length..].Trim() : null;
    }

    /// <summary>What the session of <paramref name="token"/> is filed under.</summary>
    public static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static ISessionGrain Session(IGrainFactory grains, string token) => grains.GetGrain<ISessionGrain>(KeyOf(token));
}
