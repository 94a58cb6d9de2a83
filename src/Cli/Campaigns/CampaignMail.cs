using System.Globalization;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary>The mail that informs a person. It names nobody and says nothing of anybody's health (security design, rule 31).</summary>
internal static class CampaignMail
{
    /// <summary>The mail to <paramref name="address"/>, as the files of the outbox are.</summary>
    public static string Text(string address, string code, string site, DateTimeOffset at)
    {
        var printed = $"{code[..(CredentialRules.CodeLength / 2)]} {code[(CredentialRules.CodeLength / 2)..]}";
        var until = (at + ProvisionalCode.Validity).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = $"""
            Date: {at:R}
            To: {address}
            Subject: Votre espace numérique de santé / Your digital health space
            Content-Type: text/plain; charset=utf-8

            Un espace numérique de santé vous est proposé. Votre code provisoire : {printed}
            Il est valable jusqu’au {until}, une seule fois, sur {site}. Ne le donnez à personne.
            Vous pouvez vous opposer à cet espace jusqu’à la même date, sur ce site avec ce code ou au 34 22. Sans réponse, il s’ouvrira.

            A digital health space is offered to you. Your provisional code: {printed}
            It is valid until {until}, once, on {site}. Give it to nobody.
            You may object to this space until the same date, on that site with this code or by calling 34 22. Without an answer, it opens.

            """;
        return text.ReplaceLineEndings("\r\n");
    }
}
