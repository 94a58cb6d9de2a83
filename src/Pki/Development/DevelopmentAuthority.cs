using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Development;

/// <summary>
/// The private certificate authority of development and tests, shaped like the national one: a root, an authority that issues to persons
/// and one that issues to organisations. It lives in a folder, made at first opening; what is missing or about to expire is made anew at
/// each.
/// </summary>
/// <remarks>
/// The folder holds <c>ca.pem</c> (what clients trust), <c>server.pem/.key</c>, two files for each of <see cref="DevelopmentPeople"/>,
/// <c>bad/</c> (a certificate for each way of being refused), <c>crl/</c> and <c>authority/</c> (the private keys of the authorities).
/// One process at a time may write in a folder.
/// </remarks>
public sealed class DevelopmentAuthority : IDisposable
{
    /// <summary>The certificate policy of persons: under 2.999, the arc reserved for examples.</summary>
    public const string PersonPolicy = "2.999.1.1";

    /// <summary>The certificate policy of organisations.</summary>
    public const string OrganisationPolicy = "2.999.1.2";

    internal const string Owner = "MonEspaceSante TEST (fictif)";

    private readonly TimeProvider _clock;
    private readonly PemFolder _files;
    private readonly KeptCertificates _kept;
    private readonly TestHierarchy _authorities;

    private DevelopmentAuthority(string folder, TimeProvider clock)
    {
        _clock = clock;
        _files = new PemFolder(folder);
        _kept = new KeptCertificates(_files, clock);
        ListsFolder = Path.Combine(folder, "crl");
        _authorities = new TestHierarchy(_kept, ListsFolder, clock);
    }

    /// <summary>What a judge of these certificates trusts.</summary>
    public TrustedAuthorities Trust => _authorities.Trust;

    /// <summary>The folder where the revocation lists are published, as <c>*.crl</c> files.</summary>
    public string ListsFolder { get; }

    /// <summary>Opens the authority of <paramref name="folder"/>, making whatever is not there yet or no longer good.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DevelopmentAuthority Open(string folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);

