using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>Why nothing is written in an agenda.</summary>
public static class AgendaRefusals
{
    /// <summary>Somebody else's agenda.</summary>
    public static readonly Refusal OnlyTheStructure = new("only-the-structure", RefusalKind.Forbidden,
        "Only the structure whose agenda it is may do this.", "Seule la structure à qui appartient cet agenda peut le faire.");

    /// <summary>Neither a schedule nor a slot.</summary>
    public static readonly Refusal NotOfAnAgenda = new("not-of-an-agenda", RefusalKind.Unprocessable,
        "An agenda holds schedules and slots; appointments are in the space of the patient.",
        "Un agenda contient des plages et des créneaux ; les rendez-vous sont dans l’espace du patient.");
}
