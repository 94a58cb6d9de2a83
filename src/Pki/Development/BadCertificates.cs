using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Development;

/// <summary>A certificate for each way of being refused (R2 to R4): a doctor's, with a single thing wrong.</summary>
internal sealed class BadCertificates(TestAuthority persons, X509Certificate2 gp, DateTimeOffset now)
{
    /// <summary>The certificate that must then be put on the list of the authority of persons.</summary>
    public const string Revoked = "revoked";

    /// <summary>The one issued with the general practitioner's key; made last, so that where it stands the others do too.</summary>
    public const string IssuedByClient = "issued-by-client-certificate";

    /// <summary>The names of all of them.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "expired", "not-yet-valid", "self-signed", "unknown-ca", "wrong-eku", "any-eku", "missing-key-usage", "sha1", "rsa1024",
        "wrong-policy", Revoked, "forged-subject", "two-rpps", "email-san-rpps", "lookalike", "nul-byte", "unknown-rpps", "struck-off",
        IssuedByClient,
    ];

    private const string UnknownRpps = "99700900998";
    private const string KeyUsage = "2.5.29.15";
    private const string AnyExtendedKeyUsage = "2.5.29.37.0";
    private const string SecureEmail = "1.3.6.1.5.5.7.3.4";
    private const string PolicyOfNobody = "2.999.9.9";

    private static readonly PersonSubject Doctor = DevelopmentPeople.Gp.Subject;

    private CertificateOrder Sound => DoctorWith(Doctor.ToName());

    /// <summary>Makes the certificate called <paramref name="name"/>, with its key, and what its holder presents above it.</summary>
    public (X509Certificate2 Certificate, ImmutableArray<X509Certificate2> Chain) Make(string name) => name switch
    {
        "expired" => Issue(Sound with { NotBefore = now.AddYears(-2), NotAfter = now.AddDays(-1) }),
        "not-yet-valid" => Issue(Sound with { NotBefore = now.AddYears(4), NotAfter = now.AddYears(5) }),
        "self-signed" => (TestAuthority.SelfSign(Sound), []),
        "unknown-ca" => IssueFromStrangers(),
        IssuedByClient => IssueFromGp(),
        "wrong-eku" => Issue(Sound.With(CertificateOrder.Purposes(CertificateOrder.ServerAuthentication, SecureEmail))),
        "any-eku" => Issue(Sound.With(CertificateOrder.Purposes(CertificateOrder.ClientAuthentication, AnyExtendedKeyUsage))),
        "missing-key-usage" => Issue(Sound.Without(KeyUsage)),
        "sha1" => Issue(Sound with { Hash = HashAlgorithmName.SHA1 }),
        "rsa1024" => Issue(Sound with { NewKey = () => RSA.Create(1024) }),
        "wrong-policy" => Issue(Sound.With(CertificateOrder.Policies(PolicyOfNobody))),
        Revoked => Issue(Sound),
        "forged-subject" => Issue(DoctorNumbered($"Camille GENERALISTE, CN={Doctor.IdNatPs} RPPS={Doctor.IdNatPs[1..]}")),
        "two-rpps" => Issue(DoctorWith(WithTwoIdentifiers())),
        "email-san-rpps" => Issue(WithIdentifierInEmail()),
        "lookalike" => Issue(DoctorNumbered(FullWidth(Doctor.IdNatPs))),
        "nul-byte" => Issue(DoctorNumbered(Doctor.IdNatPs + "\0.example")),
        "unknown-rpps" => Issue(DoctorNumbered("8" + UnknownRpps)),
        "struck-off" => Issue(DoctorWith(DevelopmentPeople.StruckOff.Subject.ToName())),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No bad certificate has this name."),
    };

    private (X509Certificate2, ImmutableArray<X509Certificate2>) Issue(CertificateOrder order) =>
        (persons.Issue(order), [persons.Certificate]);

    private CertificateOrder DoctorNumbered(string idNatPs) => DoctorWith((Doctor with { IdNatPs = idNatPs }).ToName());

    private CertificateOrder DoctorWith(X500DistinguishedName subject) =>
        CertificateOrder.ForClient(subject, now, now.AddYears(3), DevelopmentAuthority.PersonPolicy);

    // The strangers' authority bears the name of nobody we list; presenting its certificate must not help.
    private (X509Certificate2, ImmutableArray<X509Certificate2>) IssueFromStrangers()
    {
        var subject = DistinguishedName.Write([new NameAttribute(NameAttributes.CommonName, "AC INCONNUE TEST")]);
        using var strangers = new TestAuthority(TestAuthority.SelfSign(CertificateOrder.ForAuthority(subject, now, now.AddYears(3), 0)));
        return (strangers.Issue(Sound), [X509CertificateLoader.LoadCertificate(strangers.Certificate.RawData)]);
    }

    private (X509Certificate2, ImmutableArray<X509Certificate2>) IssueFromGp()
    {
        using var client = new TestAuthority(new X509Certificate2(gp));
        return (client.Issue(DoctorWith(DevelopmentPeople.Specialist.Subject.ToName())), [gp, persons.Certificate]);
    }

    private CertificateOrder WithIdentifierInEmail()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress($"{Doctor.IdNatPs}@medecin.example");
        return DoctorNumbered("Camille GENERALISTE").With(names.Build());
    }

    private static X500DistinguishedName WithTwoIdentifiers() => DistinguishedName.Write(
        [new(NameAttributes.Country, "FR")],
        [new(NameAttributes.Title, Doctor.Title)],
        [
            new(NameAttributes.CommonName, Doctor.IdNatPs),
            new(NameAttributes.CommonName, DevelopmentPeople.Specialist.IdNatPs),
            new(NameAttributes.Surname, Doctor.Surname),
            new(NameAttributes.GivenName, Doctor.GivenName),
        ]);

    private static string FullWidth(string digits) => string.Concat(digits.Select(digit => (char)(digit - '0' + '\uFF10')));
}
