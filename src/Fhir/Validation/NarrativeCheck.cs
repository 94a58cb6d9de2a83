using System.Xml;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Whether a narrative is formatting only (FHIR R4, Narrative; txt-1 and txt-2), so that showing it does nothing.</summary>
internal static class NarrativeCheck
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
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
        var roots = 0;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    roots += xml.Depth == 0 ? 1 : 0;
                    if (roots > 1 || (xml.Depth == 0 && xml.LocalName != "div") || !IsSafeElement(xml))
                    {
                        return false;
                    }

                    says |= xml.LocalName == "img";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    says |= !string.IsNullOrWhiteSpace(xml.Value);
                    break;
                case XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference:
                    return false;
            }
        }

        return roots == 1;
    }

    private static bool IsSafeElement(XmlReader xml)
    {
        var element = xml.LocalName;
        if (xml.NamespaceURI != "http://www.w3.org/1999/xhtml" || !NarrativeMarkup.Elements.Contains(element))
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
