using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Resources are written: one, or several together, all or none (a transaction inside one space).</summary>
/// <param name="Holder">
/// Traits of the holder as the insurer's file has them now; <see langword="null"/> where the sender names nothing but what stands already.
/// </param>
/// <param name="Context">In which circumstances.</param>
/// <param name="Writes">
/// What is done, in order; no two of them to the same resource. Conditions are judged by what stands before the first. A body may refer to a
/// resource that another part makes: the sender writes the identity <see cref="IdOf"/> gives, as 32 digits; where a condition finds that the
/// resource stands already, its identity is put in the place of the expected one.
/// </param>
public sealed record CarryOut(HolderSheet? Holder, AccessContext Context, ValueList<ResourceWrite> Writes)
{
    /// <summary>The identity of the resource that the part <paramref name="index"/> of the command <paramref name="commandId"/> makes, if it makes one.</summary>
    public static Guid IdOf(Guid commandId, int index) => Ids.Of(commandId, string.Create(CultureInfo.InvariantCulture, $"resource {index}"));

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, ResourceReceipts> Decide(Space space, CarryOut command, Act act, AccessMatrix matrix)
    {
        var sheet = command.Holder ?? space.Holder;
        if (sheet is null)
        {
            return ResourceRefusals.Unknown;
        }

        var known = HolderFile.Known(space, sheet);
        var gate = AccessRules.Enter(known, act.By, command.Context, act.At);
        var trace = Reading.Trace(known, act, command.Context, TraceAction.WroteResources, matrix, gate).Counting(command.Writes.Count) with
        {
            Type = string.Join(", ", command.Writes.Select(write => write.Type).Distinct().Order(StringComparer.Ordinal)),
        };
        if (command.Writes.FirstOrDefault(write => !ResourceRules.Writes(known, act.By, gate, write.Type, act.At)) is { } forbidden)
        {
            // A space that was never used keeps no trace of strangers: an invented identity must not make a journal.
            SpaceEvent[] attempt = space.Holder is null ? [] : [new SpaceEvent.Accessed(trace with { Allowed = false })];

            // Who names what stands learns no more from a closed door than from an empty room (security design, R8).
            var refusal = forbidden is ResourceWrite.Remove or ResourceWrite.Revise { Id: not null } ? ResourceRefusals.Unknown : ResourceRefusals.MayNotWrite;
            return new(attempt, refusal.At(forbidden.Place), []);
        }

        // R. 1111-33: resources carry no label that could withhold them from the representatives; documents do.
        if (command.Context.Secret && !act.By.IsCitizen && known.HolderIsMinorAt(act.At))
        {
            return ResourceRefusals.NotInSecretConnection;
        }

        var written = new Writing(space.Resources, Depositor.Of(act.By), resource => ResourceRules.Sees(act.By, gate, matrix, resource), act).CarryOut(command.Writes);
        if (!written.Accepted)
        {
            return written.Refusal;
        }

        // What the holder and feeding structures wrote says so itself; a professional comes in to write, and that is an access.
        IReadOnlyList<SpaceEvent> access = act.By is Caller.Professional ? Reading.Events(space, trace) : [];
        var events = written.Value.Changes.Select(EventOf).ToList();
        return new(
            access.Count + events.Count == 0 ? [] : [.. HolderFile.Recorded(space, sheet), .. access, .. events],
            written.Value.Receipts, Reading.Notices(space, trace));
    }

    private static SpaceEvent EventOf(ResourceChange change) => change switch
    {
        ResourceChange.Recorded recorded => new SpaceEvent.ResourceRecorded(recorded.Resource),
        ResourceChange.Revised revised => new SpaceEvent.ResourceRevised(revised.Resource),
        ResourceChange.Removed removed => new SpaceEvent.ResourceRemoved(removed.Resource),
        _ => throw new InvalidOperationException($"A space does not know the change {change.GetType().Name}."),
    };
}

/// <summary>What became of each part, in the order of the command.</summary>
public sealed record ResourceReceipts(ValueList<ResourceReceipt> Parts);
