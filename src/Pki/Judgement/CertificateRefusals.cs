namespace MonEspaceSante.Pki.Judgement;

/// <summary>Every reason for which a certificate is refused (security rules 10 to 12).</summary>
public static class CertificateRefusals
{
    /// <summary>The bytes are not a certificate as RFC 5280 writes it.</summary>
    public static readonly CertificateRefusal Malformed = new("certificate-malformed",
        "The certificate cannot be read.",
        "Le certificat est illisible.");

    /// <summary>The public key is weaker than RSA 2048 or P-256, or of another family.</summary>
    public static readonly CertificateRefusal KeyTooWeak = new("certificate-key-too-weak",
        "The key of the certificate, or of its authority, is too weak: RSA of 2048 bits or the curve P-256 is the least accepted.",
        "La clé du certificat, ou de son autorité, est trop faible : RSA 2048 bits ou la courbe P-256 est le minimum accepté.");

    /// <summary>The signature on the certificate or on its authority uses less than SHA-256.</summary>
    public static readonly CertificateRefusal SignatureTooWeak = new("certificate-signature-too-weak",
        "The certificate, or its authority, is signed with an algorithm weaker than SHA-256.",
        "Le certificat, ou son autorité, est signé avec un algorithme plus faible que SHA-256.");

    /// <summary>The certificate is that of an authority, not of an end user.</summary>
    public static readonly CertificateRefusal IsAnAuthority = new("certificate-is-an-authority",
        "The certificate of an authority cannot be used to sign in.",
        "Le certificat d'une autorité ne permet pas de s'identifier.");

    /// <summary>Key usage is absent or lacks <c>digitalSignature</c>.</summary>
    public static readonly CertificateRefusal KeyUsage = new("certificate-key-usage",
        "The key of the certificate is not meant for authentication (key usage digitalSignature is missing).",
        "La clé du certificat n'est pas prévue pour l'authentification (usage digitalSignature absent).");

    /// <summary>Extended key usage is absent or lacks <c>clientAuth</c>.</summary>
    public static readonly CertificateRefusal ExtendedKeyUsage = new("certificate-extended-key-usage",
        "The certificate is not meant for client authentication (extended key usage clientAuth is missing).",
        "Le certificat n'est pas prévu pour l'authentification d'un client (usage étendu clientAuth absent).");

    /// <summary>Extended key usage contains <c>anyExtendedKeyUsage</c>.</summary>
    public static readonly CertificateRefusal AnyExtendedKeyUsage = new("certificate-any-extended-key-usage",
        "The certificate claims every usage; only certificates limited to their usage are accepted.",
        "Le certificat se dit valable pour tout usage ; seul un certificat limité à son usage est accepté.");

    /// <summary>No certificate policy of the certificate is in the allowed list.</summary>
    public static readonly CertificateRefusal Policy = new("certificate-policy",
        "The certificate was not issued under an accepted certificate policy.",
        "Le certificat n'a pas été émis sous une politique de certification acceptée.");

    /// <summary>Issuer and subject are the same name.</summary>
    public static readonly CertificateRefusal SelfSigned = new("certificate-self-signed",
        "The certificate is signed by itself, not by a health authority.",
        "Le certificat est signé par lui-même et non par une autorité de santé.");

    /// <summary>The issuer is not among the listed issuing authorities.</summary>
    public static readonly CertificateRefusal IssuerNotListed = new("certificate-issuer-not-listed",
        "The certificate was not issued by a listed health authority.",
        "Le certificat n'a pas été émis par une autorité de santé reconnue.");

    /// <summary>The issuer that was presented is itself an end user's certificate.</summary>
    public static readonly CertificateRefusal IssuerNotAnAuthority = new("certificate-issuer-not-an-authority",
        "The certificate was issued by a certificate that is not an authority.",
        "Le certificat a été émis par un certificat qui n'est pas une autorité.");

    /// <summary>No path of valid signatures, path lengths and known critical extensions leads to a pinned root.</summary>
    public static readonly CertificateRefusal ChainInvalid = new("certificate-chain-invalid",
        "The certificate does not lead to a pinned health root by valid signatures.",
        "Le certificat ne mène pas à une racine de santé reconnue par des signatures valides.");

    /// <summary>A person's certificate issued by the authority of organisations, or the reverse.</summary>
    public static readonly CertificateRefusal KindNotOfIssuer = new("certificate-kind-not-of-issuer",
        "The authority that issued the certificate does not certify this kind of holder.",
        "L'autorité qui a émis le certificat ne certifie pas ce type de titulaire.");

