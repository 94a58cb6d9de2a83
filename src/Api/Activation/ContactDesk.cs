using MonEspaceSante.Api.Mail;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Activation;

/// <summary>Verifies the e-mail address of a proven person before there is an account: it is where the codes that open it will go.</summary>
internal sealed class ContactDesk(ActivationDesk desk, OneTimeCodes codes, IMailer mailer)
{
    /// <summary>Sends a one-time code to <paramref name="email"/>.</summary>
    public async Task<Outcome<Done>> AskForCodeAsync(string? token, string? email)
    {
        using var acting = CallerContext.Become(ActivationDesk.Component);
        if (!CredentialRules.IsAddress(email))
        {
            return SignInRefusals.EmailMalformed.At("email");
        }

        var (code, digest) = await codes.NewAsync(token ?? "");
        var asked = desk.Find(token) is { } activation ? await activation.AskForContactCode(email!, digest) : SignInRefusals.AttemptOver;
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
        var entered = desk.Find(token) is { } activation ? await activation.EnterContactCode(await codes.DigestAsync(token!, code)) : SignInRefusals.AttemptOver;
        return entered.Accepted ? Done.Answer : entered.Refusal;
    }
}
