using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Why something about an account is refused. Whatever would tell a stranger something is <see cref="SignIn.SignInRefusals.Refused"/> instead.</summary>
public static class AccountRefusals
{
    /// <summary>Somebody else's account.</summary>
    public static readonly Refusal OnlyTheOwner = new("only-the-account-owner", RefusalKind.Forbidden,
        "Only the person whose account it is may do this.",
        "Seule la personne à qui appartient ce compte peut le faire.");

    /// <summary>There is no such session.</summary>
    public static readonly Refusal DeviceUnknown = new("device-unknown", RefusalKind.NotFound,
        "No such device is signed in.", "Aucun appareil de ce nom n’est connecté.");

    /// <summary>No contact of this kind.</summary>
    public static readonly Refusal NoSuchContact = new("contact-missing", RefusalKind.Unprocessable,
        "Your account has no verified address of this kind.",
        "Votre compte n’a pas d’adresse vérifiée de ce genre.");

    /// <summary>Codes went out too often.</summary>
    public static readonly Refusal TooManyCodes = new("too-many-codes", RefusalKind.TooMany,
        "Too many codes were sent: wait a quarter of an hour.",
        "Trop de codes ont été envoyés : attendez un quart d’heure.");

    /// <summary>A contact was changed lately.</summary>
    public static readonly Refusal ContactTooNew = new("contact-too-new", RefusalKind.Unprocessable,
        "This address was changed less than 24 hours ago: it receives no recovery code yet.",
        "Cette adresse a changé il y a moins de 24 heures : elle ne reçoit pas encore de code de secours.");

    /// <summary>Not a mobile telephone.</summary>
    public static readonly Refusal PhoneMalformed = new("phone-malformed", RefusalKind.Unprocessable,
        "A mobile number is written +33612345678, or 0612345678 for a French one.",
        "Un numéro de mobile s’écrit +33612345678, ou 0612345678 s’il est français.");

    /// <summary>An authenticator app serves already.</summary>
    public static readonly Refusal AuthenticatorThere = new("authenticator-there", RefusalKind.Conflict,
        "An authenticator app serves already: remove it first.",
        "Une application d’authentification sert déjà : retirez-la d’abord.");

    /// <summary>The code of the app is not right.</summary>
    public static readonly Refusal AuthenticatorCodeWrong = new("authenticator-code-wrong", RefusalKind.Unprocessable,
        "This is not what the app shows now: check that the clock of the device is right.",
        "Ce n’est pas ce que l’application affiche en ce moment : vérifiez l’heure de l’appareil.");

    /// <summary>There are ten passkeys.</summary>
    public static readonly Refusal TooManyPasskeys = new("too-many-passkeys", RefusalKind.Conflict,
        "Your account has ten passkeys: remove one first.",
        "Votre compte a déjà dix clés d’accès : retirez-en une d’abord.");

    /// <summary>There is no such passkey.</summary>
    public static readonly Refusal PasskeyUnknown = new("passkey-unknown", RefusalKind.NotFound,
        "Your account has no such passkey.", "Votre compte n’a pas cette clé d’accès.");

    /// <summary>The passkey could not be registered.</summary>
    public static readonly Refusal PasskeyRefused = new("passkey-refused", RefusalKind.Unprocessable,
        "This passkey could not be registered: begin again, and let your device verify you.",
        "Cette clé d’accès n’a pas pu être enregistrée : recommencez, et laissez votre appareil vous vérifier.");
}
