using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Papers;

/// <summary>The attestation that a carer (proche aidant) acts in somebody's space, given to both.</summary>
/// <param name="Helped">Name of the person helped.</param>
/// <param name="Carer">Name of the carer.</param>
/// <param name="From">When the delegation began.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Limits">How the person has narrowed the access, in the language of the paper; none where it is whole.</param>
public sealed record CarerAttestation(string Helped, string Carer, DateTimeOffset From, DateTimeOffset Until, ValueList<string> Limits)
{
    /// <summary>The paper.</summary>
    public Paper In(PaperLanguage language) => new(language.Of("Attestation de proche aidant", "Carer’s attestation"), language,
    [
        new PaperBlock.Paragraph(language.Of(
            $"{Helped} a confié à {Carer} le soin d’agir dans son espace numérique de santé, et {Carer} l’a accepté.",
            $"{Helped} has entrusted {Carer} with acting in their digital health space, and {Carer} has accepted.")),
        new PaperBlock.Facts(
        [
            new(language.Of("Personne aidée", "Person helped"), Helped),
            new(language.Of("Proche aidant", "Carer"), Carer),
            new(language.Of("À partir du", "From"), language.Day(From)),
            new(language.Of("Jusqu’au", "Until"), language.Day(Until)),
            .. Limits.Select(limit => new Fact(language.Of("Limite", "Limit"), limit)),
        ]),
        new PaperBlock.Paragraph(language.Of(
            "Le proche aidant ne peut ni désigner d’autres aidants, ni changer les coordonnées, l’identifiant ou le mot de passe, ni fermer l’espace, ni demander l’export ou la suppression des données. Chacun des deux peut mettre fin à cette délégation à tout moment.",
            "The carer may not name other carers, change contact details, login or password, close the space, or ask for its data to be exported or deleted. Either of the two may end this delegation at any time.")),
    ]);
}
