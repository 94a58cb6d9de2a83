using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Development;

/// <summary>A certificate that must be refused.</summary>
/// <param name="Name">What is wrong with it: the name of its files.</param>
/// <param name="Certificate">The certificate, with its key.</param>
/// <param name="Chain">What its holder presents above it.</param>
internal sealed record BadCertificate(string Name, X509Certificate2 Certificate, ImmutableArray<X509Certificate2> Chain);

/// <summary>One certificate for each way of being refused (security rules R2 to R4): a doctor's certificate with a single thing wrong.</summary>
internal sealed class BadCertificates(TestAuthority persons, X509Certificate2 gp, DateTimeOffset now)
{
    /// <summary>The certificate that must then be put on the list of the authority of persons.</summary>
    public const string Revoked = "revoked";

    /// <summary>The one issued with the general practitioner's key.</summary>
    public const string IssuedByClient = "issued-by-client-certificate";

    /// <summary>The names of all of them.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "expired", "not-yet-valid", "self-signed", "unknown-ca", IssuedByClient, "wrong-eku", "any-eku", "missing-key-usage", "sha1", "rsa1024",
        "wrong-policy", Revoked, "forged-subject", "two-rpps", "email-san-rpps", "lookalike", "nul-byte", "unknown-rpps", "struck-off",
    ];

    private const string UnknownRpps = "99700900998";
    private const string KeyUsage = "2.5.29.15";
    private const string AnyExtendedKeyUsage = "2.5.29.37.0";
    private const string SecureEmail = "1.3.6.1.5.5.7.3.4";
    private const string PolicyOfNobody = "2.999.9.9";

    private static readonly PersonSubject Doctor = DevelopmentPeople.Gp.Subject;

    private CertificateOrder Sound => DoctorWith(Doctor.ToName());

    /// <summary>Makes the certificate called <paramref name="name"/>.</summary>
    public BadCertificate Make(string name) => name switch
    {
        "expired" => Issue(name, Sound with { NotBefore = now.AddYears(-2), NotAfter = now.AddDays(-1) }),
        "not-yet-valid" => Issue(name, Sound with { NotBefore = now.AddYears(4), NotAfter = now.AddYears(5) }),
        "self-signed" => new(name, TestAuthority.SelfSign(Sound), []),
        "unknown-ca" => IssueFromStrangers(name),
        IssuedByClient => IssueFromGp(name),
        "wrong-eku" => Issue(name, Sound.With(CertificateOrder.Purposes(CertificateOrder.ServerAuthentication, SecureEmail))),
        "any-eku" => Issue(name, Sound.With(CertificateOrder.Purposes(CertificateOrder.ClientAuthentication, AnyExtendedKeyUsage))),
        "missing-key-usage" => Issue(name, Sound.Without(KeyUsage)),
        "sha1" => Issue(name, Sound with { Hash = HashAlgorithmName.SHA1 }),
        "rsa1024" => Issue(name, Sound with { NewKey = () => RSA.Create(1024) }),
        "wrong-policy" => Issue(name, Sound.With(CertificateOrder.Policies(PolicyOfNobody))),
        Revoked => Issue(name, Sound),
        "forged-subject" => Issue(name, DoctorWith((Doctor with { IdNatPs = $"Camille GENERALISTE, CN={Doctor.IdNatPs} RPPS={Doctor.IdNatPs[1..]}" }).ToName())),
        "two-rpps" => Issue(name, DoctorWith(WithTwoIdentifiers())),
        "email-san-rpps" => Issue(name, WithIdentifierInEmail()),
        "lookalike" => Issue(name, DoctorWith((Doctor with { IdNatPs = FullWidth(Doctor.IdNatPs) }).ToName())),
        "nul-byte" => Issue(name, DoctorWith((Doctor with { IdNatPs = Doctor.IdNatPs + "\0.example" }).ToName())),
        "unknown-rpps" => Issue(name, DoctorWith((Doctor with { IdNatPs = "8" + UnknownRpps }).ToName())),
        "struck-off" => Issue(name, DoctorWith(DevelopmentPeople.StruckOff.Subject.ToName())),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No bad certificate has this name."),
    };

    private BadCertificate Issue(string name, CertificateOrder order) => new(name, persons.Issue(order), [persons.Certificate]);

    private CertificateOrder DoctorWith(X500DistinguishedName subject) =>
        CertificateOrder.ForClient(subject, now, now.AddYears(3), DevelopmentAuthority.PersonPolicy);

    // The strangers' authority bears the name of nobody we list; presenting its certificate must not help.
    private BadCertificate IssueFromStrangers(string name)
    {
        var subject = DistinguishedName.Write([new NameAttribute(NameAttributes.CommonName, "AC INCONNUE TEST")]);
        using var strangers = new TestAuthority(TestAuthority.SelfSign(CertificateOrder.ForAuthority(subject, now, now.AddYears(3), 0)));
        return new(name, strangers.Issue(Sound), [X509CertificateLoader.LoadCertificate(strangers.Certificate.RawData)]);
    }

    private BadCertificate IssueFromGp(string name)
    {
        using var client = new TestAuthority(new X509Certificate2(gp));
        return new(name, client.Issue(DoctorWith(DevelopmentPeople.Specialist.Subject.ToName())), [gp, persons.Certificate]);
    }

    private CertificateOrder WithIdentifierInEmail()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress($"{Doctor.IdNatPs}@medecin.example");
        return DoctorWith((Doctor with { IdNatPs = "Camille GENERALISTE" }).ToName()).With(names.Build());
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
