using System.Text.RegularExpressions;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Holds a content against its declared media type, so that nothing is served under a type that it is not.</summary>
public static partial class ContentSniffer
{
    private static ReadOnlySpan<byte> JpegMagic => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngMagic => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Says why <paramref name="content"/> is not of the type <paramref name="mediaType"/>, or that the type is not kept; <see langword="null"/> where all is well.</summary>
    /// <param name="mediaType">Type and, for texts, maybe a charset.</param>
    /// <param name="content">All of it.</param>
    public static Refusal? Check(string mediaType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var match = MediaType().Match(mediaType);
        bool? fits = match.Groups["type"].Value.ToLowerInvariant() switch
        {
            "application/pdf" => content.AsSpan().StartsWith("%PDF-"u8),
            "image/jpeg" => content.AsSpan().StartsWith(JpegMagic),
            "image/png" => content.AsSpan().StartsWith(PngMagic),
            "image/tiff" => content.AsSpan().StartsWith("II*\0"u8) || content.AsSpan().StartsWith("MM\0*"u8),
            "application/rtf" or "text/rtf" => content.AsSpan().StartsWith(@"{\rtf"u8),
            "text/plain" => IsPlainText(content),
            "application/xml" or "text/xml" => CdaXml.Fault(content) is null,
            _ => null,
        };
        return fits is null ? DocumentFaults.MediaTypeUnsupported : fits.Value ? null : DocumentFaults.ContentMismatch;
    }

    // Control characters other than tab, line feed, form feed and carriage return are in no text, whatever its single-byte or UTF-8 encoding.
    private static bool IsPlainText(ReadOnlySpan<byte> content)
    {
        foreach (var octet in content)
        {
            if (octet < 0x20 && octet is not (0x09 or 0x0A or 0x0C or 0x0D))
            {
                return false;
            }
        }

        return true;
    }

    // Nothing else: the media type is served back in a header.
    [GeneratedRegex("""^(?<type>[A-Za-z]+/[A-Za-z]+)(; ?charset=[A-Za-z0-9_-]{1,32})?\z""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
