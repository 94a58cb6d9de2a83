using System.Xml.Linq;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>The images of a body, by the identifiers that its text calls them by.</summary>
internal sealed class CdaImages(XElement body)
{
    private static readonly XName Media = (XNamespace)CdaXml.Namespace + "observationMedia";

    private readonly Dictionary<string, XElement> _media = body.Descendants(Media).Where(media => media.Attribute("ID") is not null)
        .DistinctBy(media => media.Attribute("ID")!.Value).ToDictionary(media => media.Attribute("ID")!.Value, StringComparer.Ordinal);

    /// <summary>The image <paramref name="id"/> as a data URI, the first time it is asked for: a text that names one image many times must not become many images.</summary>
    public string? Take(string? id) => id is not null && _media.Remove(id, out var media) ? CdaMedia.Image(media) : null;
}
