using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>How a provisional code reaches a person.</summary>
public enum CodeChannel
{
    /// <summary>By e-mail, to the address that the insurer knows.</summary>
    Email,

    /// <summary>By text message, to the number that the insurer knows.</summary>
    TextMessage,

    /// <summary>By letter, to the postal address that the insurer knows.</summary>
    Letter,
}

/// <summary>A way to get a code, as it is offered: enough for its owner to recognise it, too little to write to.</summary>
/// <param name="Channel">Which.</param>
/// <param name="Masked">The address, masked: the first letter and the last domain, or the last two digits; none of a postal address.</param>
public sealed record OfferedChannel(CodeChannel Channel, string? Masked)
{
    private const string Letters = "abcdefghjlmnprstv";

    /// <summary>What is offered to the person of <paramref name="sheet"/>. There is always the letter.</summary>
    public static ValueList<OfferedChannel> Of(HolderSheet sheet) =>
    [
        .. sheet.Email is { } email ? [new OfferedChannel(CodeChannel.Email, MaskEmail(email))] : Array.Empty<OfferedChannel>(),
        .. sheet.Phone is { } phone ? [new OfferedChannel(CodeChannel.TextMessage, MaskPhone(phone[^2..]))] : Array.Empty<OfferedChannel>(),
        new(CodeChannel.Letter, null),
    ];

    /// <summary>
    /// What is offered where the traits find nobody: invented from a keyed digest of all of them, so that the same traits show the same again, and
    /// others something else, as if they had found somebody.
    /// </summary>
    public static ValueList<OfferedChannel> Invented(BlindKey traits)
    {
        var bytes = Convert.FromHexString(traits.Value);
        return
        [
            .. bytes[0] % 10 < 7 ? [new OfferedChannel(CodeChannel.Email, Mask(Letters[bytes[1] % Letters.Length], bytes[2] % 10 < 5 ? "fr" : "com"))] : Array.Empty<OfferedChannel>(),
            .. bytes[3] % 10 < 7 ? [new OfferedChannel(CodeChannel.TextMessage, MaskPhone((bytes[4] % 100).ToString("00", CultureInfo.InvariantCulture)))] : Array.Empty<OfferedChannel>(),
            new(CodeChannel.Letter, null),
        ];
    }

    private static string MaskEmail(string email) => Mask(email[0], email[(email.LastIndexOf('.') + 1)..]);

    private static string Mask(char first, string domain) => $"{first}•••@•••.{domain}";

    private static string MaskPhone(string lastTwo) => $"•• •• •• •• {lastTwo}";
}
