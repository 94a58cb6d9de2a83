using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Kernel;

/// <summary>Who acts, when, and under which identity of the command: what every rule knows besides the state and the command.</summary>
/// <param name="By">Proven by the authentication component.</param>
/// <param name="At">Read once, before the rule.</param>
/// <param name="CommandId">The same for a repetition of the same command.</param>
public sealed record Act(Caller By, DateTimeOffset At, Guid CommandId)
{
    /// <summary>Whether the holder of <paramref name="space"/> acts.</summary>
    public bool IsOfHolder(Space space) => By is Caller.Holder holder && holder.Space == space.Id;

    /// <summary>
    /// Whether the holder of <paramref name="space"/> acts, or who represents them now: who sees what is theirs to settle, never a carer's.
    /// </summary>
    public bool IsForHolder(Space space) => IsOfHolder(space)
        || (By is Caller.Representative representative && representative.Space == space.Id && space.IsRepresentedBy(representative.Self, At));
}
