using System.Xml;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Whether a narrative is formatting only (FHIR R4, Narrative; txt-1 and txt-2), so that showing it does nothing.</summary>
/// <remarks>That it is one XHTML div, well formed, without document type, instructions, entities or foreign elements, was checked when it was read.</remarks>
internal static class NarrativeCheck
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    public static void Check(FhirNode narrative, Findings findings)
    {
        try
        {
            using var xml = XmlReader.Create(new StringReader(narrative.Text!), Settings);
            if (!IsSafe(xml, out var says))
            {
                findings.Add(ValidationRefusals.NarrativeUnsafe, narrative);
            }
            else if (!says)
            {
                findings.Add(ValidationRefusals.NarrativeEmpty, narrative);
            }
        }
        catch (XmlException)
        {
            findings.Add(ValidationRefusals.NarrativeUnsafe, narrative);
        }
    }

    private static bool IsSafe(XmlReader xml, out bool says)
    {
        says = false;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && !IsSafeElement(xml))
            {
                return false;
            }

            says |= xml.LocalName == "img" || (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !string.IsNullOrWhiteSpace(xml.Value));
        }

        return true;
    }

    private static bool IsSafeElement(XmlReader xml)
    {
        var element = xml.LocalName;
        if (!NarrativeMarkup.Elements.Contains(element))
        {
            return false;
        }

        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (!NarrativeMarkup.Allows(element, xml.Prefix.Length == 0 ? xml.LocalName : xml.Name, xml.Value))
            {
                return false;
            }
        }

        xml.MoveToElement();
        return true;
    }
}
