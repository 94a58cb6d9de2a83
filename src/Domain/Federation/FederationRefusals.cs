using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Federation;

/// <summary>Why somebody whom another house vouches for does not get in.</summary>
public static class FederationRefusals
{
    /// <summary>Whatever is wrong with what came back from the provider: the same words, for a stranger learns nothing from them (ASVS 6.3.8).</summary>
    public static readonly Refusal Refused = new("federation-refused", RefusalKind.Unauthenticated,
        "This sign-in does not open anything: begin again.",
        "Cette connexion n’ouvre rien : recommencez.");

    /// <summary>The provider does not answer, or none is configured.</summary>
    public static readonly Refusal Unavailable = new("federation-unavailable", RefusalKind.Unavailable,
        "The identity provider cannot be reached: sign in in another way, or later.",
        "Le fournisseur d’identité est injoignable : connectez-vous autrement, ou plus tard.");

    /// <summary>The federated identity is not the holder's, or opens another account.</summary>
    public static readonly Refusal SomebodyElse = new("federation-somebody-else", RefusalKind.Conflict,
        "This identity is not that of the holder of the space, or opens another account: link your own.",
        "Cette identité n’est pas celle du titulaire de l’espace, ou ouvre un autre compte : reliez la vôtre.");

    /// <summary>There is no such exercise to choose, or it was chosen before.</summary>
    public static readonly Refusal ExerciseUnknown = new("exercise-unknown", RefusalKind.Unprocessable,
        "Choose one of the exercises that were offered, once.",
        "Choisissez l’un des exercices proposés, une seule fois.");

    /// <summary>The structure's software brings no assertion that may be believed of who acts in the structure (security design, R6).</summary>
    public static readonly Refusal AssertionRefused = new("assertion-refused", RefusalKind.Unauthenticated,
        "The assertion does not prove who acts in your structure: bring a new Pro Santé Connect token, issued for this platform to somebody who works there.",
        "L’assertion ne prouve pas qui agit dans votre structure : présentez un nouveau jeton Pro Santé Connect, émis pour cette plateforme à une personne qui y exerce.");

    /// <summary>The person exercises in several ways in the structure.</summary>
    public static readonly Refusal ExerciseAmbiguous = new("exercise-ambiguous", RefusalKind.Invalid,
        "The person exercises in several ways in your structure: say in exercise which it is, by the code of the profession, or profession^speciality.",
        "La personne exerce à plusieurs titres dans votre structure : précisez exercise, par le code de la profession, ou profession^spécialité.");

    /// <summary>Not a token exchange.</summary>
    public static readonly Refusal ExchangeMalformed = new("exchange-malformed", RefusalKind.Invalid,
        "Ask for a token exchange (RFC 8693) with a subject_token of the type access_token or jwt, in a form.",
        "Demandez un échange de jeton (RFC 8693) avec un subject_token de type access_token ou jwt, dans un formulaire.");
}
