using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Security;

/// <summary>Why a request goes no further than the edge.</summary>
internal static class EdgeRefusals
{
    public static readonly Refusal CertificateMissing = new("certificate-missing", RefusalKind.Forbidden,
        "This address serves professionals and structures: present a client certificate.",
        "Cette adresse sert les professionnels et les structures : présentez un certificat client.");

    public static readonly Refusal NotAuthenticated = new("not-authenticated", RefusalKind.Unauthenticated,
        "Sign in first, or present a valid token.",
        "Connectez-vous d’abord, ou présentez un jeton valide.");

    public static readonly Refusal FreshProofNeeded = new("fresh-proof-needed", RefusalKind.Forbidden,
        "Prove once more that it is you: this is open for five minutes after it.",
        "Prouvez une nouvelle fois que c’est bien vous : cet accès reste ouvert cinq minutes ensuite.");

    public static readonly Refusal NotFound = new("not-found", RefusalKind.NotFound,
        "There is nothing at this address.", "Il n’y a rien à cette adresse.");

    public static readonly Refusal MethodNotAllowed = new("method-not-allowed", RefusalKind.NotAllowed,
        "This address does not take this method.", "Cette adresse n’accepte pas cette méthode.");

    public static readonly Refusal BodyTooLarge = new("body-too-large", RefusalKind.TooLarge,
        "The body is larger than this address accepts.", "Le corps de la requête dépasse la taille acceptée.");

    public static readonly Refusal RequestMalformed = new("request-malformed", RefusalKind.Invalid,
        "The request cannot be read.", "La requête ne peut pas être lue.");

    public static readonly Refusal MediaTypeUnsupported = new("media-type-unsupported", RefusalKind.Unsupported,
        "Send application/fhir+json or application/fhir+xml to FHIR addresses, application/json to the others; a search form is application/x-www-form-urlencoded.",
        "Envoyez application/fhir+json ou application/fhir+xml aux adresses FHIR, application/json aux autres ; un formulaire de recherche est en application/x-www-form-urlencoded.");

    public static readonly Refusal FormatNotAcceptable = new("format-not-acceptable", RefusalKind.NotAcceptable,
        "Answers are application/fhir+json or application/fhir+xml, FHIR 4.0, in UTF-8.",
        "Les réponses sont en application/fhir+json ou application/fhir+xml, FHIR 4.0, en UTF-8.");

    public static readonly Refusal VersionTagInvalid = new("version-tag-invalid", RefusalKind.Invalid,
        "A version is written W/\"3\".", "Une version s’écrit W/\"3\".");

    public static readonly Refusal StorageUnavailable = new("storage-unavailable", RefusalKind.Unavailable,
        "Storage did not answer in time: nothing was half done; repeat the request with the same Idempotency-Key.",
        "Le stockage n’a pas répondu à temps : rien n’est à moitié fait ; renouvelez la requête avec la même clé Idempotency-Key.");

    public static readonly Refusal Unexpected = new("unexpected", RefusalKind.Unavailable,
        "Something broke on our side; the request can be repeated. Quote the X-Request-Id to support.",
        "Une panne est survenue de notre côté ; la requête peut être renouvelée. Citez X-Request-Id au support.");

    public static readonly Refusal PatientNotNamed = new("patient-not-named", RefusalKind.Invalid,
        "Name the patient: there is no search across patients.",
        "Nommez le patient : il n’y a pas de recherche entre patients.");

    public static readonly Refusal PageUnknown = new("page-unknown", RefusalKind.Invalid,
        "This page cannot be turned to, or no longer: search again.",
        "Cette page ne peut être ouverte, ou ne le peut plus : relancez la recherche.");

    public static readonly Refusal AccessModeInvalid = new("access-mode-invalid", RefusalKind.Invalid,
        "Mes-Access-Mode is normal, bris_de_glace or centre_15; Mes-Consent is declared or care-team; Mes-Connection is secret.",
        "Mes-Access-Mode vaut normal, bris_de_glace ou centre_15 ; Mes-Consent vaut declared ou care-team ; Mes-Connection vaut secret.");

    public static readonly Refusal IdempotencyKeyInvalid = new("idempotency-key-invalid", RefusalKind.Invalid,
        "An Idempotency-Key has 8 to 200 visible ASCII characters.",
        "Une clé Idempotency-Key comporte de 8 à 200 caractères ASCII visibles.");
}
