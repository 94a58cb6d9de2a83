using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Papers;
using MonEspaceSante.Papers.Pdf;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary>
/// Draws the codes of a batch and writes its letters and mails. The codes are in these alone, in clear as they must be for whoever receives them, and
/// nowhere else: what is journaled and what the batch promises are slow digests.
/// </summary>
internal static class BatchPreparation
{
    /// <summary>Writes everything that <paramref name="folder"/> needs to inform <paramref name="recipients"/>, then promises it.</summary>
    public static void Write(BatchFolder folder, IReadOnlyList<Recipient> recipients, string site, DateTimeOffset at)
    {
        folder.Create();
        var codes = recipients.Select(_ => string.Concat(RandomNumberGenerator.GetItems<char>(CredentialRules.CodeAlphabet, CredentialRules.CodeLength))).ToList();
        var sendings = new CampaignSending[recipients.Count];

        // The digests are slow on purpose; they are nearly all of the cost of a campaign.
        Parallel.For(0, sendings.Length, i => sendings[i] = new(recipients[i].Key, recipients[i].Person.Space, SlowDigest.New(codes[i]), recipients[i].ByMail));
        foreach (var (i, (recipient, code)) in recipients.Zip(codes).Index())
        {
            if (recipient.ByMail)
            {
                var mail = CampaignMail.Text(recipient.Addressee.Email!, code, site, at);
                File.WriteAllText(Path.Combine(folder.Mails, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.eml")), mail, new UTF8Encoding(false));
            }
        }

        WriteLetters(folder, recipients.Zip(codes).Where(sending => !sending.First.ByMail).Select(
            sending => new InformationLetter(sending.First.Person.Sheet, sending.First.Addressee, sending.Second, at, site)));
        folder.Promise(new(at, sendings));
    }

    /// <summary>French, then English on the back.</summary>
    private static void WriteLetters(BatchFolder folder, IEnumerable<InformationLetter> letters)
    {
        var papers = letters.SelectMany(letter => new[] { letter.In(PaperLanguage.French), letter.In(PaperLanguage.English) }).ToList();
        if (papers.Count == 0)
        {
            return;
        }

        IReadOnlyList<LetterAddress> addresses = [.. papers.Where(paper => paper.Language is PaperLanguage.French).Select(
            (paper, i) => new LetterAddress((2 * i) + 1, 2, [.. ((PaperBlock.Address)paper.Blocks[0]).Lines]))];
        File.WriteAllBytes(folder.Letters, PdfFile.Of(papers));
        File.WriteAllBytes(folder.Addresses, JsonSerializer.SerializeToUtf8Bytes(addresses, CampaignJson.Default.IReadOnlyListLetterAddress));
    }
}
