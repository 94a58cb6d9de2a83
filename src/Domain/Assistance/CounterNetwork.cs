using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Assistance;

/// <summary>
/// The structures whose counters help people who have no internet, or no ease with it (lifecycle 3): France Services, health insurance. Their agents
/// help, and get no access of their own.
/// </summary>
/// <param name="Counters">The structures.</param>
public sealed record CounterNetwork(ValueList<StructureId> Counters)
{
    private const int LongestName = 100;

    /// <summary>
    /// The help that <paramref name="caller"/> gives: an agent with a card of their own, or one whom their structure names in
    /// <paramref name="agent"/>, by its certificate.
    /// </summary>
    public Outcome<CounterHelp> HelpBy(Caller caller, string? agent) => caller switch
    {
        Caller.Staff { Structure: { } structure } staff when Counters.Contains(structure.Id) => new CounterHelp(staff, staff.Name),
        Caller.Organisation organisation when Counters.Contains(organisation.Id) =>
            agent?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
                ? new CounterHelp(organisation, name)
                : AssistanceRefusals.AgentUnnamed.At("agent"),
        _ => AssistanceRefusals.OnlyACounter,
    };
}

/// <summary>Help at a counter.</summary>
/// <param name="By">The agent, or the structure that names them.</param>
/// <param name="Agent">The agent's name.</param>
public sealed record CounterHelp(Caller By, string Agent);

/// <summary>Why nobody is helped.</summary>
public static class AssistanceRefusals
{
    /// <summary>Not a counter.</summary>
    public static readonly Refusal OnlyACounter = new("only-a-counter", RefusalKind.Forbidden,
        "Only a counter that the platform knows helps people to activate their space.",
        "Seul un guichet connu de la plateforme aide à activer un espace.");

    /// <summary>The structure is known, the agent is not named.</summary>
    public static readonly Refusal AgentUnnamed = new("agent-unnamed", RefusalKind.Unprocessable,
        "Name the agent who helps: the person reads it in their history.",
        "Nommez l’agent qui aide : la personne le lit dans son historique.");
}
