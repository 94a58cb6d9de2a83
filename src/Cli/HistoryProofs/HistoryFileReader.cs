using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary>Reads the file of a history proof as strictly as its format is written: every member that is due, no other, each in its form.</summary>
internal static class HistoryFileReader
{
    private const long LargestNumber = (1L << 53) - 1;

    private static readonly string[] Members = ["format", "version", "journal", "key", "entries", "head", "night"];
    private static readonly string[] Digests = ["seq", "time", "kind", "keyClass", "schema", "commandId", "bodyHash", "chain"];
    private static readonly string[] Open = [.. Digests, "salt", "body"];
    private static readonly string[] Ends = ["seq", "chain", "signature"];
    private static readonly string[] Nights = ["shard", "date", "seq", "chain", "leaf", "leaves", "path", "previous", "signature"];

    /// <summary>Reads <paramref name="bytes"/>, or tells what is not written as it should be.</summary>
    public static (HistoryFile? File, HistoryFault? Fault) Read(ReadOnlyMemory<byte> bytes)
    {
        long? entry = null;
        try
        {
            // The parser looks at the encoding of what it is asked for alone.
            Require(Utf8.IsValid(bytes.Span));
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            Require(root.ValueKind is JsonValueKind.Object && root.TryGetProperty("format", out var format) && Text(format) == "mes-history-proof");
            if (Number(root.GetProperty("version"), LargestNumber) != 1)
            {
                return (null, new(FaultKind.Version));
            }

            Require(HasOnly(root, Members));
            var (journal, key) = (Hex(root.GetProperty("journal"), 32), Hex(root.GetProperty("key"), 65));
            var (head, night) = (Head(root.GetProperty("head")), Night(root.GetProperty("night")));
            var entries = new List<FileEntry>(root.GetProperty("entries").GetArrayLength());
            foreach (var element in root.GetProperty("entries").EnumerateArray())
            {
                entry = entries.Count + 1;
                entries.Add(Entry(element));
            }

            return (new(journal, key, entries, head, night), null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, new(FaultKind.Unreadable, entry));
        }
    }

    private static FileEntry Entry(JsonElement entry)
    {
        var open = HasOnly(entry, Open);
        Require(open || HasOnly(entry, Digests));
        return new(
            Number(entry.GetProperty("seq"), LargestNumber),
            Ticks(Text(entry.GetProperty("time"))),
            (ushort)Number(entry.GetProperty("kind"), ushort.MaxValue),
            (byte)Number(entry.GetProperty("keyClass"), 3),
            (byte)Number(entry.GetProperty("schema"), byte.MaxValue),
            CommandId(Text(entry.GetProperty("commandId"))),
            Hex(entry.GetProperty("bodyHash"), 32),
            open ? Hex(entry.GetProperty("salt"), 16) : null,
            open ? System.Text.Encoding.UTF8.GetBytes(Text(entry.GetProperty("body"))) : null,
            Hex(entry.GetProperty("chain"), 32));
    }

    private static FileHead Head(JsonElement head)
    {
        Require(HasOnly(head, Ends));
        return new(Number(head.GetProperty("seq"), LargestNumber), Hex(head.GetProperty("chain"), 32), Hex(head.GetProperty("signature"), 64));
    }

    private static FileNight? Night(JsonElement night)
    {
        if (night.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        Require(HasOnly(night, Nights));
        var date = Text(night.GetProperty("date"));
        Require(DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return new(
            (ushort)Number(night.GetProperty("shard"), 4_095),
            date,
            Number(night.GetProperty("seq"), LargestNumber),
            Hex(night.GetProperty("chain"), 32),
            Number(night.GetProperty("leaf"), LargestNumber),
            Number(night.GetProperty("leaves"), LargestNumber),
            [.. night.GetProperty("path").EnumerateArray().Select(beside => Hex(beside, 32))],
            Hex(night.GetProperty("previous"), 32),
            Hex(night.GetProperty("signature"), 64));
    }

    private static bool HasOnly(JsonElement element, string[] members) =>
        element.EnumerateObject().Select(member => member.Name).ToHashSet().SetEquals(members);

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException();

    /// <summary>A whole number from 0, however JSON writes it: what counts is the value, as every language reads it.</summary>
    private static long Number(JsonElement element, long largest)
    {
        var value = element.GetDouble();
        Require(value >= 0 && value <= largest && Math.Floor(value) == value);
        return (long)value;
    }

    private static byte[] Hex(JsonElement element, int bytes) => Hex(Text(element), bytes);

    private static byte[] Hex(string text, int bytes)
    {
        Require(text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower));
        return Convert.FromHexString(text);
    }

    private static byte[] CommandId(string text)
    {
        Require(text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-');
        return Hex(text.Replace("-", "", StringComparison.Ordinal), 16);
    }

    private static long Ticks(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None).Ticks;

    private static void Require(bool right)
    {
        if (!right)
        {
            throw new FormatException();
        }
    }
}
