using System.Globalization;
using System.Text;

namespace MonEspaceSante.Storage.Due;

/// <summary>A line of the due index: whom to call back, when, for what. Never health data, never an identity.</summary>
/// <param name="At">When it falls due.</param>
/// <param name="Target">The grain to call: its kind, a slash and its key.</param>
/// <param name="Kind">What is to be done, a word that the target knows.</param>
/// <param name="Id">Which one: a target called twice for the same identity acts once.</param>
/// <param name="Tries">How often it was called in vain.</param>
/// <param name="From">When to call: <paramref name="At"/>, or later after a call in vain.</param>
public sealed record DueEntry(DateTimeOffset At, string Target, string Kind, Guid Id, int Tries, DateTimeOffset From)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const char Separator = '\t';
    private const int Fields = 6;

    /// <summary>An entry that was not called yet.</summary>
    public DueEntry(DateTimeOffset at, string target, string kind, Guid id)
        : this(at, target, kind, id, 0, at)
    {
    }

    /// <summary>An entry for the space <paramref name="space"/>: written where the grain of the space need not be known.</summary>
    public static DueEntry OfSpace(string space, string kind, Guid id, DateTimeOffset at) => new(at, $"space/{space}", kind, id);

    /// <summary>The same, to be called again at <paramref name="from"/>.</summary>
    public DueEntry Again(DateTimeOffset from) => this with { Tries = Tries + 1, From = from };

    /// <summary>Reads the lines of a bucket.</summary>
    /// <exception cref="InvalidDataException">A line is none of ours: what is due must not be skipped.</exception>
    internal static IEnumerable<DueEntry> ReadAll(ReadOnlyMemory<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            yield return Read(Encoding.UTF8.GetString(lines.Span[..(end < 0 ? lines.Length : end)]));
            lines = end < 0 ? default : lines[(end + 1)..];
        }
    }

    /// <summary>Writes the line of the entry, its end included.</summary>
    internal void Write(Stream lines)
    {
        var text = string.Join(
            Separator, Write(At), Target, Kind, Id.ToString("N"), Tries.ToString(CultureInfo.InvariantCulture), Tries == 0 ? "" : Write(From));
        lines.Write(Encoding.UTF8.GetBytes(text + '\n'));
    }

    private static DueEntry Read(string line)
    {
        var fields = line.Split(Separator);
        return fields.Length == Fields && TryRead(fields[0], out var at) && Guid.TryParseExact(fields[3], "N", out var id)
            && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
            ? new(at, fields[1], fields[2], id, tries, TryRead(fields[5], out var from) ? from : at)
            : throw new InvalidDataException("A line of the due index cannot be read.");
    }

    private static string Write(DateTimeOffset instant) => instant.ToUniversalTime().ToString(Instant, CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
