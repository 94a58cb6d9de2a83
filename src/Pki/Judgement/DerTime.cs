using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>A time of RFC 5280: UTCTime until 2049, GeneralizedTime after.</summary>
internal static class DerTime
{
    private const int LastYearOfUtcTime = 2049;

    public static DateTimeOffset Read(AsnReader reader) =>
        reader.PeekTag() == Asn1Tag.UtcTime ? reader.ReadUtcTime(LastYearOfUtcTime) : reader.ReadGeneralizedTime();
}
