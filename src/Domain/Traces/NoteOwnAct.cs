using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>
/// The holder did something with their own account, such as signing in: it is part of the history of the space (domain facts, access rights, section
/// 6: actor PATIENT), open or closed.
/// </summary>
/// <param name="Action">What they did.</param>
public sealed record NoteOwnAct(TraceAction Action)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, NoteOwnAct command, Act act, AccessMatrix matrix) => act.IsOfHolder(space)
        ? new Decision<SpaceEvent, Done>([new SpaceEvent.Accessed(Reading.Trace(space, act, AccessContext.Ordinary, command.Action, matrix, AccessVerdict.Yes(AccessReason.OwnSpace)))], Done.Answer, [])
        : SpaceRefusals.OnlyTheHolder;
}
