using System.Buffers;
using System.Buffers.Text;
using System.Text;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>What a primitive may say, on its UTF-8 text: the regular expressions of R4, by hand since every value passes here, and its limits.</summary>
internal static class PrimitiveRules
{
    // FHIR R4, string: at most 1,048,576 characters.
    private const int LongestString = 1024 * 1024;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(sign => (byte)sign).Except("\t\r\n"u8.ToArray())]);
    private static readonly SearchValues<byte> IdSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> Base64Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);
    private static readonly SearchValues<byte> HexSigns = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Whether <paramref name="text"/> is a value of <paramref name="kind"/>; of a number, it is a JSON number already.</summary>
    public static bool Accept(PrimitiveKind kind, ReadOnlySpan<byte> text) => kind switch
    {
        PrimitiveKind.Boolean or PrimitiveKind.Decimal => true,
        PrimitiveKind.Integer => IsInteger(text, int.MinValue),
        PrimitiveKind.UnsignedInt => IsInteger(text, 0),
        PrimitiveKind.PositiveInt => IsInteger(text, 1),
        PrimitiveKind.String or PrimitiveKind.Markdown => IsText(text) && !IsTooLong(text),
        PrimitiveKind.Xhtml => IsText(text) && new XhtmlScanner(text).IsDiv(),
        PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical => IsUri(text),
        PrimitiveKind.Code => IsCode(text),
        PrimitiveKind.Id => text.Length <= 64 && !text.ContainsAnyExcept(IdSigns),
        PrimitiveKind.Oid => IsOid(text),
        PrimitiveKind.Uuid => IsUuid(text),
        PrimitiveKind.Base64Binary => IsBase64(text),
        PrimitiveKind.Date => TimeRules.IsDate(text),
        PrimitiveKind.DateTime => TimeRules.IsDateTime(text),
        PrimitiveKind.Instant => TimeRules.IsInstant(text),
        PrimitiveKind.Time => TimeRules.IsTime(text),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static bool IsInteger(ReadOnlySpan<byte> text, int least) =>
        Utf8Parser.TryParse(text, out int value, out var read) && read == text.Length && value >= least && (least < 0 || text[0] != '-');

    // FHIR R4, string: no characters below 32 but tab, line feed and carriage return; XML has no U+FFFE and U+FFFF either.
    private static bool IsText(ReadOnlySpan<byte> text) =>
        !text.ContainsAny(Controls) && text.IndexOf("\uFFFE"u8) < 0 && text.IndexOf("\uFFFF"u8) < 0;

    private static bool IsTooLong(ReadOnlySpan<byte> text) => text.Length > LongestString && Encoding.UTF8.GetCharCount(text) > LongestString;

    private static bool IsUri(ReadOnlySpan<byte> text) => IsText(text) && !text.ContainsAny(Blanks);

    // Words with one blank between them.
    private static bool IsCode(ReadOnlySpan<byte> text)
    {
        if (!IsText(text))
        {
            return false;
        }

        for (var blank = text.IndexOfAny(Blanks); blank >= 0; blank = text.IndexOfAny(Blanks))
        {
            if (blank == 0)
            {
                return false;
            }

            text = text[(blank + 1)..];
        }

        return text.Length > 0;
    }

    private static bool IsOid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:oid:"u8) || text.Length < 9 || text[8] is not (>= (byte)'0' and <= (byte)'2'))
        {
            return false;
        }

        var arcs = text[9..];
        while (arcs is [(byte)'.', .. var arc])
        {
            var end = arc.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var other ? other : arc.Length;
            if (end == 0 || (end > 1 && arc[0] == (byte)'0'))
            {
                return false;
            }

            arcs = arc[end..];
        }

        return arcs.IsEmpty && text.Length > 9;
    }

    private static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 45 || !text.StartsWith("urn:uuid:"u8))
        {
            return false;
        }

        var uuid = text[9..];
        return uuid[8] == '-' && uuid[13] == '-' && uuid[18] == '-' && uuid[23] == '-'
            && !uuid[..8].ContainsAnyExcept(HexSigns) && !uuid[9..13].ContainsAnyExcept(HexSigns) && !uuid[14..18].ContainsAnyExcept(HexSigns)
            && !uuid[19..23].ContainsAnyExcept(HexSigns) && !uuid[24..].ContainsAnyExcept(HexSigns);
    }

    // Groups of four, blanks between groups only; and, beyond the expression of R4, = only at the end, once or twice.
    private static bool IsBase64(ReadOnlySpan<byte> all)
    {
        var text = all;
        var groups = 0;
        while (text.IndexOfAnyExcept(Blanks) is >= 0 and var start)
        {
            text = text[start..];
            var end = text.IndexOfAny(Blanks) is >= 0 and var blank ? blank : text.Length;
            if (end % 4 != 0 || text[..end].ContainsAnyExcept(Base64Signs))
            {
                return false;
            }

            groups += end / 4;
            text = text[end..];
        }

        return groups > 0 && all.TrimEnd("= \t\r\n"u8).IndexOf((byte)'=') < 0 && all.Count((byte)'=') <= 2;
    }
}
