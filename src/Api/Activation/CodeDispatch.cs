using System.Security.Cryptography;
using MonEspaceSante.Api.Mail;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Api.Activation;

/// <summary>Makes provisional codes, and sends them on their way.</summary>
internal sealed partial class CodeDispatch(IMailer mailer, ITextMessenger messenger, ILetterPress press, ILogger<CodeDispatch> logger)
{
    /// <summary>A new code, as it is printed without its space.</summary>
    public static string New() => new(RandomNumberGenerator.GetItems<char>(CredentialRules.CodeAlphabet, CredentialRules.CodeLength));

    /// <summary>Whether <paramref name="person"/> can be reached by <paramref name="channel"/>; nobody can where the traits found nobody.</summary>
    public static bool Reaches(EnrolledPerson? person, CodeChannel channel) =>
        person is { Sheet: { DiedOn: null } sheet } && OfferedChannel.Of(sheet).Any(offered => offered.Channel == channel);

    /// <summary>
    /// Sends <paramref name="code"/> without anybody waiting for it: how long a channel takes would tell who exists. One that is lost with this
    /// process is asked for again.
    /// </summary>
    public void Send(HolderSheet sheet, CodeChannel channel, string code) => _ = SendQuietly(sheet, channel, code);

    private async Task SendQuietly(HolderSheet sheet, CodeChannel channel, string code)
    {
        try
        {
            await (channel switch
            {
                CodeChannel.Email => mailer.SendAsync(sheet.Email!, Letters.ProvisionalCode(Printed(code))),
                CodeChannel.TextMessage => messenger.SendAsync(sheet.Phone!, Letters.ProvisionalCode(Printed(code)).Short),
                CodeChannel.Letter => press.PrintAsync(sheet, code),
                _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
            });
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or TimeoutException)
        {
            LogNotSent(logger, channel, trouble.GetType().Name);
        }
    }

    private static string Printed(string code) => $"{code[..(CredentialRules.CodeLength / 2)]} {code[(CredentialRules.CodeLength / 2)..]}";

    [LoggerMessage(1401, LogLevel.Warning, "A provisional code could not be sent by {Channel} ({Kind}); its person asks for another.")]
    private static partial void LogNotSent(ILogger logger, CodeChannel channel, string kind);
}
