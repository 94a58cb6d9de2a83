using System.Xml.Linq;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Files inside a document.</summary>
internal static class CdaMedia
{
    // What browsers draw and that cannot run: SVG can.
    private static readonly string[] ImageTypes = ["image/png", "image/jpeg"];

    /// <summary>The bytes that the text of <paramref name="element"/> stands for; <see langword="null"/> where it is not base64.</summary>
    public static byte[]? Base64(XElement element)
    {
        var text = element.Value;
        var bytes = new byte[text.Length * 3L / 4];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    /// <summary>The image of <paramref name="media"/> (observationMedia) as a data URI; <see langword="null"/> where it is outside the document or not of a type that is shown.</summary>
    public static string? Image(XElement media)
    {
        var value = new CdaNode(media, "")["value"];
        return value.Attribute("mediaType") is { } type && ImageTypes.Contains(type) && value.Attribute("representation") is "B64"
            && Base64(value.Element!) is { } bytes && ContentSniffer.Check(type, bytes) is null
                ? $"data:{type};base64,{Convert.ToBase64String(bytes)}"
                : null;
    }
}
