using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Mail;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Sessions;

/// <summary>One-time codes: six digits for one attempt.</summary>
internal sealed class OneTimeCodes(IKeyRing keys, IMailer mailer, ITextMessenger messenger)
{
    /// <summary>A new code for <paramref name="attempt"/>.</summary>
    public async Task<(string Code, string Digest)> NewAsync(string attempt)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        return (code, await DigestAsync(attempt, code));
    }

    /// <summary>What is kept of a code. Six digits are few: a keyed digest, so that who reads the journal cannot try them all.</summary>
    public async Task<string> DigestAsync(string attempt, string? code) => Convert.ToBase64String(
        HMACSHA256.HashData((await keys.PurposeKeyAsync("one-time-code", CancellationToken.None)).Span, Encoding.UTF8.GetBytes($"{attempt}|{code?.Trim()}")));

    /// <summary>What somebody brings who enters <paramref name="code"/>.</summary>
    public async Task<Evidence.OneTimeCode> EvidenceAsync(string attempt, string? code) => new(attempt, await DigestAsync(attempt, code));

    /// <summary>Sends <paramref name="code"/>.</summary>
    public Task SendAsync(Contact contact, string code) => TellAsync(contact, Letters.OneTimeCode(code));

    /// <summary>Tells whoever reads at <paramref name="contact"/> that sign-in has changed.</summary>
    public Task TellOfChangeAsync(Contact contact) => TellAsync(contact, Letters.SignInChanged);

    private Task TellAsync(Contact contact, Letter letter) => contact.Kind is ContactKind.Email
        ? mailer.SendAsync(contact.Value, letter)
        : messenger.SendAsync(contact.Value, letter.Short);
}
