using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>The holder shuts a professional or a structure out of ordinary access, known to the list or not; their authorisation ends with it.</summary>
/// <param name="Subject">Whom.</param>
public sealed record BlockProfessional(AccessSubject Subject)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Block> Decide(Space space, BlockProfessional command, Act act)
    {
        if (!act.IsOfHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        if (space.BlockOn(command.Subject) is { } standing)
        {
            return standing;
        }

        var block = new Block(Ids.Of(act.CommandId, "block"), command.Subject, act.At);
        List<SpaceEvent> events = [new SpaceEvent.ProfessionalBlocked(block)];
        if (space.AuthorisationOn(command.Subject) is not null)
        {
            // Unblocking does not bring the authorisation back: it ends here.
            events.Add(new SpaceEvent.AuthorisationWithdrawn(command.Subject, act.At));
        }

        return new(events, block, []);
    }
}

/// <summary>The holder lifts a block. The authorisation does not come back: a new one is needed.</summary>
/// <param name="Id">The block.</param>
public sealed record LiftBlock(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, LiftBlock command, Act act)
    {
        if (!act.IsOfHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.Blocks.FirstOrDefault(block => block.Id == command.Id) is { } standing
            ? new Decision<SpaceEvent, Done>([new SpaceEvent.BlockLifted(standing.Id, standing.Subject, act.At)], Done.Answer, [])
            : AccessRefusals.BlockUnknown;
    }
}
