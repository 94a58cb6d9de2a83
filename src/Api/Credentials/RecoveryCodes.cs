using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Credentials;

/// <summary>Recovery codes, written down for the day when telephone and mailbox are out of reach: 50 bits each, like the code of a letter.</summary>
internal sealed class RecoveryCodes(IKeyRing keys)
{
    /// <summary>New codes, printed 5 + 5, and what is kept of them.</summary>
    public async Task<(string[] Codes, string[] Digests)> NewAsync(int count)
    {
        var codes = Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(CredentialRules.CodeAlphabet, CredentialRules.CodeLength)).ToArray();
        var digests = await Task.WhenAll(codes.Select(DigestAsync));
        return ([.. codes.Select(code => $"{code[..5]}-{code[5..]}")], digests);
    }

    /// <summary>What is kept of a code: a keyed digest, as of one-time codes.</summary>
    public async Task<string> DigestAsync(string code) => Convert.ToBase64String(
        HMACSHA256.HashData((await keys.PurposeKeyAsync("recovery-code", CancellationToken.None)).Span, Encoding.UTF8.GetBytes(code)));
}
