using System.Buffers;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Counts and measures the tags of XML in an encoding of single-byte ASCII, before a reader sees them: a reader holds each whole.</summary>
internal static class XmlTags
{
    // The longest of real documents have a few hundred bytes.
    private const int Longest = 64 * 1024;

    private static readonly SearchValues<byte> EndOrQuote = SearchValues.Create(">\"'"u8);

    /// <summary>Whether <paramref name="xml"/> has more than <paramref name="most"/> tags, or one that is too long. Comments, instructions and CDATA sections are none: readers take them in pieces.</summary>
    public static bool Exceed(ReadOnlySpan<byte> xml, int most)
    {
        var count = 0;
        while (xml.IndexOf((byte)'<') is var start and >= 0)
        {
            xml = xml[start..];
            var length = Opaque(xml);
            if (length == 0)
            {
                length = Length(xml);
                if (length > Longest || ++count > most)
                {
                    return true;
                }
            }

            xml = xml[length..];
        }

        return false;
    }

    private static int Opaque(ReadOnlySpan<byte> xml) =>
        xml.StartsWith("<!--"u8) ? Section(xml, 4, "-->"u8)
        : xml.StartsWith("<?"u8) ? Section(xml, 2, "?>"u8)
        : xml.StartsWith("<![CDATA["u8) ? Section(xml, 9, "]]>"u8)
        : 0;

    private static int Section(ReadOnlySpan<byte> xml, int opening, ReadOnlySpan<byte> closing)
    {
        var end = xml[opening..].IndexOf(closing);
        return end < 0 ? xml.Length : opening + end + closing.Length;
    }

    private static int Length(ReadOnlySpan<byte> xml)
    {
        var length = 1;
        while (xml[length..].IndexOfAny(EndOrQuote) is var next and >= 0)
        {
            length += next + 1;
            var found = xml[length - 1];
            if (found == (byte)'>')
            {
                return length;
            }

            var closing = xml[length..].IndexOf(found);
            length = closing < 0 ? xml.Length : length + closing + 1;
        }

        return xml.Length;
    }
}
