using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir.Html;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Summary;

namespace MonEspaceSante.Fhir.Exports;

/// <summary>
/// The page that an archive opens with: everything that it holds, with links. A file for a disk: no script, no style from elsewhere, nothing is fetched.
/// </summary>
/// <param name="types">The types of documents.</param>
public sealed class ExportPage(DocumentTypes types)
{
    private const string Style =
        ":root{color-scheme:light dark;--fg:#1d2b29;--bg:#fcfdfc;--line:#c9d6d3;--acc:#0a5c55}"
        + "@media(prefers-color-scheme:dark){:root{--fg:#e4ecea;--bg:#14201e;--line:#38504c;--acc:#7fd1c7}}"
        + "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:var(--fg);background:var(--bg);overflow-wrap:anywhere}"
        + "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--line);padding:.4rem}a{color:var(--acc)}";

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Writes the page.</summary>
    /// <param name="space">What the archive holds.</param>
    /// <param name="unreadable">The paths of files that the platform could not read whole.</param>
    /// <param name="others">Other files of the archive, and what they are.</param>
    /// <param name="language">The language of the page.</param>
    /// <returns>UTF-8 bytes.</returns>
    public byte[] Of(ExportedSpace space, IReadOnlySet<string> unreadable, IReadOnlyList<(string Path, string What)> others, SummaryLanguage language)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(unreadable);
        ArgumentNullException.ThrowIfNull(others);
        var (html, words) = (new HtmlText(), ExportWords.In(language));
        html.Ours("<!doctype html>");
        html.Element("html", () =>
        {
            html.Element("head", () =>
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width,initial-scale=1"));
                html.Element("title", words.Title);
                html.Element("style", () => html.Ours(Style));
            });
            html.Element("body", () =>
            {
                html.Element("h1", words.Title);
                html.Element("p", $"{space.Holder.GivenNames} {space.Holder.BirthName} – {Moment(space.At, words)}");
                html.Element("p", () => html.Element("a", words.OtherLanguage, ("href", words.OtherPage)));
                WriteDocuments(html, words, space, unreadable);
                foreach (var type in space.Types)
                {
                    WriteResources(html, words, type, [.. space.Resources.Where(resource => resource.Type == type)], language);
                }

                WriteOthers(html, words, others);
            });
        }, ("lang", words.Code));
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private void WriteDocuments(HtmlText html, ExportWords words, ExportedSpace space, IReadOnlySet<string> unreadable)
    {
        html.Element("h2", $"{words.Documents} ({space.Documents.Count.ToString(CultureInfo.InvariantCulture)})");
        html.Element("table", () =>
        {
            html.Element("tr", () =>
            {
                foreach (var heading in words.Columns)
                {
                    html.Element("th", heading, ("scope", "col"));
                }
            });
            foreach (var (sheet, path) in space.Documents)
            {
                html.Element("tr", () =>
                {
                    html.Element("td", () => html.Element("a", sheet.Draft.Title, ("href", path)));
                    html.Element("td", types.Find(sheet.Draft.Type)?.Label ?? sheet.Draft.Type);
                    html.Element("td", Moment(sheet.Draft.CreatedAt, words));
                    html.Element("td", string.Join(", ", sheet.Draft.Authors.Select(author => author.Name ?? author.Id?.Value ?? "")));
                    html.Element("td", unreadable.Contains(path) ? words.Unreadable : "");
                });
            }
        });
    }

    private static void WriteResources(HtmlText html, ExportWords words, string type, IReadOnlyCollection<KeptResource> resources, SummaryLanguage language)
    {
        html.Element("h2", () => html.Element(
            "a", $"{type} ({resources.Count.ToString(CultureInfo.InvariantCulture)})", ("href", ExportBundles.PathOf(type))));
        html.Element("ul", () =>
        {
            foreach (var resource in resources)
            {
                html.Element("li", () => html.Element("a", Line(resource, words, language), ("href", ExportBundles.PathOf(type))));
            }
        });
    }

    private static void WriteOthers(HtmlText html, ExportWords words, IReadOnlyList<(string Path, string What)> others)
    {
        html.Element("h2", words.Others);
        html.Element("ul", () =>
        {
            foreach (var (path, what) in others)
            {
                html.Element("li", () => html.Element("a", what, ("href", path)));
            }
        });
    }

    private static string Line(KeptResource resource, ExportWords words, SummaryLanguage language)
    {
        var read = FhirResource.FromJson(resource.Body.Utf8);
        return read.Accepted ? SummaryText.Line(read.Value.Root, language) : Moment(resource.UpdatedAt, words);
    }

    // As people of the country read it, in its own time.
    private static string Moment(DateTimeOffset at, ExportWords words) =>
        TimeZoneInfo.ConvertTime(at, Paris).ToString(words.Moment, CultureInfo.GetCultureInfo(words.Code));
}
