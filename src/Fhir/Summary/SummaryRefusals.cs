using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>Why something does not go into the medical profile.</summary>
public static class SummaryRefusals
{
    /// <summary>Nothing to read.</summary>
    public static readonly Refusal LabelMissing = new("summary-label-missing", RefusalKind.Unprocessable,
        "An item of the medical profile is named by a text, or by a code with its display.",
        "Un élément du profil médical est désigné par un texte, ou par un code accompagné de son libellé.");
}
