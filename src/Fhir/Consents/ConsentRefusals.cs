using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Consents;

/// <summary>Why a Consent is not one that is kept here.</summary>
public static class ConsentRefusals
{
    /// <summary>No such consent, or taken back.</summary>
    public static readonly Refusal Unknown = new("consent-unknown", RefusalKind.NotFound,
        "There is no such consent.", "Ce consentement n’existe pas.");

    /// <summary>A new consent names a professional or a structure.</summary>
    public static readonly Refusal NobodyNamed = new("consent-names-nobody", RefusalKind.Unprocessable,
        "A new consent names a professional or a structure (provision.actor); the choices for emergencies exist already: update them.",
        "Un nouveau consentement désigne un professionnel ou une structure (provision.actor) ; les choix d’urgence existent déjà : modifiez-les.");

    /// <summary>One consent stays about the same person, and stays a permission or a prohibition.</summary>
    public static readonly Refusal OtherConsent = new("consent-is-another", RefusalKind.Unprocessable,
        "A consent stays about the same person, and stays a permission or a prohibition: make this one inactive and create another.",
        "Un consentement garde la même personne et reste une permission ou une interdiction : désactivez celui-ci et créez-en un autre.");

    /// <summary>A choice for emergencies is always made, one way or the other.</summary>
    public static readonly Refusal AlwaysChosen = new("consent-always-chosen", RefusalKind.Unprocessable,
        "A choice for emergencies is permit or deny; it is never inactive.",
        "Un choix d’urgence est permis ou refusé ; il n’est jamais inactif.");

    /// <summary>Consents hold at once.</summary>
    public static readonly Refusal BeginsLater = new("consent-begins-later", RefusalKind.Unprocessable,
        "A consent holds at once: it cannot begin later.", "Un consentement vaut aussitôt : il ne peut commencer plus tard.");
}
