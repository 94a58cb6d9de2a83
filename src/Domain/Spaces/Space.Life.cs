using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Spaces;

/// <content>Where the space is in its life: the clock says it, from what has happened.</content>
public sealed partial class Space
{
    /// <summary>What has brought it to its end, or may.</summary>
    public SpaceEnding Ending { get; private set; } = SpaceEnding.None;

    /// <summary>When the holder died.</summary>
    public DateTimeOffset? DiedAt { get; private set; }

    /// <summary>When the person was told that it has opened by itself.</summary>
    public DateTimeOffset? OpeningToldAt { get; private set; }

    /// <summary>Where the space is in its life at <paramref name="at"/>. It opens by itself: no event, no timer, the clock says it.</summary>
    public SpaceStatus StatusAt(DateTimeOffset at) => StatusOf(Holder, at);

    /// <summary>The same, for a holder known only from the insurer's file.</summary>
    public SpaceStatus StatusOf(HolderSheet? holder, DateTimeOffset at) =>
        Ending.Erasure is not null || at >= ErasedFrom(at) ? SpaceStatus.Erased
        : DiedAt is not null ? SpaceStatus.Deceased
        : Ending.ClosureAt(at) is not null ? Ending.DeletionAskedAt is null ? SpaceStatus.Closed : SpaceStatus.InDeletion
        : Ending.Suspension is not null ? SpaceStatus.Suspended
        : OpposedAt is not null ? SpaceStatus.Opposed
        : ActivatedAt is not null ? SpaceStatus.Activated
        : holder?.InformedAt is not { } informed ? SpaceStatus.NotInformed
        : at < informed + OppositionWindow ? SpaceStatus.Informed
        : SpaceStatus.OpenNotActivated;

    /// <summary>Whether professionals may deposit and, if entitled, consult.</summary>
    public bool IsOpenAt(DateTimeOffset at) => StatusAt(at) is SpaceStatus.OpenNotActivated or SpaceStatus.Activated;

    /// <summary>Whether it is closed and its holder still reads it (R. 1111-36).</summary>
    public bool IsArchivedAt(DateTimeOffset at) => StatusAt(at) is SpaceStatus.Closed or SpaceStatus.InDeletion;

    /// <summary>How it stands closed at <paramref name="at"/>, by whatever came first.</summary>
    public Closure? ClosureAt(DateTimeOffset at) =>
        DiedAt is { } died && !(Ending.ClosureAt(at)?.At <= died) ? new Closure(died, ClosingMotive.Death) : Ending.ClosureAt(at);

    /// <summary>When it is erased, as things stand at <paramref name="at"/>; <see langword="null"/> while it is not closed.</summary>
    public DateTimeOffset? ErasedFrom(DateTimeOffset at) => ClosureAt(at) is { } closure ? Ending.ErasedAfter(closure) : null;

    /// <summary>
    /// Whether <paramref name="document"/> comes from the record that the person had before they were told of the space (DMP): only there was
    /// anything deposited for them then.
    /// </summary>
    public bool IsOfOldRecord(DocumentSheet document) => document.DepositedAt < Holder?.InformedAt;

    /// <summary>Whether professionals still read, at <paramref name="at"/>, the old record of a person who has objected.</summary>
    public bool ShowsOldRecordAt(DateTimeOffset at) =>
        StatusAt(at) is SpaceStatus.Opposed && at < OpposedAt + SpaceEnding.OldRecordTransition && Documents.Any(IsOfOldRecord);

    private bool ApplyToEnding(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.Closed closed:
                Ending = Ending with { Closure = new(closed.At, closed.Motive), Suspension = null };
                EndDelegations();
                break;
            case SpaceEvent.ClosedAsDouble doubled:
                Ending = Ending with
                {
                    Closure = Ending.ClosureAt(doubled.At) ?? new(doubled.At, ClosingMotive.Double),
                    Suspension = null,
                    MergedInto = doubled.Into,
                };
                EndDelegations();
                break;
            case SpaceEvent.HolderDied died:
                DiedAt = died.At;
                EndDelegations();
                _representations.Clear();
                break;
            case SpaceEvent.OpeningTold told:
                OpeningToldAt = told.At;
                break;
            case SpaceEvent.DeletionAsked asked:
                Ending = Ending with { DeletionAskedAt = asked.At };
                break;
            case SpaceEvent.DeletionCancelled:
                Ending = Ending with { DeletionAskedAt = null };
                break;
            case SpaceEvent.Reopened or SpaceEvent.SuspensionLifted:
                Ending = SpaceEnding.None;
                break;
            case SpaceEvent.Suspended suspended:
                Ending = new(Suspension: new(suspended.At, suspended.Ground));
                break;
            case SpaceEvent.SuspensionObjected objected:
                Ending = Ending with { Suspension = Ending.Suspension! with { ObjectedAt = objected.At } };
                break;
            case SpaceEvent.Erased erased:
                Ending = new(Erasure: new(erased.At, erased.Ground, erased.HistoryUntil, erased.Certificate));
                break;
            case SpaceEvent.ErasureCertified certified:
                Ending = Ending with { Erasure = Ending.Erasure! with { CertifiedAt = certified.At } };
                break;
            case SpaceEvent.HistoryEnded ended:
                Ending = Ending with { Erasure = Ending.Erasure! with { HistoryEndedAt = ended.At } };
                break;
            default:
                return false;
        }

        return true;
    }
}
