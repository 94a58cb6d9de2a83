using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>A resource of a search answer.</summary>
/// <param name="FullUrl">Where it can be read.</param>
/// <param name="Write">Writes it.</param>
/// <param name="Mode">Why it is in the answer.</param>
public sealed record SearchSetEntry(string FullUrl, Action<Utf8JsonWriter> Write, SearchEntryMode Mode = SearchEntryMode.Match);

/// <summary>Why a resource is in a search answer.</summary>
public enum SearchEntryMode
{
    /// <summary>It is what was asked for.</summary>
    Match,

    /// <summary>A match refers to it.</summary>
    Include,

    /// <summary>It says something about the search itself.</summary>
    Outcome,
}

/// <summary>Writes the answer of a search: a Bundle of the type searchset.</summary>
public static class SearchSetWriter
{
    /// <summary>Writes <paramref name="entries"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="self">The search as it was understood. It may carry an INS: never log it.</param>
    /// <param name="total">How many resources match, on this page and others; <see langword="null"/> where nobody counted.</param>
    /// <param name="entries">The resources of this page.</param>
    /// <param name="next">Where the next page is, if there is one.</param>
    /// <param name="previous">Where the page before is, where clients may go back.</param>
    public static void Write(Utf8JsonWriter json, string self, int? total, IReadOnlyCollection<SearchSetEntry> entries, string? next = null, string? previous = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entries);
        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "searchset");
            if (total is { } counted)
            {
                json.WriteNumber("total", counted);
            }

            json.WriteArray("link", () =>
            {
                WriteLink(json, "self", self);
                if (previous is not null)
                {
                    WriteLink(json, "previous", previous);
                }

                if (next is not null)
                {
                    WriteLink(json, "next", next);
                }
            });

            // FHIR has no empty lists: an answer without a match has no entries.
            if (entries.Count > 0)
            {
                json.WriteArray("entry", () => WriteEntries(json, entries));
            }
        });
    }

    private static void WriteLink(Utf8JsonWriter json, string relation, string url) => json.AddObject(() =>
    {
        json.WriteString("relation", relation);
        json.WriteString("url", url);
    });

    private static void WriteEntries(Utf8JsonWriter json, IEnumerable<SearchSetEntry> entries)
    {
        foreach (var entry in entries)
        {
            json.AddObject(() =>
            {
                json.WriteString("fullUrl", entry.FullUrl);
                json.WritePropertyName("resource");
                entry.Write(json);
                json.WriteObject("search", () => json.WriteString("mode", ModeCode(entry.Mode)));
            });
        }
    }

    private static string ModeCode(SearchEntryMode mode) => mode switch
    {
        SearchEntryMode.Match => "match",
        SearchEntryMode.Include => "include",
        SearchEntryMode.Outcome => "outcome",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such mode."),
    };
}
