using System.Xml.Linq;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Reads the header of a document.</summary>
internal static class CdaHeaderReader
{
    public const string Root = "ClinicalDocument";

    // More than any document has.
    private const int MostOfAKind = 50;

    public static CdaDocument Read(XElement root, Faults faults)
    {
        var document = new CdaNode(root, Root);
        var encounter = document["componentOf"]["encompassingEncounter"];
        return new(
            Id(document["id"], faults),
            Coded(document["code"]),
            document["title"].Text,
            Time(document["effectiveTime"], faults),
            Coded(document["confidentialityCode"]),
            document["languageCode"].Attribute("code"),
            CdaPatientReader.Read(document, faults),
            [.. document.Each("author").Take(MostOfAKind).Select(author => CdaAuthorReader.Assigned(author["assignedAuthor"]))],
            CdaAuthorReader.Custodian(document["custodian"]["assignedCustodian"]["representedCustodianOrganization"]),
            document["legalAuthenticator"]["assignedEntity"] is { Exists: true } authenticator ? CdaAuthorReader.Assigned(authenticator) : null,
            [.. document.Each("documentationOf").Take(MostOfAKind).Select(service => Service(service["serviceEvent"], faults))],
            encounter.Exists ? Encounter(encounter, faults) : null,
            CdaBodyReader.Read(document["component"], faults)!);
    }

    /// <summary>The time that <paramref name="node"/> names, if any; a fault where it is not one.</summary>
    public static CdaTime? Time(CdaNode node, Faults faults)
    {
        var text = node.Attribute("value");
        var time = CdaTime.Read(text);
        if (text is not null && time is null)
        {
            faults.Add(CdaRefusals.ValueInvalid, $"{node.Path}/@value");
        }

        return time;
    }

    private static CdaId? Id(CdaNode id, Faults faults)
    {
        if (id.Attribute("root") is not { } root)
        {
            return null;
        }

        // RFC 9562: compared without regard to case, written in lower case.
        root = root.ToLowerInvariant();
        if (!Guid.TryParseExact(root, "D", out _) && !(root.Length <= 128 && root.All(c => char.IsAsciiDigit(c) || c == '.')))
        {
            faults.Add(CdaRefusals.ValueInvalid, $"{id.Path}/@root");
        }

        return new(root, id.Attribute("extension"));
    }

    private static CodedValue? Coded(CdaNode code) =>
        code.Attribute("code") is { } value ? new("urn:oid:" + code.Attribute("codeSystem"), value, code.Attribute("displayName")) : null;

    private static CdaService Service(CdaNode service, Faults faults)
    {
        var (start, end) = Interval(service["effectiveTime"], faults);
        var performer = service["performer"]["assignedEntity"];
        return new(Coded(service["code"]), start, end, performer.Exists ? CdaAuthorReader.Assigned(performer) : null);
    }

    private static CdaEncounter Encounter(CdaNode encounter, Faults faults)
    {
        var (start, end) = Interval(encounter["effectiveTime"], faults);
        return new(Coded(encounter["code"]), start, end, Coded(encounter["location"]["healthCareFacility"]["code"]));
    }

    // An interval, or one moment.
    private static (CdaTime? Start, CdaTime? End) Interval(CdaNode time, Faults faults) =>
        (Time(time["low"], faults) ?? Time(time, faults), Time(time["high"], faults));
}