        var authority = new DevelopmentAuthority(folder, clock);
        PemFolder.WriteText(authority._files.CertificatePath("ca"), PemFolder.ToPem(authority._authorities.Certificates));
        authority._authorities.KeepLists();
        authority.KeepServer();
        authority.KeepPeople();
        authority.KeepBad();
        return authority;
    }

    /// <summary>Issues a certificate of three years to a person, in place of any of that name.</summary>
    /// <param name="name">The name of the files, without extension.</param>
    /// <param name="person">The subject.</param>
    /// <exception cref="ArgumentException">The name is not a plain file name, or the idNat_PS is not of an accepted form.</exception>
    public IssuedFiles ForPerson(string name, PersonSubject person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (NationalIdentifiers.RppsOf(person.IdNatPs) is null && NationalIdentifiers.EmployerOf(person.IdNatPs) is null)
        {
            throw new ArgumentException("The idNat_PS is neither 8 + RPPS nor that of a member of staff.", nameof(person));
        }

        return Issue(PlainName(name), OrderFor(person), _authorities.Persons);
    }

    /// <summary>Issues a certificate of three years to an organisation, in place of any of that name.</summary>
    /// <param name="name">The name of the files, without extension.</param>
    /// <param name="organisation">The subject.</param>
    /// <exception cref="ArgumentException">The name is not a plain file name, or the idNat_Struct is not of an accepted form.</exception>
    public IssuedFiles ForOrganisation(string name, OrganisationSubject organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (!NationalIdentifiers.IsStructure(organisation.IdNatStruct))
        {
            throw new ArgumentException("The idNat_Struct is not of an accepted form.", nameof(organisation));
        }

        return Issue(PlainName(name), OrderFor(organisation), _authorities.Organisations);
    }

    /// <summary>Revokes a certificate for good and publishes the lists again; revoking twice changes nothing.</summary>
    /// <param name="serialNumber">The serial number, in hexadecimal.</param>
    /// <exception cref="FormatException">The serial number is not hexadecimal.</exception>
    /// <exception cref="ArgumentException">The serial number is empty, negative or begins with needless zeros.</exception>
    public void Revoke(string serialNumber) => _authorities.Revoke(serialNumber);

    /// <summary>Reads the certificate kept under <paramref name="name"/>, such as <c>server</c>, <c>gp</c> or <c>bad/expired</c>.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public CertificateWithChain Load(string name)
    {
        using var found = _files.Find(name) ?? throw new FileNotFoundException("No such certificate.", _files.CertificatePath(name));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(_files.CertificatePath(name));
        chain.RemoveAt(0);

        // TLS on Windows and macOS needs a key that has been through a key store. The bytes stay in memory: they need no hardening.
        var unhardened = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, iterationCount: 1);
        return new(X509CertificateLoader.LoadPkcs12(found.ExportPkcs12(unhardened, null), null), chain);
    }

    /// <inheritdoc/>
    public void Dispose() => _authorities.Dispose();

    private void KeepServer()
    {
        var now = _clock.GetUtcNow();
        var subject = DistinguishedName.Write([new(NameAttributes.Organisation, Owner)], [new(NameAttributes.CommonName, "localhost")]);
        _kept.Keep("server", CertificateOrder.ForLocalServer(subject, now, now.AddYears(1)), _authorities.Organisations).Dispose();
    }

    private void KeepPeople()
    {
        foreach (var person in DevelopmentPeople.Professionals.Where(person => person.Standing == Standing.Active))
        {
            _kept.Keep(person.FileName, OrderFor(person.Subject), _authorities.Persons).Dispose();
        }

        _kept.Keep(DevelopmentPeople.Secretary.FileName, OrderFor(DevelopmentPeople.Secretary.Subject), _authorities.Persons).Dispose();
        _kept.Keep(DevelopmentPeople.Support.FileName, OrderFor(DevelopmentPeople.Support.Subject), _authorities.Persons).Dispose();
        foreach (var organisation in DevelopmentPeople.Organisations)
        {
            _kept.Keep(organisation.FileName, OrderFor(organisation.Subject), _authorities.Organisations).Dispose();
        }
    }

    // Bad certificates live and die together, with the general practitioner's, under whose key one of them is issued.
    private void KeepBad()
    {
        using var gp = Load(DevelopmentPeople.Gp.FileName).Certificate;
        if (!BadCertificates.Names.All(name => IsBadKept(name, gp)))
        {
            var bad = new BadCertificates(_authorities.Persons, gp, _clock.GetUtcNow());
            foreach (var name in BadCertificates.Names)
            {
                var (certificate, chain) = bad.Make(name);
                _files.Write("bad/" + name, certificate, chain);
                certificate.Dispose();
            }
        }

        using var revoked = Load("bad/" + BadCertificates.Revoked).Certificate;
        Revoke(revoked.SerialNumber);
    }

    private bool IsBadKept(string name, X509Certificate2 gp)
    {
        using var found = _files.Find("bad/" + name);
        return found is not null && (name != BadCertificates.IssuedByClient || KeptCertificates.IsIssuedBy(found, gp));
    }

    private IssuedFiles Issue(string name, CertificateOrder order, TestAuthority issuer)
    {
        using var made = issuer.Issue(order);
        _files.Write(name, made, [issuer.Certificate]);
        return new(_files.CertificatePath(name), _files.KeyPath(name), made.SerialNumber);
    }

    private CertificateOrder OrderFor(PersonSubject person) =>
        CertificateOrder.ForClient(person.ToName(), _clock.GetUtcNow(), _clock.GetUtcNow().AddYears(3), PersonPolicy);

    private CertificateOrder OrderFor(OrganisationSubject organisation) =>
        CertificateOrder.ForClient(organisation.ToName(), _clock.GetUtcNow(), _clock.GetUtcNow().AddYears(3), OrganisationPolicy);

    private static string PlainName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name
            : throw new ArgumentException("A name is made of ASCII letters, digits, - and _.", nameof(name));
}
