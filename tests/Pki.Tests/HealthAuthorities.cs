using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Pki.Tests;

/// <summary>
/// A hierarchy in memory with current lists and a judge who trusts it. Orders begin sound: a case changes one thing, so that the rule it
/// breaks is the only one that can refuse it. Read-only for the tests, who may share it.
/// </summary>
public sealed class HealthAuthorities : IDisposable
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly List<IDisposable> _made = [];

    public HealthAuthorities()
    {
        Root = AuthorityUnder(null, "ROOT", pathLength: 1);
        Persons = AuthorityUnder(Root, "PERSONS");
        Organisations = AuthorityUnder(Root, "ORGANISATIONS");
        Trust = Trusting(Root, (Persons, CertifiedKind.Person), (Organisations, CertifiedKind.Organisation));
        Judge = JudgeOf(Trust, CurrentLists(Root, Persons, Organisations));
    }

    internal TestAuthority Root { get; }

    internal TestAuthority Persons { get; }

    internal TestAuthority Organisations { get; }

    internal TrustedAuthorities Trust { get; }

    internal CertificateJudge Judge { get; }

    internal static PersonSubject Gp => DevelopmentPeople.Gp.Subject;

    internal static OrganisationSubject Lab => DevelopmentPeople.Laboratory.Subject;

    /// <summary>A sound order for a doctor.</summary>
    internal static CertificateOrder Doctor => DoctorNamed(Gp.ToName());

    /// <summary>A sound order for a laboratory.</summary>
    internal static CertificateOrder Laboratory => LaboratoryNamed(Lab.ToName());

    internal static CertificateOrder DoctorNamed(X500DistinguishedName subject) =>
        CertificateOrder.ForClient(subject, Now.AddDays(-1), Now.AddYears(3), DevelopmentAuthority.PersonPolicy);

    internal static CertificateOrder LaboratoryNamed(X500DistinguishedName subject) =>
        CertificateOrder.ForClient(subject, Now.AddDays(-1), Now.AddYears(3), DevelopmentAuthority.OrganisationPolicy);

    /// <summary>A sound order for an authority.</summary>
    internal static CertificateOrder AuthorityNamed(string name, int pathLength = 0) =>
        CertificateOrder.ForAuthority(Named(name), Now.AddYears(-1), Now.AddYears(10), pathLength);

    internal static X500DistinguishedName Named(string commonName) =>
        DistinguishedName.Write([new NameAttribute(NameAttributes.CommonName, "TEST AC " + commonName)]);

    /// <summary>Judges what the authority of persons issues for <paramref name="order"/>.</summary>
    internal Verdict JudgePerson(CertificateOrder order) => JudgeIssuedBy(Persons, order);

    /// <summary>Judges what the authority of organisations issues for <paramref name="order"/>.</summary>
    internal Verdict JudgeOrganisation(CertificateOrder order) => JudgeIssuedBy(Organisations, order);

    /// <summary>Judges what <paramref name="issuer"/> issues for <paramref name="order"/>, the issuer presented.</summary>
    internal Verdict JudgeIssuedBy(TestAuthority issuer, CertificateOrder order) =>
        Judge.Judge(Kept(issuer.Issue(order)), [issuer.Certificate], Now);

    /// <summary>Judges a doctor of the first of <paramref name="issuers"/>, all listed under the pinned <paramref name="root"/>.</summary>
    internal Verdict JudgeDoctorUnder(TestAuthority root, params TestAuthority[] issuers)
    {
        var trust = Trusting(root, [.. issuers.Select(issuer => (issuer, CertifiedKind.Person))]);
        var judge = JudgeOf(trust, CurrentLists([root, .. issuers]));
        return judge.Judge(Kept(issuers[0].Issue(Doctor)), [], Now);
    }

    /// <summary>Judges a sound doctor against these lists only.</summary>
    internal Verdict JudgeDoctorWith(params byte[][] lists) => JudgeWith(Kept(Persons.Issue(Doctor)), lists);

    internal Verdict JudgeWith(X509Certificate2 certificate, params byte[][] lists) =>
        JudgeOf(Trust, lists).Judge(certificate, [], Now);

    internal TestAuthority AuthorityUnder(TestAuthority? issuer, string name, int pathLength = 0) =>
        AuthorityUnder(issuer, AuthorityNamed(name, pathLength));

    internal TestAuthority AuthorityUnder(TestAuthority? issuer, CertificateOrder order) =>
        Kept(new TestAuthority(issuer is null ? TestAuthority.SelfSign(order) : issuer.Issue(order)));

    internal static TrustedAuthorities Trusting(TestAuthority root, params (TestAuthority Authority, CertifiedKind Kind)[] issuers) =>
        new([root.Certificate], [.. issuers.Select(issuer => new TrustedIssuer(issuer.Authority.Certificate, issuer.Kind))],
            [DevelopmentAuthority.PersonPolicy, DevelopmentAuthority.OrganisationPolicy]);

    internal static CertificateJudge JudgeOf(TrustedAuthorities trust, params byte[][] lists)
    {
        var store = new CrlStore(trust);
        store.Replace(lists.Select(list => new ReadOnlyMemory<byte>(list)));
        return new CertificateJudge(trust, store, new DevelopmentDirectory());
    }

    /// <summary>A list of each authority that names nobody.</summary>
    internal static byte[][] CurrentLists(params TestAuthority[] authorities) => [.. authorities.Select(authority => ListOf(authority))];

    /// <summary>A list of <paramref name="authority"/>, from an hour ago to a day ahead, that names <paramref name="revoked"/>.</summary>
    internal static byte[] ListOf(TestAuthority authority, params X509Certificate2[] revoked) =>
        ListOf(authority, Now.AddHours(-1), Now.AddDays(1), revoked);

    internal static byte[] ListOf(
        TestAuthority authority, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, params X509Certificate2[] revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
        {
            builder.AddEntry(certificate, thisUpdate, X509RevocationReason.KeyCompromise);
        }

        return authority.SignList(builder, 1, thisUpdate, nextUpdate);
    }

    /// <summary>Disposes of <paramref name="made"/> with the hierarchy.</summary>
    internal T Kept<T>(T made)
        where T : IDisposable
    {
        lock (_made)
        {
            _made.Add(made);
        }

        return made;
    }

    public void Dispose() => _made.ForEach(made => made.Dispose());
}
