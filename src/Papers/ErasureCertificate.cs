namespace MonEspaceSante.Papers;

/// <summary>
/// The certificate that what a space held can be read by nobody any more: its keys are destroyed. It names nobody, for nothing that would is left.
/// </summary>
/// <param name="Reference">What the person was given when they asked.</param>
/// <param name="ErasedAt">When the keys were destroyed.</param>
/// <param name="BackupsUntil">When the last backup of a key is gone (storage design, section 6: at most 35 days later).</param>
/// <param name="Head">Digest of the last entry of the journal, hexadecimal: what stays can be checked against it, and not read.</param>
public sealed record ErasureCertificate(string Reference, DateTimeOffset ErasedAt, DateTimeOffset BackupsUntil, string Head)
{
    /// <summary>The paper.</summary>
    public Paper In(PaperLanguage language) => new(language.Of("Certificat d’effacement", "Certificate of erasure"), language,
    [
        new PaperBlock.Paragraph(language.Of(
            "Les clés qui protégeaient le contenu de cet espace numérique de santé ont été détruites, et ses documents supprimés. Personne ne peut plus le lire, pas même l’hébergeur.",
            "The keys that protected what this digital health space held have been destroyed, and its documents deleted. Nobody can read it any more, not even the host.")),
        new PaperBlock.Facts(
            new(language.Of("Référence de la demande", "Reference of the request"), Reference),
            new(language.Of("Effacé le", "Erased on"), language.Moment(ErasedAt)),
            new(language.Of("Sauvegardes disparues le", "Backups gone on"), language.Day(BackupsUntil)),
            new(language.Of("Empreinte du journal", "Digest of the journal"), Head)),
        new PaperBlock.Paragraph(language.Of(
            "L’historique des accès est conservé à part pendant la durée que fixe la loi, puis effacé à son tour.",
            "The history of accesses is kept apart for the time that the law sets, then erased in turn.")),
    ]);
}
