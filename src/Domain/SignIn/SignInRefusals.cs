using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>Why somebody does not get in. One answer for everything that would tell a stranger whether a person exists (ASVS 6.3.8).</summary>
public static class SignInRefusals
{
    /// <summary>Wrong, late, used, burned, unknown: the same words.</summary>
    public static readonly Refusal Refused = new("sign-in-refused", RefusalKind.Unauthenticated,
        "What you entered does not open anything: check it, or ask for a new code.",
        "Ces informations n’ouvrent rien : vérifiez-les, ou demandez un nouveau code.");

    /// <summary>The right code, too late. Told to who holds the letter, to nobody else.</summary>
    public static readonly Refusal CodeExpired = new("code-expired", RefusalKind.Unauthenticated,
        "This code is more than six weeks old: ask for a new one.", "Ce code a plus de six semaines : demandez-en un nouveau.");

    /// <summary>The right code, once more. Told to who holds the letter, to nobody else.</summary>
    public static readonly Refusal CodeUsed = new("code-used", RefusalKind.Unauthenticated,
        "This code has served: sign in with the login that you chose.", "Ce code a déjà servi : connectez-vous avec l’identifiant que vous avez choisi.");

    /// <summary>Nobody began this attempt, or it is over.</summary>
    public static readonly Refusal AttemptOver = new("activation-over", RefusalKind.Unauthenticated,
        "Your activation took more than half an hour: begin again.", "Votre activation a duré plus d’une demi-heure : recommencez.");

    /// <summary>One more code, too soon.</summary>
    public static readonly Refusal CodeTooSoon = new("code-too-soon", RefusalKind.TooMany,
        "Codes go out at most every 30 seconds, three times in a quarter of an hour and ten times a day: wait a little.",
        "Un code part au plus toutes les 30 secondes, trois fois par quart d’heure et dix fois par jour : patientez un peu.")
    {
        RetryAfter = (int)SendLimits.Between.TotalSeconds,
    };

    /// <summary>The e-mail address is not verified.</summary>
    public static readonly Refusal ContactUnverified = new("contact-unverified", RefusalKind.Unprocessable,
        "Verify your e-mail address first, by the code that was sent there.",
        "Vérifiez d’abord votre adresse électronique, par le code qui y a été envoyé.");

    /// <summary>A question is not answered. Silence is no choice: none is ticked beforehand.</summary>
    public static readonly Refusal ChoiceMissing = new("privacy-choice-missing", RefusalKind.Unprocessable,
        "Answer this question by yes or no: nothing is chosen for you.",
        "Répondez à cette question par oui ou par non : rien n’est choisi à votre place.");

    /// <summary>Somebody has this login.</summary>
    public static readonly Refusal LoginTaken = new("login-taken", RefusalKind.Conflict,
        "This login is taken: choose another.", "Cet identifiant est déjà pris : choisissez-en un autre.");

    /// <summary>Not a login.</summary>
    public static readonly Refusal LoginMalformed = new("login-malformed", RefusalKind.Unprocessable,
        "A login has 8 to 100 lower-case letters, digits, dots, underscores or hyphens, with a letter among them.",
        "Un identifiant comporte de 8 à 100 lettres minuscules, chiffres, points, tirets ou soulignés, dont au moins une lettre.");

    /// <summary>A login that says more than it should.</summary>
    public static readonly Refusal LoginRevealing = new("login-revealing", RefusalKind.Unprocessable,
        "A login is no bank account and no social security number: choose another.",
        "Un identifiant n’est ni un compte bancaire ni un numéro de sécurité sociale : choisissez-en un autre.");

    /// <summary>A weak password.</summary>
    public static readonly Refusal PasswordWeak = new("password-weak", RefusalKind.Unprocessable,
        "A password has at least 12 characters, with a lower-case letter, a capital, a digit and a special character.",
        "Un mot de passe comporte au moins 12 caractères, dont une minuscule, une majuscule, un chiffre et un caractère spécial.");

    /// <summary>A password that whoever knows the person guesses.</summary>
    public static readonly Refusal PasswordPersonal = new("password-personal", RefusalKind.Unprocessable,
        "A password holds none of your names, not your login, your birth date or your numbers.",
        "Un mot de passe ne contient ni vos noms, ni votre identifiant, ni votre date de naissance, ni vos numéros.");

    /// <summary>A password that everybody takes.</summary>
    public static readonly Refusal PasswordCommon = new("password-common", RefusalKind.Unprocessable,
        "This password is among the first that a thief tries: choose words that do not go together.",
        "Ce mot de passe est parmi les premiers qu’un voleur essaie : choisissez des mots qui ne vont pas ensemble.");

    /// <summary>Not an address.</summary>
    public static readonly Refusal EmailMalformed = new("email-malformed", RefusalKind.Unprocessable,
        "An e-mail address is needed, to send one-time codes to.",
        "Une adresse électronique est nécessaire pour recevoir les codes à usage unique.");

    /// <summary>The session is over, or never was.</summary>
    public static readonly Refusal NotSignedIn = new("not-signed-in", RefusalKind.Unauthenticated,
        "Sign in first: there is no session, or it has ended.",
        "Connectez-vous d’abord : il n’y a pas de session, ou elle est terminée.");
}
