using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Reads the content of a document and holds it against what is declared of it.</summary>
internal static partial class AttachmentReader
{
    // Documents of French software are in French unless they say otherwise (PDSm, attachment.language).
    private const string French = "fr-FR";

    public static string Language(FhirNode attachment, Faults faults)
    {
        var language = attachment["language"].Text ?? French;
        if (!LanguageTag().IsMatch(language))
        {
            faults.Add(FhirRefusals.ValueInvalid, attachment["language"].Path);
        }

        return language;
    }

    /// <summary>The data that travels in <paramref name="attachment"/> itself, and nowhere else (ITI-105).</summary>
    public static FhirNode? Embedded(FhirNode attachment, Faults faults)
    {
        if (attachment["url"].Exists)
        {
            faults.Add(FhirRefusals.ElementForbidden, attachment["url"].Path);
        }

        return attachment["data"];
    }

    /// <summary>The bytes of <paramref name="data"/>, which <paramref name="attachment"/> describes; empty where a fault was found, now or in looking for them.</summary>
    public static ReadOnlyMemory<byte> Content(FhirNode attachment, FhirNode? data, string? contentType, Faults faults)
    {
        if (data is not { } found)
        {
            return default;
        }

        if (!found.HasValue)
        {
            faults.Add(FhirRefusals.ElementMissing, found.Path);
            return default;
        }

        if (found.Bytes is not { } content)
        {
            faults.Add(FhirRefusals.ValueInvalid, found.Path);
            return default;
        }

        CheckDeclarations(attachment, content, faults);
        if (contentType is not null && ContentSniffer.Check(contentType, content) is { } refusal)
        {
            faults.Add(refusal, attachment["contentType"].Path);
        }

        return content;
    }

    /// <summary>The declared number of bytes.</summary>
    public static long? Size(FhirNode attachment) =>
        attachment["size"].Number is { } size && decimal.IsInteger(size) ? (long)size : null;

    private static void CheckDeclarations(FhirNode attachment, byte[] content, Faults faults)
    {
        if (attachment["size"].Exists && Size(attachment) != content.Length)
        {
            faults.Add(DocumentFaults.SizeMismatch, attachment["size"].Path);
        }

#pragma warning disable CA5350 // FHIR R4 and XDS define this hash as SHA-1; it finds transmission faults, it protects nothing.
        if (attachment["hash"] is { Exists: true } hash && hash.Text != Convert.ToBase64String(SHA1.HashData(content)))
#pragma warning restore CA5350
        {
            faults.Add(DocumentFaults.HashMismatch, hash.Path);
        }
    }

    /// <summary>A tag of BCP 47, the grandfathered ones left out.</summary>
    [GeneratedRegex("""^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}\z""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex LanguageTag();
}
