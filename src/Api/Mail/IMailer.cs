namespace MonEspaceSante.Api.Mail;

/// <summary>Sends mails. They carry no health data and no name (security design, rule 31).</summary>
internal interface IMailer
{
    /// <summary>Sends <paramref name="letter"/> to <paramref name="address"/>; answers when it is on its way.</summary>
    Task SendAsync(string address, Letter letter);
}

/// <summary>A mail: its subject and its text, in French then in English; and what a text message says in its place.</summary>
/// <param name="Subject">The subject of the mail.</param>
/// <param name="Text">The text of the mail.</param>
/// <param name="Short">The text message: one of 160 characters of GSM 7 bits (3GPP TS 23.038), in French, without a line break.</param>
internal sealed record Letter(string Subject, string Text, string Short);

/// <summary>The mails of the platform.</summary>
internal static class Letters
{
    public static readonly Letter SomethingToRead = new(
        "Du nouveau dans votre espace santé / Something new in your health space",
        "Vous avez une nouvelle notification. Connectez-vous à votre espace santé pour la lire. Nous ne vous demandons jamais vos codes par courriel.\n\n"
        + "You have a new notification. Sign in to your health space to read it. We never ask for your codes by mail.\n",
        "Espace santé : vous avez une nouvelle notification. Connectez-vous pour la lire. Nous ne demandons jamais vos codes.");

    public static readonly Letter SignInChanged = new(
        "La connexion à votre espace santé a changé / Sign-in to your health space has changed",
        "Un moyen de connexion ou une adresse de votre compte vient de changer. Si ce n’est pas vous, connectez-vous et déconnectez tous vos appareils, "
        + "puis changez votre mot de passe.\n\n"
        + "A means of sign-in or an address of your account has just changed. If it was not you, sign in, sign all your devices out, then change your password.\n",
        "Espace santé : votre connexion vient de changer. Si ce n'est pas vous, connectez-vous et déconnectez tous vos appareils.");

    public static Letter ProvisionalCode(string code) => new(
        "Votre code provisoire / Your provisional code",
        $"Votre code provisoire : {code}\nIl est valable six semaines, une seule fois ; les précédents ne valent plus. Ne le donnez à personne.\n\n"
        + $"Your provisional code: {code}\nIt is valid for six weeks, once; those before it are void. Give it to nobody.\n",
        $"Espace santé : votre code provisoire est {code}. Valable six semaines, une fois. Ne le donnez à personne.");

    public static Letter AddressCode(string code) => new(
        "Vérifiez votre adresse / Verify your address",
        $"Votre code : {code}\nIl est valable 10 minutes, une seule fois. Si vous n’activez pas un espace santé en ce moment, n’en faites rien.\n\n"
        + $"Your code: {code}\nIt is valid for 10 minutes, once. If you are not activating a health space now, do nothing with it.\n",
        $"Espace santé : votre code est {code}. Valable 10 minutes, une fois. Si vous n'activez rien en ce moment, n'en faites rien.");

    public static Letter OneTimeCode(string code) => new(
        "Votre code de connexion / Your sign-in code",
        $"Votre code : {code}\nIl est valable 10 minutes, une seule fois. Si vous ne vous connectez pas en ce moment, ne le donnez à personne.\n\n"
        + $"Your code: {code}\nIt is valid for 10 minutes, once. If you are not signing in now, give it to nobody.\n",
        $"Espace santé : votre code est {code}. Valable 10 minutes, une fois. Ne le donnez à personne.");
}
