using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Exports;

/// <summary>What an export holds: all that who asked for it may see. Nothing is decided here.</summary>
/// <param name="Space">The space.</param>
/// <param name="Holder">The holder.</param>
/// <param name="Documents">Documents, and where their files are in the archive.</param>
/// <param name="Resources">Resources of every other type.</param>
/// <param name="At">When it was gathered.</param>
public sealed record ExportedSpace(
    SpaceId Space, HolderSheet Holder, IReadOnlyList<ExportedDocument> Documents, IReadOnlyList<KeptResource> Resources, DateTimeOffset At)
{
    /// <summary>Gathers <paramref name="content"/>. Files are numbered: no name of a document becomes a path.</summary>
    public static ExportedSpace Of(SpaceId space, SpaceContent content, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(
            space, content.Holder,
            [.. content.Documents.Select((sheet, index) => new ExportedDocument(sheet, $"documents/{index + 1:D5}.{ExtensionOf(sheet.Draft.ContentType)}"))],
            content.Resources, at);
    }

    /// <summary>The types of resources that there are, each in a bundle of its own.</summary>
    public IReadOnlyList<string> Types => [.. Resources.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal)];

    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/tiff" => "tif",
        "text/plain" => "txt",
        "text/rtf" or "application/rtf" => "rtf",
        "text/xml" or "application/xml" => "xml",
        "application/dicom" => "dcm",
        _ => "bin",
    };
}

/// <summary>A document of an export.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Path">Where its file is in the archive.</param>
public sealed record ExportedDocument(DocumentSheet Sheet, string Path);
