using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>
/// Who is signed in wants to act in this space: as its holder, as who represents the holder now, or as who cares for them now. Asked before every
/// request that names another space than one's own; nobody else tells.
/// </summary>
/// <param name="Matter">What they want to do there.</param>
public sealed record ActFor(ProxyMatter Matter)
{
    /// <summary>
    /// The rule. The answer is the caller that they are here; to who is nothing here, the space does not exist (security design, R8). Attempts leave a
    /// trace (R9); what is let through leaves that of the act itself.
    /// </summary>
    public static Decision<SpaceEvent, Caller> Decide(Space space, ActFor command, Act act, AccessMatrix matrix)
    {
        if (act.By is not Caller.Holder { Space: var self } || self == space.Id)
        {
            return act.By;
        }

        Caller? proxy = space.IsRepresentedBy(self, act.At) ? new Caller.Representative(space.Id, self, space.RepresentationBy(self)!.Name)
            : space.IsCaredForBy(self, act.At) ? new Caller.Carer(space.Id, self, space.DelegationTo(self)!.Name)
            : null;
        return proxy is null ? Refused(space, act, matrix, AccessReason.NotTheirSpace, IdentityRefusals.PersonUnknown)
            : command.Matter is ProxyMatter.OwnAccount ? Refused(space, act with { By = proxy }, matrix, AccessReason.BeyondProxy, ProxyRefusals.OnlyForOneself)
            : command.Matter is ProxyMatter.Settling && proxy is Caller.Carer
                ? Refused(space, act with { By = proxy }, matrix, AccessReason.BeyondProxy, SpaceRefusals.OnlyTheHolder)
            : proxy;
    }

    // A space that was never used keeps no trace of strangers: an invented identity must not make a journal.
    private static Decision<SpaceEvent, Caller> Refused(Space space, Act act, AccessMatrix matrix, AccessReason reason, Refusal refusal) =>
        new(space.Holder is null ? [] : [new SpaceEvent.Accessed(
            Reading.Trace(space, act, AccessContext.Ordinary, TraceAction.ActedForHolder, matrix, AccessVerdict.No(reason)))], refusal, []);
}
