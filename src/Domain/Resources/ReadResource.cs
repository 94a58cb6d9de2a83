using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone asks for one resource as it stands. What may not be seen does not exist for them; the holder is told what was removed.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ReadResource(string Type, Guid Id, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, KeptResource> Decide(Space space, ReadResource command, Act act, AccessMatrix matrix)
    {
        if (space.Holder is null)
        {
            return ResourceRefusals.Unknown;
        }

        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        var trace = Reading.Trace(space, act, command.Context, TraceAction.ReadResource, matrix, gate) with { Type = command.Type, Resource = command.Id };
        if (gate.Allowed && space.Resources.TryFind(command.Type, command.Id, out var resource) && ResourceRules.Sees(act.By, gate, matrix, resource))
        {
            return new(Reading.Events(space, trace), resource, Reading.Notices(space, trace));
        }

        var gone = gate.Allowed && act.By.IsCitizen && space.Resources.Removal(command.Type, command.Id) is not null;
        return new(
            [new SpaceEvent.Accessed(trace with { Allowed = false })], gone ? ResourceRefusals.Gone : ResourceRefusals.Unknown, []);
    }
}
