using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Why a resource that is well formed is not valid FHIR R4. What is missing or too much is said by <see cref="FhirRefusals"/>.</summary>
/// <remarks>A rule of HL7 that is broken has the code <c>fhir-invariant-</c> and its key, such as <c>fhir-invariant-obs-7</c>.</remarks>
public static class ValidationRefusals
{
    /// <summary>A code from outside the value set.</summary>
    public static readonly Refusal CodeUnknown = new("fhir-code-unknown", RefusalKind.Unprocessable,
        "The code is not in the value set that FHIR R4 requires here.",
        "Le code n’appartient pas au jeu de valeurs que FHIR R4 impose ici.");

    /// <summary>A reference to something else than may stand there.</summary>
    public static readonly Refusal TargetWrong = new("fhir-reference-target-wrong", RefusalKind.Unprocessable,
        "The reference points at a type of resource that may not stand here.",
        "La référence désigne un type de ressource qui ne peut pas figurer ici.");

    /// <summary>A narrative with more than formatting in it.</summary>
    public static readonly Refusal NarrativeUnsafe = new("fhir-narrative-unsafe", RefusalKind.Unprocessable,
        "A narrative is one XHTML div with formatting, links and images only: no script, form, frame, event or other active content (FHIR R4, Narrative).",
        "Un texte narratif est un div XHTML fait de mise en forme, de liens et d’images : ni script, ni formulaire, ni cadre, ni évènement, ni autre contenu actif (FHIR R4, Narrative).");

    /// <summary>A narrative that says nothing.</summary>
    public static readonly Refusal NarrativeEmpty = new("fhir-narrative-empty", RefusalKind.Unprocessable,
        "A narrative holds some text or an image (FHIR R4, txt-2).",
        "Un texte narratif contient du texte ou une image (FHIR R4, txt-2).");

    /// <summary>Too much to look at.</summary>
    public static readonly Refusal TooIntricate = new("fhir-too-intricate", RefusalKind.TooLarge,
        "A rule of FHIR R4 would take too long to check on so large a resource: send it in several.",
        "Une règle de FHIR R4 serait trop longue à vérifier sur une ressource de cette taille : envoyez-la en plusieurs.");

    /// <summary>A rule of HL7 is broken.</summary>
    internal static Refusal Broken(string key, string human) => new($"fhir-invariant-{key}", RefusalKind.Unprocessable,
        $"The rule {key} of FHIR R4 is broken: {human.TrimEnd('.', ' ')}.",
        $"La règle {key} de FHIR R4 n’est pas respectée (en anglais : « {human.TrimEnd('.', ' ')} »).");
}
