using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Assistance;

/// <summary>A counter helped the person to activate their space: their history says who, when and where.</summary>
/// <param name="Holder">Traits as the insurer's file has them now.</param>
/// <param name="Agent">The agent's name.</param>
public sealed record RecordAssistance(HolderSheet Holder, string Agent)
{
    /// <summary>The rule. Sent again, it leaves its trace again: so did somebody help again.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, RecordAssistance command, Act act, AccessMatrix matrix) =>
        act.By is not (Caller.Organisation or Caller.Staff)
            ? AssistanceRefusals.OnlyACounter
            : new Decision<SpaceEvent, Done>(
                [.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.Accessed(Trace(space, command, act, matrix))], Done.Answer, []);

    private static AccessTrace Trace(Space space, RecordAssistance command, Act act, AccessMatrix matrix) => Reading.Trace(
        space, act, AccessContext.Ordinary with { Reason = command.Agent }, TraceAction.AssistedActivation, matrix, AccessVerdict.Yes(AccessReason.CounterHelp));
}
