using System.Text;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Reads the body of a document.</summary>
internal static class CdaBodyReader
{
    public static CdaBody? Read(CdaNode component, Faults faults) =>
        component["structuredBody"].Element is { } sections ? new CdaBody.Level3(sections)
        : component["nonXMLBody"]["text"] is { Exists: true } text ? Level1(text, faults)
        : new CdaBody.None();

    private static CdaBody.Level1? Level1(CdaNode text, Faults faults)
    {
        var content = Content(text);
        if (content is not { Length: > 0 })
        {
            faults.Add(CdaRefusals.BodyUnreadable, text.Path);
            return null;
        }

        // CDA R2: text/plain where no type is given. A document in a document would be one more that nobody has checked.
        var contentType = text.Attribute("mediaType") ?? "text/plain";
        var refusal = contentType is "application/xml" or "text/xml" ? DocumentFaults.MediaTypeUnsupported : ContentSniffer.Check(contentType, content);
        if (refusal is not null)
        {
            faults.Add(refusal, $"{text.Path}/@mediaType");
        }

        return new(contentType, content);
    }

    private static byte[]? Content(CdaNode text) =>
        text.Attribute("representation") is "B64" ? CdaMedia.Base64(text.Element!) : Encoding.UTF8.GetBytes(text.Element!.Value);
}
