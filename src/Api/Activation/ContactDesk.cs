using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Api.Mail;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Activation;

/// <summary>Verifies the e-mail address of a proven person before there is an account: it is where the codes that open it will go.</summary>
internal sealed class ContactDesk(ActivationDesk desk, IKeyRing keys, IMailer mailer)
{
    /// <summary>Sends a one-time code to <paramref name="email"/>.</summary>
    public async Task<Outcome<Done>> AskForCodeAsync(string? token, string? email)
    {
        using var acting = CallerContext.Become(ActivationDesk.Component);
        if (!CredentialRules.IsAddress(email))
        {
            return SignInRefusals.EmailMalformed.At("email");
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var asked = desk.Find(token) is { } activation ? await activation.AskForContactCode(email!, await DigestAsync(token!, code)) : SignInRefusals.AttemptOver;
        if (!asked.Accepted)
        {
            return asked.Refusal;
        }

        await mailer.SendAsync(email!, Letters.AddressCode(code));
        return Done.Answer;
    }

    /// <summary>The person enters the code.</summary>
    public async Task<Outcome<Done>> VerifyAsync(string? token, string? code)
    {
        using var acting = CallerContext.Become(ActivationDesk.Component);
        var entered = desk.Find(token) is { } activation ? await activation.EnterContactCode(await DigestAsync(token!, code ?? "")) : SignInRefusals.AttemptOver;
        return entered.Accepted ? Done.Answer : entered.Refusal;
    }

    // Six digits are few: a keyed digest, so that who reads memory cannot try them all.
    private async Task<string> DigestAsync(string token, string code) => Convert.ToBase64String(
        HMACSHA256.HashData((await keys.PurposeKeyAsync("one-time-code", CancellationToken.None)).Span, Encoding.UTF8.GetBytes($"{token}|{code.Trim()}")));
}
