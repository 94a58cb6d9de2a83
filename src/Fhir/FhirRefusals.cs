using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir;

/// <summary>Why a body is not the FHIR R4 that we read, whatever the resource.</summary>
public static class FhirRefusals
{
    /// <summary>Not JSON, or not as FHIR writes it.</summary>
    public static readonly Refusal JsonMalformed = new("fhir-json-malformed", RefusalKind.Invalid,
        "The body is not a JSON object in UTF-8, without comments, of at most 64 levels.",
        "Le corps n’est pas un objet JSON en UTF-8, sans commentaire, de 64 niveaux au plus.");

    /// <summary>Not XML, or not as FHIR writes it.</summary>
    public static readonly Refusal XmlMalformed = new("fhir-xml-malformed", RefusalKind.Invalid,
        "The body is not XML in UTF-8 as FHIR writes it: no DTD, no processing instruction, no text between elements, at most 20 million characters and 64 levels.",
        "Le corps n’est pas du XML en UTF-8 tel que FHIR l’écrit : ni DTD, ni instruction de traitement, ni texte entre les éléments, 20 millions de caractères et 64 niveaux au plus.");

    /// <summary>XML elements have a fixed order in FHIR.</summary>
    public static readonly Refusal ElementMisplaced = new("fhir-element-misplaced", RefusalKind.Invalid,
        "The element stands after one that it must precede.", "L’élément figure après un élément qu’il doit précéder.");

    /// <summary>A name that occurs twice in one object: which of the two counts?</summary>
    public static readonly Refusal NameRepeated = new("fhir-name-repeated", RefusalKind.Invalid,
        "The same name occurs twice in one JSON object.", "Le même nom figure deux fois dans un objet JSON.");

    /// <summary>Nothing where FHIR wants something or no element at all.</summary>
    public static readonly Refusal ElementEmpty = new("fhir-element-empty", RefusalKind.Invalid,
        "An element is never null, an empty text, an empty list or an empty object: leave it out.",
        "Un élément n’est jamais nul, ni un texte, une liste ou un objet vide : omettez-le.");

    /// <summary>Another resource than expected here.</summary>
    public static readonly Refusal ResourceTypeWrong = new("fhir-resource-type-wrong", RefusalKind.Invalid,
        "This is not the type of resource that is expected here.", "Ce n’est pas le type de ressource attendu ici.");

    /// <summary>No such element in FHIR R4.</summary>
    public static readonly Refusal ElementUnknown = new("fhir-element-unknown", RefusalKind.Invalid,
        "FHIR R4 has no such element here.", "FHIR R4 ne connaît pas cet élément ici.");

    /// <summary>A list where one value is expected, a number where a text is…</summary>
    public static readonly Refusal ElementShapeWrong = new("fhir-element-shape-wrong", RefusalKind.Invalid,
        "The element does not have the JSON form that FHIR R4 gives it.", "L’élément n’a pas la forme JSON que FHIR R4 lui donne.");

    /// <summary>It may change the meaning of the rest, and we do not know how.</summary>
    public static readonly Refusal ModifierUnknown = new("fhir-modifier-unknown", RefusalKind.Unprocessable,
        "This element may change the meaning of the others in a way that is not known here (FHIR R4, modifierExtension, implicitRules).",
        "Cet élément peut changer le sens des autres d’une façon inconnue ici (FHIR R4, modifierExtension, implicitRules).");

    /// <summary>Something that must be said is not.</summary>
    public static readonly Refusal ElementMissing = new("fhir-element-missing", RefusalKind.Unprocessable,
        "The element is required.", "L’élément est obligatoire.");

    /// <summary>Something that must not be said is.</summary>
    public static readonly Refusal ElementForbidden = new("fhir-element-forbidden", RefusalKind.Unprocessable,
        "The element is not allowed here.", "L’élément n’est pas permis ici.");

    /// <summary>More of them than allowed.</summary>
    public static readonly Refusal TooManyElements = new("fhir-too-many-elements", RefusalKind.Unprocessable,
        "The element occurs more often than is allowed.", "L’élément figure plus souvent qu’il n’est permis.");

    /// <summary>Not a value of its type.</summary>
    public static readonly Refusal ValueInvalid = new("fhir-value-invalid", RefusalKind.Invalid,
        "The text is not a valid value of this element.", "Le texte n’est pas une valeur valide de cet élément.");

    /// <summary>A contained resource that is not there.</summary>
    public static readonly Refusal ReferenceUnresolved = new("fhir-reference-unresolved", RefusalKind.Unprocessable,
        "The reference points at no contained resource.", "La référence ne désigne aucune ressource contenue.");
}
