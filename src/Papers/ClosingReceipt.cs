using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Papers;

/// <summary>The receipt of the closing of a space (R. 1111-36).</summary>
/// <param name="Person">Whose space it was.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="KeptUntil">When what it holds is deleted at the latest.</param>
/// <param name="DeletionAsked">The holder has asked for deletion, and it is done by <paramref name="KeptUntil"/>; otherwise it is archived until then.</param>
public sealed record ClosingReceipt(HolderSheet Person, DateTimeOffset ClosedAt, DateTimeOffset KeptUntil, bool DeletionAsked)
{
    /// <summary>The paper.</summary>
    public Paper In(PaperLanguage language) => new(language.Of("Reçu de clôture", "Closing receipt"), language,
    [
        new PaperBlock.Paragraph(language.Of(
            "L’espace numérique de santé est clôturé. Plus aucun professionnel ne peut y déposer ni y lire un document.",
            "The digital health space is closed. No professional can add or read a document there any more.")),
        new PaperBlock.Facts(
            new(language.Of("Titulaire", "Holder"), Person.FullName()),
            new(language.Of("Numéro de sécurité sociale", "Social security number"), Person.Ins.Masked()),
            new(language.Of("Clôturé le", "Closed on"), language.Moment(ClosedAt)),
            new(DeletionAsked ? language.Of("Supprimé au plus tard le", "Deleted by") : language.Of("Archivé jusqu’au", "Archived until"), language.Day(KeptUntil))),
        new PaperBlock.Paragraph(DeletionAsked
            ? language.Of(
                "Vous avez demandé la suppression de ce qu’il contient. Rouvrir l’espace avant qu’elle soit faite l’annule. Vous serez informé dès qu’elle le sera.",
                "You have asked for what it holds to be deleted. Reopening the space before that is done cancels it. You will be told as soon as it is done.")
            : language.Of(
                "Ce qu’il contient est archivé, vous reste accessible, et revient dans l’espace si vous le rouvrez. Vous pouvez à tout moment en demander la suppression.",
                "What it holds is archived, stays within your reach, and returns if you reopen the space. You may ask for its deletion at any time.")),
    ]);
}
