using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Development;

/// <summary>Certificates and keys kept in a folder as <c>name.pem</c> (certificate, then its chain) and <c>name.key</c> (PKCS#8).</summary>
internal sealed class PemFolder(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string CertificatePath(string name) => Path.Combine(folder, name + ".pem");

    public string KeyPath(string name) => Path.Combine(folder, name + ".key");

    /// <summary>The certificate under <paramref name="name"/> with its key, or null where either is missing or unreadable.</summary>
    public X509Certificate2? Find(string name)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(CertificatePath(name), KeyPath(name));
        }
        catch (Exception absent) when (absent is IOException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes <paramref name="certificate"/>, its key and the certificates above it, in place of those under that name.</summary>
    public void Write(string name, X509Certificate2 certificate, IEnumerable<X509Certificate2> chain)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        var key = rsa?.ExportPkcs8PrivateKeyPem() ?? ecdsa!.ExportPkcs8PrivateKeyPem();

        WriteText(KeyPath(name), key + "\n", OwnerOnly);
        WriteText(CertificatePath(name), ToPem(chain.Prepend(certificate)));
    }

    public static string ToPem(IEnumerable<X509Certificate2> certificates) =>
        string.Concat(certificates.Select(certificate => certificate.ExportCertificatePem() + "\n"));

    public static void WriteText(string path, string text, UnixFileMode? mode = null) =>
        WriteBytes(path, System.Text.Encoding.ASCII.GetBytes(text), mode);

    /// <summary>Writes the whole file or nothing: readers never see half of it.</summary>
    public static void WriteBytes(string path, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(bytes);
        }

        File.Move(draft, path, overwrite: true);
    }
}
