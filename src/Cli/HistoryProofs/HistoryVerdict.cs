namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary>What a verification found.</summary>
/// <param name="Entries">How many entries are right, from the first.</param>
/// <param name="Night">The date of the night that signed them; <see langword="null"/> if none did, or a fault came before.</param>
/// <param name="NightEntry">Up to which entry that night did.</param>
/// <param name="Receipt">The entry that was the last when the given receipt was made; <see langword="null"/> without one, or if a fault came before.</param>
/// <param name="Fault">The first thing that does not fit; <see langword="null"/> when everything does.</param>
internal sealed record HistoryVerdict(long Entries, string? Night = null, long? NightEntry = null, long? Receipt = null, HistoryFault? Fault = null);

/// <summary>The first thing that does not fit.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Entry">The entry where it shows, from 1; <see langword="null"/> where it is about the whole.</param>
internal sealed record HistoryFault(FaultKind Kind, long? Entry = null)
{
    /// <summary>The stable name of the kind, the same in every verifier.</summary>
    public string Code => Kind switch
    {
        FaultKind.Unreadable => "unreadable",
        FaultKind.Version => "version",
        FaultKind.Sequence => "sequence",
        FaultKind.Time => "time",
        FaultKind.Body => "body",
        FaultKind.Chain => "chain",
        FaultKind.Head => "head",
        FaultKind.Key => "key",
        FaultKind.HeadSignature => "head-signature",
        FaultKind.Night => "night",
        FaultKind.NightSignature => "night-signature",
        FaultKind.ReceiptUnreadable => "receipt-unreadable",
        FaultKind.Receipt => "receipt",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "No such fault."),
    };

    /// <summary>The fault in English.</summary>
    public string English => Kind switch
    {
        FaultKind.Unreadable when Entry is { } entry => $"Entry {entry} is not written as the format says.",
        FaultKind.Unreadable => "This file is not a history proof, or it is damaged.",
        FaultKind.Version => "This history proof is of a version that this verifier does not know.",
        FaultKind.Sequence => $"Entry {Entry} is missing, repeated or out of place.",
        FaultKind.Time => $"Entry {Entry} is dated before the one it follows.",
        FaultKind.Body => $"The text of entry {Entry} is not the one that was recorded.",
        FaultKind.Chain => $"Entry {Entry} does not follow: it was changed, or something before it was.",
        FaultKind.Head => $"The history should end with entry {Entry}, and does not: entries are missing at the end, or were added.",
        FaultKind.Key => "This history is signed by another key than the one expected.",
        FaultKind.HeadSignature => "The platform did not sign this end of the history.",
        FaultKind.Night => $"Entry {Entry} is not the one that was signed at night: the history was rewritten before it.",
        FaultKind.NightSignature => "The platform did not sign what is said of the night.",
        FaultKind.ReceiptUnreadable => "This is not a receipt: twelve words of the list, the last of which checks the others.",
        FaultKind.Receipt => "No entry of this history matches the receipt: the history was rewritten or cut off before it.",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "No such fault."),
    };

    /// <summary>The fault in French.</summary>
    public string French => Kind switch
    {
        FaultKind.Unreadable when Entry is { } entry => $"L’entrée {entry} n’est pas écrite comme le format le prévoit.",
        FaultKind.Unreadable => "Ce fichier n’est pas une preuve d’historique, ou il est abîmé.",
        FaultKind.Version => "Cette preuve d’historique est d’une version que ce vérificateur ne connaît pas.",
        FaultKind.Sequence => $"L’entrée {Entry} manque, est répétée ou n’est pas à sa place.",
        FaultKind.Time => $"L’entrée {Entry} est datée d’avant celle qu’elle suit.",
        FaultKind.Body => $"Le texte de l’entrée {Entry} n’est pas celui qui a été enregistré.",
        FaultKind.Chain => $"L’entrée {Entry} ne fait pas suite : elle a été modifiée, ou quelque chose avant elle.",
        FaultKind.Head => $"L’historique devrait finir à l’entrée {Entry}, et ce n’est pas le cas : il manque des entrées à la fin, ou il en est ajouté.",
        FaultKind.Key => "Cet historique est signé par une autre clé que celle attendue.",
        FaultKind.HeadSignature => "La plateforme n’a pas signé cette fin d’historique.",
        FaultKind.Night => $"L’entrée {Entry} n’est pas celle qui a été signée la nuit : l’historique a été réécrit avant elle.",
        FaultKind.NightSignature => "La plateforme n’a pas signé ce qui est dit de la nuit.",
        FaultKind.ReceiptUnreadable => "Ce n’est pas un reçu : douze mots de la liste, dont le dernier contrôle les autres.",
        FaultKind.Receipt => "Aucune entrée de cet historique ne correspond au reçu : l’historique a été réécrit ou coupé avant lui.",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "No such fault."),
    };
}

/// <summary>What can be wrong with a history proof, in the order in which it is looked for.</summary>
internal enum FaultKind
{
    /// <summary>Not a file of this format.</summary>
    Unreadable,

    /// <summary>Of another version.</summary>
    Version,

    /// <summary>An entry does not have its number.</summary>
    Sequence,

    /// <summary>An entry is dated before the one it follows.</summary>
    Time,

    /// <summary>A body does not have its digest.</summary>
    Body,

    /// <summary>A link of the chain does not follow.</summary>
    Chain,

    /// <summary>The entries do not lead to the stated end.</summary>
    Head,

    /// <summary>Another key than the one expected.</summary>
    Key,

    /// <summary>The signature of the end is not one.</summary>
    HeadSignature,

    /// <summary>What was signed at night is not in the history.</summary>
    Night,

    /// <summary>Path, statement or signature of the night do not fit.</summary>
    NightSignature,

    /// <summary>The words are no receipt.</summary>
    ReceiptUnreadable,

    /// <summary>The receipt is of another history.</summary>
    Receipt,
}
