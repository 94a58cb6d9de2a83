using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>
/// Someone asks for all that they may see in a space: documents, and resources of some types. Whoever may not come in learns nothing of whether
/// there is a space.
/// </summary>
/// <param name="Types">The types of resources; none means every type.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ReadSpace(ValueList<string> Types, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, SpaceContent> Decide(Space space, ReadSpace command, Act act, AccessMatrix matrix)
    {
        if (space.Holder is not { } holder)
        {
            return ResourceRefusals.Unknown;
        }

        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        var trace = Reading.Trace(space, act, command.Context, TraceAction.ReadSpace, matrix, gate);
        if (!gate.Allowed)
        {
            return new([new SpaceEvent.Accessed(trace)], ResourceRefusals.Unknown, []);
        }

        var types = command.Types.Count > 0 ? command.Types : space.Resources.Types.ToValueList();
        var content = new SpaceContent(
            holder,
            types.SelectMany(space.Resources.OfType).Where(resource => ResourceRules.Sees(act.By, gate, matrix, resource)).ToValueList(),
            space.Documents.Where(document => AccessRules.See(space, act.By, command.Context, gate, document, matrix).Allowed).ToValueList());
        trace = trace.Counting(content.Resources.Count + content.Documents.Count);
        return new(Reading.Events(space, trace), content, Reading.Notices(space, trace));
    }
}

/// <summary>What somebody may see in a space.</summary>
/// <param name="Holder">The holder, as the insurer's file has them.</param>
/// <param name="Resources">In the order of types, then as they were made.</param>
/// <param name="Documents">In the order of their deposit.</param>
public sealed record SpaceContent(HolderSheet Holder, ValueList<KeptResource> Resources, ValueList<DocumentSheet> Documents);
