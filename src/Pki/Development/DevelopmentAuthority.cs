using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Development;

/// <summary>Where an issued certificate was written, and the serial number under which it can be revoked.</summary>
/// <param name="CertificatePath">PEM: the certificate, then its issuing authority.</param>
/// <param name="KeyPath">PEM: the private key, in PKCS#8; readable by its owner only.</param>
/// <param name="SerialNumber">The serial number, in hexadecimal.</param>
public sealed record IssuedFiles(string CertificatePath, string KeyPath, string SerialNumber);

/// <summary>A certificate with its key, and the authorities above it, as a TLS endpoint takes them.</summary>
/// <param name="Certificate">The certificate, with its private key.</param>
/// <param name="Chain">The other certificates of its file: what is presented along with it.</param>
public sealed record CertificateWithChain(X509Certificate2 Certificate, X509Certificate2Collection Chain);

/// <summary>
/// The private certificate authority of development and tests, shaped like the national one: a root, an authority that issues to persons and one
/// that issues to organisations. It lives in a folder, made at first opening; what is missing or about to expire is made anew at each.
/// </summary>
/// <remarks>
/// The folder holds <c>ca.pem</c> (what clients trust), <c>server.pem/.key</c>, a pair of files for each of <see cref="DevelopmentPeople"/>,
/// <c>bad/</c> (one for each way of being refused), <c>crl/</c> and <c>authority/</c> (the private keys of the authorities).
/// One process at a time may open a folder to write in it.
/// </remarks>
public sealed class DevelopmentAuthority : IDisposable
{
    /// <summary>The certificate policy of persons: under 2.999, the arc reserved for examples.</summary>
    public const string PersonPolicy = "2.999.1.1";

    /// <summary>The certificate policy of organisations.</summary>
    public const string OrganisationPolicy = "2.999.1.2";

    private const string Owner = "MonEspaceSante TEST (fictif)";

    private readonly TimeProvider _clock;
    private readonly string _folder;
    private readonly PemFolder _files;
    private readonly KeptCertificates _kept;
    private readonly TestAuthority _root;
    private readonly TestAuthority _persons;
    private readonly TestAuthority _organisations;

    private DevelopmentAuthority(string folder, TimeProvider clock)
    {
        (_folder, _clock, _files) = (folder, clock, new PemFolder(folder));
        _kept = new KeptCertificates(_files, clock);
        var now = clock.GetUtcNow();
        _root = KeepAuthority("root", null, now.AddYears(20), pathLength: 1);
        _persons = KeepAuthority("persons", _root, now.AddYears(10), pathLength: 0);
        _organisations = KeepAuthority("organisations", _root, now.AddYears(10), pathLength: 0);
        Trust = new TrustedAuthorities(
            [WithoutKey(_root)],
            [new(WithoutKey(_persons), CertifiedKind.Person), new(WithoutKey(_organisations), CertifiedKind.Organisation)],
            [PersonPolicy, OrganisationPolicy]);
    }

    /// <summary>What a judge of these certificates trusts.</summary>
    public TrustedAuthorities Trust { get; }

    /// <summary>The folder where the revocation lists are published, as <c>*.crl</c> files.</summary>
    public string ListsFolder => Path.Combine(_folder, "crl");

    /// <summary>Opens the authority of <paramref name="folder"/>, making whatever is not there yet or no longer good.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DevelopmentAuthority Open(string folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);

        var authority = new DevelopmentAuthority(folder, clock);
        PemFolder.WriteText(
            authority._files.CertificatePath("ca"),
            PemFolder.ToPem([authority._root.Certificate, authority._persons.Certificate, authority._organisations.Certificate]));
        authority.ListOf("root", authority._root).Keep();
        authority.ListOf("persons", authority._persons).Keep();
        authority.ListOf("organisations", authority._organisations).Keep();
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

        return Issue(PlainName(name), OrderFor(person), _persons);
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

