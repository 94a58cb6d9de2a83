using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;

namespace MonEspaceSante.Domain.Spaces;

/// <content>Who acts for the holder: who represents them, who cares for them, who is invited to.</content>
public sealed partial class Space
{
    // Answered and expired ones are shown for a while: the latest.
    private const int MostInvitations = 20;

    private readonly Dictionary<SpaceId, Representation> _representations = [];
    private readonly Dictionary<SpaceId, Delegation> _delegations = [];
    private readonly List<Invitation> _invitations = [];

    /// <summary>Who represents the holder, or did until they came of age.</summary>
    public IReadOnlyCollection<Representation> Representations => _representations.Values;

    /// <summary>Who cares for the holder, ended terms included.</summary>
    public IReadOnlyCollection<Delegation> Delegations => _delegations.Values;

    /// <summary>Who was invited to act for the holder, the latest last.</summary>
    public IReadOnlyList<Invitation> Invitations => _invitations;

    /// <summary>Whether <paramref name="person"/>, named by their own space, represents the holder at <paramref name="at"/>.</summary>
    public bool IsRepresentedBy(SpaceId person, DateTimeOffset at) =>
        _representations.TryGetValue(person, out var representation)
        && (representation.Kind is RepresentationKind.Guardianship || HolderIsMinorAt(at));

    /// <summary>Whether <paramref name="person"/>, named by their own space, cares for the holder at <paramref name="at"/>.</summary>
    public bool IsCaredForBy(SpaceId person, DateTimeOffset at) =>
        _delegations.TryGetValue(person, out var delegation) && delegation.HoldsAt(at);

    /// <summary>Whether <paramref name="caller"/> acts here at <paramref name="at"/>: the holder, who represents them, or who cares for them.</summary>
    public bool IsActedInBy(Caller caller, DateTimeOffset at) => caller.SpaceActedIn == Id && caller switch
    {
        Caller.Representative representative => IsRepresentedBy(representative.Self, at),
        Caller.Carer carer => IsCaredForBy(carer.Self, at),
        _ => true,
    };

    /// <summary>How <paramref name="person"/>, named by their own space, represents the holder; kept after they came of age.</summary>
    public Representation? RepresentationBy(SpaceId person) => _representations.GetValueOrDefault(person);

    /// <summary>The delegation of <paramref name="person"/>, named by their own space, ended term or not.</summary>
    public Delegation? DelegationTo(SpaceId person) => _delegations.GetValueOrDefault(person);

    /// <summary>The invitation <paramref name="id"/>, whatever became of it.</summary>
    public Invitation? InvitationOf(Guid id) => _invitations.Find(invitation => invitation.Id == id);

    private bool ApplyToProxies(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.RepresentativeNamed named:
                _representations[named.Representation.Person] = named.Representation;
                break;
            case SpaceEvent.RepresentationEnded ended:
                _representations.Remove(ended.Person);
                break;
            case SpaceEvent.RepresentationCertified:
                // What counts is that it was said: the journal keeps it.
                break;
            case SpaceEvent.DelegationGiven given:
                _delegations[given.Delegation.Carer] = given.Delegation;
                break;
            case SpaceEvent.DelegationEnded ended:
                _delegations.Remove(ended.Carer);
                break;
            case SpaceEvent.ProxyInvited invited:
                _invitations.Add(invited.Invitation);
                _invitations.RemoveRange(0, Math.Max(0, _invitations.Count - MostInvitations));
                break;
            case SpaceEvent.InvitationAnswered answered:
                Conclude(answered.Id, answered.Accepted ? InvitationStatus.Accepted : InvitationStatus.Refused);
                break;
            case SpaceEvent.InvitationWithdrawn withdrawn:
                Conclude(withdrawn.Id, InvitationStatus.Withdrawn);
                break;
            default:
                return false;
        }

        return true;
    }

    // With the space: a reopened one begins without carers.
    private void EndDelegations()
    {
        _delegations.Clear();
        _invitations.Clear();
    }

    private void Conclude(Guid id, InvitationStatus outcome)
    {
        var index = _invitations.FindIndex(invitation => invitation.Id == id);
        _invitations[index] = _invitations[index] with { Outcome = outcome };
    }

    private void RestoreProxies(SpaceSnapshot snapshot)
    {
        Fill(_representations, snapshot.Representations, representation => representation.Person);
        Fill(_delegations, snapshot.Delegations, delegation => delegation.Carer);
        _invitations.AddRange(snapshot.Invitations);
    }
}
