using System.Text.Json;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary>What a batch of a campaign promises to journal before its letters and mails leave: nobody's name, and no code.</summary>
/// <param name="At">When its letters leave; the six weeks run from there.</param>
/// <param name="Sendings">One for each person.</param>
internal sealed record CampaignBatch(DateTimeOffset At, IReadOnlyList<CampaignSending> Sendings);

/// <summary>A person who is informed by a batch.</summary>
/// <param name="Key">What they are filed under.</param>
/// <param name="Space">Their space.</param>
/// <param name="Secret">The digest of their code.</param>
/// <param name="ByMail">Whether the code goes by mail.</param>
internal sealed record CampaignSending(BlindKey Key, SpaceId Space, SecretDigest Secret, bool ByMail);

/// <summary>
/// The folder of a batch that has not left. It counts from the moment its list is there, which is written last and whole: what a process that ended
/// earlier left behind was promised to nobody, and is removed.
/// </summary>
internal sealed class BatchFolder(string path)
{
    private string ListPath => Path.Combine(path, "batch");

    /// <summary>The letters, to be printed.</summary>
    public string Letters => Path.Combine(path, "letters.pdf");

    /// <summary>Where each letter of <see cref="Letters"/> goes.</summary>
    public string Addresses => Path.Combine(path, "letters.json");

    /// <summary>The mails.</summary>
    public string Mails => Path.Combine(path, "mails");

    /// <summary>What it is called.</summary>
    public string Name => Path.GetFileName(path);

    /// <summary>The batches under <paramref name="folder"/> that have not left, the oldest first.</summary>
    public static IReadOnlyList<BatchFolder> Under(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(path => new BatchFolder(path))] : [];

    /// <summary>Makes the folder.</summary>
    public void Create() => Directory.CreateDirectory(Mails);

    /// <summary>What it promises; <see langword="null"/> where it came to nothing.</summary>
    public CampaignBatch? Find() =>
        File.Exists(ListPath) ? JsonSerializer.Deserialize(File.ReadAllBytes(ListPath), CampaignJson.Default.CampaignBatch) : null;

    /// <summary>Promises <paramref name="batch"/>: all else must be in the folder already.</summary>
    public void Promise(CampaignBatch batch)
    {
        var draft = ListPath + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(batch, CampaignJson.Default.CampaignBatch));
        File.Move(draft, ListPath);
    }

    /// <summary>Removes it, with what is still in it.</summary>
    public void Delete() => Directory.Delete(path, recursive: true);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CampaignBatch))]
[JsonSerializable(typeof(IReadOnlyList<LetterAddress>))]
internal sealed partial class CampaignJson : JsonSerializerContext;

/// <summary>Where a letter of a batch goes, and where it stands in the file.</summary>
/// <param name="Page">Its first page, from 1.</param>
/// <param name="Pages">How many it has.</param>
/// <param name="Lines">Name and address.</param>
internal sealed record LetterAddress(int Page, int Pages, IReadOnlyList<string> Lines);
