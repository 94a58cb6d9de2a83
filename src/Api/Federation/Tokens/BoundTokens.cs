using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Federation;

namespace MonEspaceSante.Api.Federation.Tokens;

/// <summary>
/// Access tokens that go with the certificate of a structure: together they are the structure and the person who acts (security design, rule 13).
/// </summary>
internal sealed class BoundTokens(IGrainFactory grains, PractisingProfessionals practising)
{
    /// <summary>A new token that says <paramref name="bound"/>.</summary>
    public async Task<string> IssueAsync(BoundToken bound)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await Find(token).Issue(bound);
        return token;
    }

    /// <summary>What <paramref name="token"/> says to who comes with <paramref name="certificate"/>; nothing for somebody who may no longer practise.</summary>
    public async Task<BoundToken?> ShowAsync(string token, string certificate) =>
        await Find(token).Show(certificate) is { Accepted: true, Value: { } bound } && practising.Includes(bound.Professional) ? bound : null;

    /// <summary>The token is over.</summary>
    public Task RevokeAsync(string token, string certificate) => Find(token).Revoke(certificate);

    /// <summary>
    /// Makes the caller the person that the bearer token names, if one came beside the certificate. A token that is not good with this certificate
    /// refuses the request: the software means somebody to act, and would else act for nobody.
    /// </summary>
    public async Task<bool> TryAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0)
        {
            return true;
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        if (context.Caller() is Caller.Organisation organisation && SessionAuthentication.Token(context) is { } token
            && await ShowAsync(token, organisation.CertificateDigest) is { } bound)
        {
            context.SetCaller(bound.Professional);
            return true;
        }

        await Refusals.WriteAsync(context, EdgeRefusals.NotAuthenticated);
        return false;
    }

    private IBoundTokenGrain Find(string token) =>
        grains.GetGrain<IBoundTokenGrain>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
}