        return Issue(PlainName(name), OrderFor(organisation), _organisations);
    }

    /// <summary>Revokes a certificate for good and publishes the lists again; revoking twice changes nothing.</summary>
    /// <param name="serialNumber">The serial number, in hexadecimal.</param>
    /// <exception cref="FormatException">The serial number is not hexadecimal.</exception>
    public void Revoke(string serialNumber)
    {
        // Serials are 128 random bits: on the list of the authority that did not issue it, one harms nobody.
        ListOf("persons", _persons).Revoke(serialNumber);
        ListOf("organisations", _organisations).Revoke(serialNumber);
    }

    /// <summary>Reads the certificate kept under <paramref name="name"/>, such as <c>server</c>, <c>gp</c> or <c>bad/expired</c>.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public CertificateWithChain Load(string name)
    {
        using var found = _files.Find(name) ?? throw new FileNotFoundException("No such certificate.", _files.CertificatePath(name));
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(_files.CertificatePath(name));
        chain.RemoveAt(0);

        // TLS on Windows and macOS needs a key that has been through a key store.
        return new(X509CertificateLoader.LoadPkcs12(found.Export(X509ContentType.Pkcs12), null), chain);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _organisations.Dispose();
        _persons.Dispose();
        _root.Dispose();
    }

    private TestAuthority KeepAuthority(string name, TestAuthority? issuer, DateTimeOffset notAfter, int pathLength)
    {
        var subject = DistinguishedName.Write(
            [new(NameAttributes.Country, "FR")],
            [new(NameAttributes.Organisation, Owner)],
            [new(NameAttributes.CommonName, $"TEST AC {name.ToUpperInvariant()} FICTIVE")]);
        var order = CertificateOrder.ForAuthority(subject, _clock.GetUtcNow(), notAfter, pathLength);
        return new TestAuthority(_kept.Keep("authority/" + name, order, issuer));
    }

    private void KeepServer()
    {
        var now = _clock.GetUtcNow();
        var subject = DistinguishedName.Write(
            [new NameAttribute(NameAttributes.Organisation, Owner)], [new NameAttribute(NameAttributes.CommonName, "localhost")]);
        _kept.Keep("server", CertificateOrder.ForLocalServer(subject, now, now.AddYears(1)), _organisations).Dispose();
    }

    private void KeepPeople()
    {
        foreach (var person in DevelopmentPeople.Professionals.Where(person => person != DevelopmentPeople.StruckOff))
        {
            _kept.Keep(person.FileName, OrderFor(person.Subject), _persons).Dispose();
        }

        _kept.Keep(DevelopmentPeople.Secretary.FileName, OrderFor(DevelopmentPeople.Secretary.Subject), _persons).Dispose();
        foreach (var organisation in DevelopmentPeople.Organisations)
        {
            _kept.Keep(organisation.FileName, OrderFor(organisation.Subject), _organisations).Dispose();
        }
    }

    // Bad certificates live and die together, with the general practitioner's, under whose key one of them is issued.
    private void KeepBad()
    {
        using var gp = Load(DevelopmentPeople.Gp.FileName).Certificate;
        using var issuedByGp = _files.Find("bad/" + BadCertificates.IssuedByClient);
        if (issuedByGp is null || !KeptCertificates.IsIssuedBy(issuedByGp, gp) || !BadCertificates.Names.All(name => File.Exists(_files.KeyPath("bad/" + name))))
        {
            var bad = new BadCertificates(_persons, gp, _clock.GetUtcNow());
            foreach (var name in BadCertificates.Names)
            {
                var made = bad.Make(name);
                _files.Write("bad/" + name, made.Certificate, made.Chain);
                made.Certificate.Dispose();
            }
        }

        using var revoked = _files.Find("bad/" + BadCertificates.Revoked)!;
        ListOf("persons", _persons).Revoke(revoked.SerialNumber);
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

    private RevocationListFile ListOf(string name, TestAuthority authority) =>
        new(Path.Combine(ListsFolder, name + ".crl"), authority, _clock);

    private static string PlainName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name
            : throw new ArgumentException("A name is made of ASCII letters, digits, - and _.", nameof(name));

    private static X509Certificate2 WithoutKey(TestAuthority authority) =>
        X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
}
