namespace MonEspaceSante.Pki.Identities;

/// <summary>Who a certificate proves: a closed family, read by OID from the attributes that the authority guarantees.</summary>
/// <param name="Digest">SHA-256 of the certificate, 64 lower-case hexadecimal digits: what traces and caller statements keep of it.</param>
public abstract record CertifiedIdentity(string Digest)
{
    internal abstract CertifiedKind Kind { get; }
}

/// <summary>
/// A health professional (professionnel de santé), known by an RPPS: the holder of a CPS card or of a person's software certificate.
/// </summary>
/// <param name="IdNatPs">The national identifier idNat_PS: the digit 8, then the RPPS.</param>
/// <param name="Rpps">The number in the shared directory of professionals: 11 digits.</param>
/// <param name="Surname">The surname of exercise.</param>
/// <param name="GivenName">The given name of exercise.</param>
/// <param name="Title">The label of the profession, such as « Médecin ».</param>
/// <param name="Digest">SHA-256 of the certificate, in hexadecimal.</param>
public sealed record CertifiedProfessional(
    string IdNatPs, string Rpps, string Surname, string GivenName, string Title, string Digest) : CertifiedIdentity(Digest)
{
    internal override CertifiedKind Kind => CertifiedKind.Person;
}

/// <summary>
/// A member of a structure's staff without an RPPS: the holder of a CPE card. May feed records but never consult them
/// (PDSm for DMP, TD3.1b).
/// </summary>
/// <param name="IdNatPs">The national identifier idNat_PS: prefix, employer, a slash, the employer's number for the person.</param>
/// <param name="Employer">The employer as idNat_Struct.</param>
/// <param name="Surname">The surname.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="Title">The label of the function.</param>
/// <param name="Digest">SHA-256 of the certificate, in hexadecimal.</param>
public sealed record CertifiedStaff(
    string IdNatPs, string Employer, string Surname, string GivenName, string Title, string Digest) : CertifiedIdentity(Digest)
{
    internal override CertifiedKind Kind => CertifiedKind.Person;
}

/// <summary>A structure (établissement, cabinet, laboratoire); says nothing of the person who acts in it.</summary>
/// <param name="IdNatStruct">The national identifier idNat_Struct, such as 1 then the FINESS.</param>
/// <param name="Name">The name of the structure.</param>
/// <param name="Application">The application or service that holds the key.</param>
/// <param name="Digest">SHA-256 of the certificate, in hexadecimal.</param>
public sealed record CertifiedOrganisation(
    string IdNatStruct, string Name, string Application, string Digest) : CertifiedIdentity(Digest)
{
    internal override CertifiedKind Kind => CertifiedKind.Organisation;
}

/// <summary>What an issuing authority certifies; the national infrastructure keeps the two apart.</summary>
public enum CertifiedKind
{
    /// <summary>People: CPS and CPE cards, persons' software certificates.</summary>
    Person,

    /// <summary>Organisations: structures and their services.</summary>
    Organisation,
}
