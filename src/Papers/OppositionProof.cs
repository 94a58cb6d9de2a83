using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Papers;

/// <summary>The proof that a person has objected to a space (lifecycle 1).</summary>
/// <param name="Person">Who objected, or for whom.</param>
/// <param name="ObjectedAt">When.</param>
/// <param name="Reference">What the platform files the objection under.</param>
public sealed record OppositionProof(HolderSheet Person, DateTimeOffset ObjectedAt, string Reference)
{
    /// <summary>The paper.</summary>
    public Paper In(PaperLanguage language) => new(language.Of("Preuve d’opposition", "Proof of objection"), language,
    [
        new PaperBlock.Paragraph(language.Of(
            "L’opposition à l’ouverture d’un espace numérique de santé a été enregistrée. Aucun espace n’est ouvert, et aucun professionnel ne peut y déposer ni y lire un document.",
            "The objection to the opening of a digital health space has been recorded. No space is open, and no professional can add or read a document there.")),
        new PaperBlock.Facts(
            new(language.Of("Personne concernée", "Person concerned"), Person.FullName()),
            new(language.Of("Née le", "Born on"), language.Day(Person.BirthDate)),
            new(language.Of("Numéro de sécurité sociale", "Social security number"), Person.Ins.Masked()),
            new(language.Of("Opposition enregistrée le", "Objection recorded on"), language.Moment(ObjectedAt)),
            new(language.Of("Référence", "Reference"), Reference)),
        new PaperBlock.Paragraph(language.Of(
            "Vous pouvez revenir sur cette décision à tout moment, sur le site, au 34 22 ou au guichet de votre caisse.",
            "You may change your mind at any time, on the site, by calling 34 22 or at the counter of your insurer.")),
    ]);
}
