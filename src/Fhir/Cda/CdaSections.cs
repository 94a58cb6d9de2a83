using System.Xml.Linq;
using MonEspaceSante.Fhir.Html;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Writes the sections of a structured body, one inside the other, under headings that leave no level out.</summary>
internal sealed class CdaSections(HtmlText html, XElement body, CdaWords words)
{
    private const int Deepest = 6;

    private readonly CdaNarrative _narrative = new(html, new CdaImages(body), words);

    // The title of the document is the first level.
    public void Write() => Each(new(body, ""), 2);

    private void Each(CdaNode parent, int level)
    {
        foreach (var component in parent.Each("component"))
        {
            if (component["section"] is { Exists: true } section)
            {
                html.Element("section", () => One(section, level), ("lang", CdaNarrative.Language(section["languageCode"].Attribute("code"))));
            }
        }
    }

    private void One(CdaNode section, int level)
    {
        var title = section["title"].Text ?? section["code"].Attribute("displayName");
        if (title is not null)
        {
            html.Element($"h{Math.Min(level, Deepest)}", title);
        }

        if (section["text"].Element is { } text)
        {
            _narrative.Write(text);
        }

        Each(section, title is null ? level : level + 1);
    }
}
