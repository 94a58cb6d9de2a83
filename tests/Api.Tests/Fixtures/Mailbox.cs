using System.Text.RegularExpressions;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>The mails that the platform has written.</summary>
public sealed partial class Mailbox(string folder)
{
    /// <summary>The one-time code of the latest mail to <paramref name="address"/>.</summary>
    public async Task<string> LatestCodeAsync(string address)
    {
        var latest = Directory.EnumerateFiles(folder, "*.eml").Where(file => File.ReadAllText(file).Contains($"To: {address}\r\n", StringComparison.Ordinal)).Max()!;
        return Code().Match(await File.ReadAllTextAsync(latest)).Groups["code"].Value;
    }

    [GeneratedRegex("Votre code : (?<code>[0-9]{6})")]
    private static partial Regex Code();
}
