using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>The first and the last second of a certificate's life, both included.</summary>
internal readonly record struct Validity(DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public bool Includes(DateTimeOffset now) => NotBefore <= now && now <= NotAfter;

    public static Validity Read(AsnReader validity)
    {
        var read = new Validity(DerTime.Read(validity), DerTime.Read(validity));
        validity.ThrowIfNotEmpty();
        return read;
    }
}
