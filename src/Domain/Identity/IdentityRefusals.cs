using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>Why an identity is not accepted.</summary>
public static class IdentityRefusals
{
    /// <summary>Not 15 characters of the right kind.</summary>
    public static readonly Refusal MatriculeMalformed = new("matricule-malformed", RefusalKind.Invalid,
        "A matricule has 15 characters: 13 of the number (2A and 2B for Corsica) and 2 of the key.",
        "Un matricule comporte 15 caractères : les 13 du numéro (2A et 2B pour la Corse) et les 2 de la clé.");

    /// <summary>The key does not match.</summary>
    public static readonly Refusal MatriculeKeyWrong = new("matricule-key-wrong", RefusalKind.Invalid,
        "The two last digits of the matricule do not match the others: one of them is mistyped.",
        "Les deux derniers chiffres du matricule ne correspondent pas aux autres : l’un d’eux est erroné.");

    /// <summary>Not one of the four authorities.</summary>
    public static readonly Refusal InsAuthorityUnknown = new("ins-authority-unknown", RefusalKind.Invalid,
        "The identifier's system is not one that assigns INS numbers (urn:oid:1.2.250.1.213.1.4.8 to .11).",
        "Le système de l’identifiant n’attribue pas de matricule INS (urn:oid:1.2.250.1.213.1.4.8 à .11).");

    /// <summary>Not an RPPS number.</summary>
    public static readonly Refusal RppsMalformed = new("rpps-malformed", RefusalKind.Invalid,
        "An RPPS number has 11 digits, the last of which checks the others.",
        "Un numéro RPPS comporte 11 chiffres, dont le dernier contrôle les autres.");

    /// <summary>Not a national identifier of a professional.</summary>
    public static readonly Refusal ProfessionalIdMalformed = new("professional-id-malformed", RefusalKind.Invalid,
        "A professional's national identifier is a digit that tells its kind (8 for RPPS) and the identifier itself.",
        "L’identifiant national d’un professionnel est un chiffre indiquant sa nature (8 pour le RPPS), suivi de l’identifiant.");

    /// <summary>Not a national identifier of a structure.</summary>
    public static readonly Refusal StructureIdMalformed = new("structure-id-malformed", RefusalKind.Invalid,
        "A structure's national identifier is a digit that tells its kind (1 for FINESS) and the identifier itself.",
        "L’identifiant national d’une structure est un chiffre indiquant sa nature (1 pour le FINESS), suivi de l’identifiant.");

    /// <summary>Nobody is enrolled under this number.</summary>
    public static readonly Refusal PersonUnknown = new("person-unknown", RefusalKind.NotFound,
        "No health space is known for this identity.",
        "Aucun espace de santé n’est connu pour cette identité.");

    /// <summary>The same number with other traits.</summary>
    public static readonly Refusal TraitsDiffer = new("traits-differ", RefusalKind.Conflict,
        "This matricule is enrolled with another birth date or sex.",
        "Ce matricule est enregistré avec une autre date de naissance ou un autre sexe.");

    /// <summary>A trait is missing or impossible.</summary>
    public static readonly Refusal TraitInvalid = new("trait-invalid", RefusalKind.Invalid,
        "A trait of the person is missing or impossible.",
        "Un trait de la personne est absent ou impossible.");

    /// <summary>A number that another has replaced.</summary>
    public static readonly Refusal NumberReplaced = new("number-replaced", RefusalKind.Conflict,
        "This number has been replaced by another, which alone may be used from now on.",
        "Ce numéro a été remplacé par un autre, seul utilisable désormais.");

    /// <summary>One person, two numbers, two spaces.</summary>
    public static readonly Refusal TwoSpaces = new("two-spaces", RefusalKind.Conflict,
        "Each of the two numbers has a space of its own: the two spaces must be merged.",
        "Chacun des deux numéros a son espace : les deux espaces doivent être fusionnés.");

    /// <summary>Two people, or one of them misspelt.</summary>
    public static readonly Refusal DoubleTraitsDiffer = new("double-traits-differ", RefusalKind.Conflict,
        "The strict traits of the two numbers are not the same: they are not joined, since they may be of two people.",
        "Les traits stricts des deux matricules diffèrent : ils ne sont pas réunis, car ils peuvent être de deux personnes.");

    /// <summary>An instant that is none.</summary>
    public static readonly Refusal InformedAtInvalid = new("informed-at-invalid", RefusalKind.Invalid,
        "The date of the information letter is a date such as 2026-03-01, with a time and its offset if wished.",
        "La date du courrier d’information est une date comme 2026-03-01, suivie au besoin d’une heure et de son décalage.");

    /// <summary>A line that is no object of texts.</summary>
    public static readonly Refusal LineNotJson = new("line-not-json", RefusalKind.Invalid,
        "The line is not one JSON object whose values are texts or lists of texts.",
        "La ligne n’est pas un objet JSON dont les valeurs sont des textes ou des listes de textes.");

    /// <summary>A name that is none, or stands twice.</summary>
    public static readonly Refusal LineFieldUnknown = new("line-field-unknown", RefusalKind.Invalid,
        "The line names a field that does not exist, or the same one twice.",
        "La ligne nomme un champ qui n’existe pas, ou deux fois le même.");
}
