using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Fhir.Html;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Shows a structured document as one HTML page that stands alone: no script, no style or address of the document's, nothing fetched.</summary>
public static class CdaPage
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#161616;background:#fff}"
        + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}dt{font-weight:600}dd{margin:0}"
        + "table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600}th,td{border:1px solid #929292;padding:.25rem .5rem;text-align:left;vertical-align:top}"
        + "thead th{background:#f0f0f0}figure{margin:.5rem 0}img{max-width:100%;height:auto}.address{color:#555}";

    /// <summary>The policy that the page is served with: sandboxed, its own style and images inside it, nothing else (security design, rule 27).</summary>
    public static string ContentSecurityPolicy { get; } =
        $"sandbox; default-src 'none'; img-src data:; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    /// <summary>The page of <paramref name="document"/>; <see langword="null"/> where its body is not structured.</summary>
    public static string? Html(CdaDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Body is not CdaBody.Level3 { Sections: var sections })
        {
            return null;
        }

        var (html, words) = (new HtmlText(), CdaWords.For(document.Language));
        var title = document.Title ?? words.Untitled;
        html.Ours("<!DOCTYPE html>");
        html.Element("html", () =>
        {
            html.Element("head", () =>
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width"));
                html.Element("title", title);
                html.Ours($"<style>{Style}</style>");
            });
            html.Element("body", () =>
            {
                html.Element("header", () =>
                {
                    html.Element("h1", title);
                    html.Element("dl", () => Header(html, document, words));
                });
                html.Element("main", () => new CdaSections(html, sections, words).Write());
            });
        }, ("lang", CdaNarrative.Language(document.Language) ?? words.Language));
        return html.ToString();
    }

    private static void Header(HtmlText html, CdaDocument document, CdaWords words)
    {
        var patient = document.Patient;
        Line(html, words.Patient, string.Join(' ', [.. patient?.GivenNames ?? [], patient?.BirthName]));
        Line(html, words.Matricule, patient?.Ins?.Matricule);
        Line(html, words.Born, Time(patient?.BirthDate, words));
        Line(html, words.Made, Time(document.CreatedAt, words));
        foreach (var author in document.Authors)
        {
            Line(html, words.Author, author.Name);
        }

        Line(html, words.Authenticator, document.LegalAuthenticator?.Name);
        Line(html, words.Custodian, document.Custodian?.Name);
    }

    private static void Line(HtmlText html, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            html.Element("dt", name);
            html.Element("dd", value.Trim());
        }
    }

    // A time of some minutes or less is shown with its minute; a day, month or year by its first day.
    private static string? Time(CdaTime? time, CdaWords words) =>
        time is { } span ? span.First.ToString(span.Last - span.First < TimeSpan.FromHours(1) ? words.TimeFormat : words.DayFormat, CultureInfo.InvariantCulture) : null;
}
