using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Reports;

/// <summary>Why a report is not made, or not handled.</summary>
public static class ReportRefusals
{
    /// <summary>Empty, or too long.</summary>
    public static readonly Refusal TextLength = new("report-text-length", RefusalKind.Unprocessable,
        "Write 1 to 2,000 characters.", "Écrivez de 1 à 2 000 caractères.");

    /// <summary>What is reported cannot be told from its reference.</summary>
    public static readonly Refusal ReferenceInvalid = new("report-reference-invalid", RefusalKind.Unprocessable,
        "Name what you report: a professional by number, one of your documents, or a service by name.",
        "Nommez ce que vous signalez : un professionnel par son numéro, un de vos documents, ou un service par son nom.");

    /// <summary>Too many are open.</summary>
    public static readonly Refusal TooManyOpen = new("report-too-many-open", RefusalKind.Conflict,
        "You have 20 open reports: withdraw one, or wait for its answer.",
        "Vous avez 20 signalements en cours : retirez-en un, ou attendez sa réponse.");

    /// <summary>No such report, for who asks.</summary>
    public static readonly Refusal Unknown = new("report-unknown", RefusalKind.NotFound,
        "There is no such report.", "Ce signalement n’existe pas.");

    /// <summary>Another agent has it, or nobody has taken it.</summary>
    public static readonly Refusal InOtherHands = new("report-in-other-hands", RefusalKind.Conflict,
        "This report is not in your hands: take it first, unless another agent has it.",
        "Ce signalement n’est pas entre vos mains : prenez-le d’abord, à moins qu’un autre agent ne l’ait.");

    /// <summary>Support alone handles reports.</summary>
    public static readonly Refusal OnlySupport = new("support-only", RefusalKind.Forbidden,
        "Reports are handled by the operator’s support.", "Les signalements sont traités par l’assistance de l’exploitant.");
}
