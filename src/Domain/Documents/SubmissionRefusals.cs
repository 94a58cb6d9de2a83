using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Why a submission set is not taken in, whatever its documents are.</summary>
public static class SubmissionRefusals
{
    /// <summary>A text that no title or identifier needs: each document of the set keeps it.</summary>
    public static readonly Refusal TextTooLong = new("submission-text-too-long", RefusalKind.Unprocessable,
        "The title, the identifiers, the codes and the name of the sender have at most 256 characters each.",
        "Le titre, les identifiants, les codes et le nom de l’émetteur comportent chacun 256 caractères au plus.");

    /// <summary>The same identifier for other documents.</summary>
    public static readonly Refusal AlreadySubmitted = new("submission-already-made", RefusalKind.Conflict,
        "Another submission set was already made under this identifier.",
        "Un autre lot de soumission a déjà été fait sous cet identifiant.");

    /// <summary>A patch of something that this set leaves alone (TD2.1).</summary>
    public static readonly Refusal NotReplacedHere = new("submission-patch-without-replacement", RefusalKind.Unprocessable,
        "Only a document that another of the same submission replaces becomes superseded (TD2.1).",
        "Seul un document qu’un autre du même lot remplace devient obsolète (TD2.1).");
}