    /// <summary>The first day of the certificate is still to come.</summary>
    public static readonly CertificateRefusal NotYetValid = new("certificate-not-yet-valid",
        "The certificate is not valid yet.",
        "Le certificat n'est pas encore valable.");

    /// <summary>The last day of the certificate is past.</summary>
    public static readonly CertificateRefusal Expired = new("certificate-expired",
        "The certificate has expired.",
        "Le certificat a expiré.");

    /// <summary>An authority of the chain is outside its own dates.</summary>
    public static readonly CertificateRefusal AuthorityNotCurrent = new("certificate-authority-not-current",
        "An authority above the certificate is outside its dates of validity.",
        "Une autorité au-dessus du certificat est hors de ses dates de validité.");

    /// <summary>The certificate, or its issuing authority, is on the revocation list of its issuer.</summary>
    public static readonly CertificateRefusal Revoked = new("certificate-revoked",
        "The certificate has been revoked.",
        "Le certificat a été révoqué.");

    /// <summary>No revocation list is held for an authority of the chain.</summary>
    public static readonly CertificateRefusal ListMissing = new("revocation-list-missing",
        "Revocation cannot be checked: the authority's list is not available.",
        "La révocation ne peut être vérifiée : la liste de l'autorité n'est pas disponible.");

    /// <summary>The revocation list begins in the future.</summary>
    public static readonly CertificateRefusal ListNotYetValid = new("revocation-list-not-yet-valid",
        "Revocation cannot be checked: the authority's list is dated in the future.",
        "La révocation ne peut être vérifiée : la liste de l'autorité est datée dans le futur.");

    /// <summary>The revocation list is past its next update and the grace that follows.</summary>
    public static readonly CertificateRefusal ListExpired = new("revocation-list-expired",
        "Revocation cannot be checked: the authority's list is out of date.",
        "La révocation ne peut être vérifiée : la liste de l'autorité est périmée.");

    /// <summary>The revocation list is badly signed, or of a form that we cannot rely on.</summary>
    public static readonly CertificateRefusal ListInvalid = new("revocation-list-invalid",
        "Revocation cannot be checked: the authority's list is not genuine.",
        "La révocation ne peut être vérifiée : la liste de l'autorité n'est pas authentique.");

    /// <summary>The subject is neither that of a person nor that of an organisation.</summary>
    public static readonly CertificateRefusal KindUnclear = new("certificate-kind-unclear",
        "The certificate is neither that of a person nor that of an organisation.",
        "Le certificat n'est ni celui d'une personne ni celui d'une organisation.");

    /// <summary>An attribute that the layout requires is absent.</summary>
    public static readonly CertificateRefusal IdentityIncomplete = new("certificate-identity-incomplete",
        "The certificate lacks an attribute of its holder's identity.",
        "Il manque au certificat un attribut de l'identité de son titulaire.");

    /// <summary>An attribute of the identity has several values.</summary>
    public static readonly CertificateRefusal IdentityAmbiguous = new("certificate-identity-ambiguous",
        "The certificate gives several values for one attribute of identity.",
        "Le certificat donne plusieurs valeurs pour un même attribut d'identité.");

    /// <summary>The identifier is not a national identifier, or a name is not plain text.</summary>
    public static readonly CertificateRefusal IdentityMalformed = new("certificate-identity-malformed",
        "The identity in the certificate is not written in an accepted national form.",
        "L'identité portée par le certificat n'a pas une forme nationale acceptée.");

    /// <summary>The RPPS is not in the directory.</summary>
    public static readonly CertificateRefusal ProfessionalUnknown = new("professional-unknown",
        "The professional is not in the national directory.",
        "Le professionnel n'est pas connu de l'annuaire national.");

    /// <summary>The directory says that the professional no longer has the right to practise.</summary>
    public static readonly CertificateRefusal ProfessionalStruckOff = new("professional-struck-off",
        "The professional is struck off in the national directory.",
        "Le professionnel est radié dans l'annuaire national.");

    /// <summary>The title in the certificate is not the profession that the directory gives.</summary>
    public static readonly CertificateRefusal ProfessionDiffers = new("professional-profession-differs",
        "The profession in the certificate is not the one in the national directory.",
        "La profession du certificat n'est pas celle de l'annuaire national.");
}
