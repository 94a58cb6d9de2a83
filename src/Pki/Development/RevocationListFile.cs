using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Pki.Development;

/// <summary>The published revocation list of a test authority. The list itself is the only register of what was revoked.</summary>
internal sealed class RevocationListFile(string path, TestAuthority authority, TimeProvider clock)
{
    // Renewed at each opening, half-way: a development platform may run for weeks between two.
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>Publishes the list again where none of this authority is there, or half of its life is over.</summary>
    public void Keep()
    {
        if (ReadGenuine() is not { } list || list.NextUpdate - clock.GetUtcNow() < Life / 2)
        {
            Publish(null);
        }
    }

    /// <summary>Puts a serial number (hexadecimal) on the list, once.</summary>
    public void Revoke(string serialNumber)
    {
        if (ReadGenuine()?.Serials.Contains(serialNumber.ToLowerInvariant()) is not true)
        {
            Publish(Convert.FromHexString(serialNumber));
        }
    }

    private void Publish(byte[]? revokedSerial)
    {
        var now = clock.GetUtcNow();
        var number = BigInteger.Zero;
        var builder = ReadGenuine() is null
            ? new CertificateRevocationListBuilder()
            : CertificateRevocationListBuilder.Load(File.ReadAllBytes(path), out number);
        if (revokedSerial is not null)
        {
            builder.AddEntry(revokedSerial, now);
        }

        PemFolder.WriteBytes(path, authority.SignList(builder, number + 1, now, now + Life));
    }

    private RevocationList? ReadGenuine()
    {
        try
        {
            var list = RevocationList.Read(File.ReadAllBytes(path));
            return list.IsSignedBy(authority.Certificate) ? list : null;
        }
        catch (Exception absent) when (absent is IOException or AsnContentException or CryptographicException)
        {
            return null;
        }
    }
}
