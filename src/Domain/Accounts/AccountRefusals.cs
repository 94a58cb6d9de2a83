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
}
