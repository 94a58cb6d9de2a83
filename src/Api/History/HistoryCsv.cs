using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Api.History;

/// <summary>
/// A history as a table to open in a spreadsheet (RFC 4180, UTF-8 with its mark, without which spreadsheets read accents wrong): one line for
/// each entry, in French or in English. Moments are UTC.
/// </summary>
internal static class HistoryCsv
{
    private static readonly string[] French =
    [
        "date et heure (UTC)", "qui", "genre", "profession", "structure", "action", "document", "type", "mode", "motif déclaré", "consentement déclaré",
        "décision", "règles", "explication", "certificat (SHA-256)", "entrée",
    ];

    private static readonly string[] English =
    [
        "date and time (UTC)", "who", "kind", "profession", "structure", "action", "document", "type", "mode", "stated reason", "stated consent",
        "decision", "rules", "explanation", "certificate (SHA-256)", "entry",
    ];

    /// <summary>The table of <paramref name="entries"/>.</summary>
    public static byte[] Of(IEnumerable<AccessTrace> entries, bool english)
    {
        var table = new StringBuilder("\uFEFF");
        AppendLine(table, english ? English : French);
        foreach (var entry in entries)
        {
            AppendLine(table, Line(entry, english));
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static string?[] Line(AccessTrace trace, bool english)
    {
        AccessReason[] rules = trace.Sight is { } sight && sight != trace.Gate ? [trace.Gate, sight] : [trace.Gate];
        var (name, profession, structure, digest) = WhoOf(trace.By);
        return
        [
            trace.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), name, TraceIndex.KindOf(trace.By), profession, structure,
            trace.Action.ToString(), trace.Title, trace.Type, trace.Context.Mode.ToString(), trace.Context.Reason, trace.Context.Declaration.ToString(),
            trace.Allowed ? english ? "allowed" : "autorisé" : english ? "refused" : "refusé", string.Join(' ', rules),
            string.Join(' ', rules.Select(AccessReasons.Why).Select(why => english ? why.English : why.French)), digest, trace.Id.ToString("D"),
        ];
    }

    private static (string? Name, string? Profession, string? Structure, string? Digest) WhoOf(Caller caller) => caller switch
    {
        Caller.Professional who => (who.Name, who.Profession, who.Structure?.Name, who.CertificateDigest),
        Caller.Staff who => (who.Name, null, who.Structure?.Name, who.CertificateDigest),
        Caller.Organisation who => (who.Name, null, who.Name, who.CertificateDigest),
        Caller.Representative who => (who.Name, null, null, null),
        Caller.Carer who => (who.Name, null, null, null),
        Caller.Platform who => (who.Component, null, null, null),
        _ => (null, null, null, null),
    };

    private static void AppendLine(StringBuilder table, string?[] cells) => table.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A spreadsheet takes a cell that begins so for a formula, quoted or not, blanks before it or not: the apostrophe makes it words.
    private static string Cell(string? text) => text is not { Length: > 0 } ? ""
        : $"\"{(text.AsSpan().TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
