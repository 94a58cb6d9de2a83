using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Development;

/// <summary>The three test authorities, shaped like the national ones, and their revocation lists.</summary>
internal sealed class TestHierarchy : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TestAuthority _root;
    private readonly RevocationListFile[] _lists;

    public TestHierarchy(KeptCertificates kept, string listsFolder, TimeProvider clock)
    {
        _clock = clock;
        _root = Keep(kept, "root", null, years: 20, pathLength: 1);
        Persons = Keep(kept, "persons", _root, years: 10, pathLength: 0);
        Organisations = Keep(kept, "organisations", _root, years: 10, pathLength: 0);
        _lists =
        [
            new(Path.Combine(listsFolder, "root.crl"), _root, clock),
            new(Path.Combine(listsFolder, "persons.crl"), Persons, clock),
            new(Path.Combine(listsFolder, "organisations.crl"), Organisations, clock),
        ];
        Trust = new TrustedAuthorities(
            [WithoutKey(_root)],
            [new(WithoutKey(Persons), CertifiedKind.Person), new(WithoutKey(Organisations), CertifiedKind.Organisation)],
            [DevelopmentAuthority.PersonPolicy, DevelopmentAuthority.OrganisationPolicy]);
    }

    /// <summary>Issues to persons.</summary>
    public TestAuthority Persons { get; }

    /// <summary>Issues to organisations, and to the server.</summary>
    public TestAuthority Organisations { get; }

    public TrustedAuthorities Trust { get; }

    /// <summary>The certificates that clients trust.</summary>
    public IEnumerable<X509Certificate2> Certificates => [_root.Certificate, Persons.Certificate, Organisations.Certificate];

    public void KeepLists() => Array.ForEach(_lists, list => list.Keep());

    // Serials are 128 random bits: on the list of an authority that did not issue it, one harms nobody.
    public void Revoke(string serialNumber) => Array.ForEach(_lists, list => list.Revoke(serialNumber));

    public void Dispose()
    {
        Organisations.Dispose();
        Persons.Dispose();
        _root.Dispose();
    }

    private TestAuthority Keep(KeptCertificates kept, string name, TestAuthority? issuer, int years, int pathLength)
    {
        var subject = DistinguishedName.Write(
            [new(NameAttributes.Country, "FR")],
            [new(NameAttributes.Organisation, DevelopmentAuthority.Owner)],
            [new(NameAttributes.CommonName, $"TEST AC {name.ToUpperInvariant()} FICTIVE")]);
        var now = _clock.GetUtcNow();
        return new(kept.Keep("authority/" + name, CertificateOrder.ForAuthority(subject, now, now.AddYears(years), pathLength), issuer));
    }

    private static X509Certificate2 WithoutKey(TestAuthority authority) =>
        X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
}
