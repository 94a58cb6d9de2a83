using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Why a valid resource does not follow a French profile. Elements that are missing or too many are told by <see cref="FhirRefusals"/>.</summary>
public static class ProfileRefusals
{
    /// <summary>No such profile here.</summary>
    public static readonly Refusal Unknown = new("profile-unknown", RefusalKind.Unprocessable,
        "This profile is not one that is checked here.", "Ce profil n’est pas de ceux qui sont vérifiés ici.");

    /// <summary>A status that the profile does not have.</summary>
    public static readonly Refusal StatusWrong = new("profile-status-wrong", RefusalKind.Unprocessable,
        "The profile does not allow this status.", "Le profil ne permet pas ce statut.");

    /// <summary>A reference that leaves the resource.</summary>
    public static readonly Refusal NotContained = new("profile-not-contained", RefusalKind.Unprocessable,
        "The profile wants what is referred to here contained in the resource (#id).",
        "Le profil veut que ce qui est référencé ici soit contenu dans la ressource (#id).");

    /// <summary>A reference to something that the profile does not list.</summary>
    public static readonly Refusal TargetWrong = new("profile-reference-target-wrong", RefusalKind.Unprocessable,
        "The profile does not allow a reference to this type of resource here.",
        "Le profil ne permet pas de référencer ici ce type de ressource.");

    /// <summary>An extension with another type of value.</summary>
    public static readonly Refusal ExtensionValueWrong = new("profile-extension-value-wrong", RefusalKind.Unprocessable,
        "The value of this extension does not have the type that its definition gives.",
        "La valeur de cette extension n’a pas le type que sa définition donne.");

    /// <summary>A list of another kind.</summary>
    public static readonly Refusal ListKindWrong = new("profile-list-kind-wrong", RefusalKind.Unprocessable,
        "The list has the mode and the code that its kind gives it (MHDlistTypes: submissionset or folder).",
        "La liste a le mode et le code propres à sa nature (MHDlistTypes : submissionset ou folder).");

    /// <summary>A document without its content.</summary>
    public static readonly Refusal ContentElsewhere = new("profile-content-elsewhere", RefusalKind.Unprocessable,
        "The address of a submitted document is that of a Binary of the same Bundle (PDSm, flow 1).",
        "L’adresse d’un document déposé est celle d’un Binary du même Bundle (PDSm, flux 1).");

    /// <summary>A code from another system.</summary>
    public static readonly Refusal CodeSystemWrong = new("profile-code-system-wrong", RefusalKind.Unprocessable,
        "The code is not from a terminology that the guide lists for this element.",
        "Le code ne vient pas d’une terminologie que le guide donne pour cet élément.");

    /// <summary>A validated identity without its number.</summary>
    public static readonly Refusal InsMissing = new("profile-ins-missing", RefusalKind.Unprocessable,
        "A validated identity (VALI) carries an INS: NIR, NIA, or one of test or demonstration (FR Core, fr-core-1).",
        "Une identité validée (VALI) porte un INS : NIR, NIA, ou l’un de test ou de démonstration (FR Core, fr-core-1).");

    /// <summary>Several official numbers.</summary>
    public static readonly Refusal OfficialNotOne = new("profile-official-identifier-not-one", RefusalKind.Unprocessable,
        "A validated identity (VALI) has exactly one official identifier (FR Core, fr-core-2).",
        "Une identité validée (VALI) a exactement un identifiant officiel (FR Core, fr-core-2).");

    /// <summary>A number that is told otherwise than FR Core does.</summary>
    public static readonly Refusal InsFormWrong = new("profile-ins-form-wrong", RefusalKind.Unprocessable,
        "The system, the type and the use of an INS go together: NIR official or old, NIA temp or old, test and demonstration official (FR Core).",
        "Le système, le type et l’usage d’un INS vont ensemble : NIR official ou old, NIA temp ou old, test et démonstration official (FR Core).");

    /// <summary>A gender that the INS does not know.</summary>
    public static readonly Refusal GenderWrong = new("profile-gender-wrong", RefusalKind.Unprocessable,
        "The gender of an INS identity is male, female or unknown (FR Core).",
        "Le sexe d’une identité INS est male, female ou unknown (FR Core).");

    /// <summary>A device that does not say what it is.</summary>
    public static readonly Refusal DeviceKindWrong = new("profile-device-kind-wrong", RefusalKind.Unprocessable,
        "A connected device says its type (MDC 65573) and has an identifier of the type SYSID (PhdDevice).",
        "Un objet connecté dit son type (MDC 65573) et a un identifiant de type SYSID (PhdDevice).");
}
