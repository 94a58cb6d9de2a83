using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Notices;

/// <summary>A notice in the book: numbers rise by one, whoever follows them misses none.</summary>
/// <param name="Number">1 for the first notice of the holder.</param>
/// <param name="Notice">What is told.</param>
public sealed record NumberedNotice(long Number, Notice Notice);

/// <summary>All that one holder is told, what they have seen of it, and what they want mails about.</summary>
/// <param name="space">Whose.</param>
public sealed class NoticeBook(SpaceId space)
{
    /// <summary>How many notices are at hand; older ones stay in the journal.</summary>
    public const int Most = 500;

    private readonly List<NumberedNotice> _notices = [];

    /// <summary>Whose.</summary>
    public SpaceId Space { get; } = space;

    /// <summary>Those at hand, the latest last.</summary>
    public IReadOnlyList<NumberedNotice> Notices => _notices;

    /// <summary>The number of the latest notice; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Every notice up to this one was seen.</summary>
    public long Read { get; private set; }

    /// <summary>How many were not seen.</summary>
    public long Unread => Last - Read;

    /// <summary>What the holder wants no mails about.</summary>
    public ValueList<NoticeKind> Muted { get; private set; } = [];

    /// <summary>Where mails go to; <see langword="null"/> while no address is known.</summary>
    public string? Email { get; private set; }

    /// <summary>
    /// Whether <paramref name="caller"/> reads it: the holder, and who acts for them. Who does, the space has said in the same request: it alone knows.
    /// </summary>
    public bool IsReadBy(Caller caller) => caller.SpaceActedIn == Space;

    /// <summary>Whether a notice of <paramref name="kind"/> is also sent by mail.</summary>
    public bool Mails(NoticeKind kind) => Email is not null && !(kind.CanBeMuted() && Muted.Contains(kind));

    /// <summary>Takes in an event.</summary>
    public void Apply(NotificationEvent happened)
    {
        switch (happened)
        {
            case NotificationEvent.Notified notified:
                _notices.Add(new(++Last, notified.Notice));
                _notices.RemoveRange(0, Math.Max(0, _notices.Count - Most));
                break;
            case NotificationEvent.ReadUpTo read:
                Read = read.Number;
                break;
            case NotificationEvent.Muted muted:
                Muted = muted.Kinds;
                break;
            case NotificationEvent.AddressKnown known:
                Email = known.Email;
                break;
            default:
                throw new InvalidOperationException($"A book of notices does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public NoticeBookSnapshot Snapshot() => new(_notices.ToValueList(), Last, Read, Muted, Email);

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(NoticeBookSnapshot snapshot)
    {
        _notices.AddRange(snapshot.Notices);
        (Last, Read, Muted, Email) = (snapshot.Last, snapshot.Read, snapshot.Muted, snapshot.Email);
    }
}

/// <summary>A book of notices at one moment.</summary>
public sealed record NoticeBookSnapshot(ValueList<NumberedNotice> Notices, long Last, long Read, ValueList<NoticeKind> Muted, string? Email);
