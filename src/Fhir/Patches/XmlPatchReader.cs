using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>Reads an XML Patch (RFC 5261) of a DocumentReference.</summary>
internal static partial class XmlPatchReader
{
    // Security design, rule 25.
    private const int MostCharacters = 1_000_000;

    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public static FhirReading<MetadataPatch> Read(ReadOnlyMemory<byte> body)
    {
        var faults = new Faults();
        if (Root(body) is not { Name.LocalName: "diff" } diff)
        {
            faults.Add(PatchRefusals.Malformed, "");
            return new(null, faults.Found);
        }

        return PatchOperation.Patch([.. diff.Elements().Take(MetadataPatch.MostOperations + 1).Select(Operation)], faults);
    }

    private static XElement? Root(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(bytes, new()
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters,
            });
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static PatchOperation Operation(XElement operation, int index)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"diff.{operation.Name.LocalName}[{index}]");
        var target = Target(operation);
        var text = operation.Elements().FirstOrDefault() is { } value ? Scalar(value) : operation.Value.Trim();
        var labels = operation.Elements(Fhir + "securityLabel").Take(MetadataPatch.MostOperations).Select(Codings).ToList();
        return operation.Name.LocalName switch
        {
            "add" => new(PatchVerb.Add, target, text, labels, place),
            "replace" => new(PatchVerb.Replace, target, text, labels, place),
            "remove" => new(PatchVerb.Remove, target, null, [], place),
            _ => new(PatchVerb.Remove, null, null, [], place),
        };
    }

    // The prefix is the client's to choose; positions count from 1.
    private static PatchTarget? Target(XElement operation)
    {
        var path = Prefix().Replace(operation.Attribute("sel")?.Value ?? "", "");
        return (path, operation.Elements().FirstOrDefault()?.Name.LocalName) switch
        {
            ("DocumentReference/status" or "DocumentReference/status/@value", _) => new PatchTarget.Status(),
            ("DocumentReference", "securityLabel") or ("DocumentReference/securityLabel", _) => new PatchTarget.AllLabels(),
            ("DocumentReference", "extension") when OfArchive(operation.Elements().First()) => new PatchTarget.Archived(),
            _ when Label().Match(path) is { Success: true } label => new PatchTarget.LabelAt(int.Parse(label.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1),
            _ when Extension().Match(path) is { Success: true } extension && extension.Groups[1].Value == PdsmExtensions.IsArchived => new PatchTarget.Archived(),
            _ => null,
        };
    }

    private static bool OfArchive(XElement extension) => extension.Attribute("url")?.Value == PdsmExtensions.IsArchived;

    private static string? Scalar(XElement value) =>
        value.Name == Fhir + "extension" ? value.Element(Fhir + "valueBoolean")?.Attribute("value")?.Value : value.Attribute("value")?.Value;

    private static IReadOnlyList<(string? System, string? Code)> Codings(XElement concept) =>
        [.. concept.Elements(Fhir + "coding").Select(coding => (Member(coding, "system"), Member(coding, "code")))];

    private static string? Member(XElement coding, string name) => coding.Element(Fhir + name)?.Attribute("value")?.Value;

    [GeneratedRegex("(?<=^|/)[A-Za-z_][A-Za-z0-9_.-]*:")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^DocumentReference/securityLabel\[([1-9][0-9]?)\]$")]
    private static partial Regex Label();

    [GeneratedRegex("""^DocumentReference/extension\[@url=['"]([^'"]+)['"]\]/(?:[A-Za-z]+:)?valueBoolean(?:/@value)?$""")]
    private static partial Regex Extension();
}
