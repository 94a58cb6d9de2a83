using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Journals;
using Orleans;
using Orleans.Concurrency;

namespace MonEspaceSante.Grains.Notifications;

/// <summary>What the holder of one space is told. The key is the space; fed by a stream from the space's outbox. The holder alone reads it.</summary>
[Alias("mes.notifications")]
public interface INotificationsGrain : IGrainWithStringKey
{
    /// <summary>How long <see cref="After"/> waits at most: well under the time that a grain call may take.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>The notices, the latest first, and what the holder chose about them.</summary>
    [Alias("Read")]
    Task<Outcome<NoticeList>> Read();

    /// <summary>
    /// The notices after the one numbered <paramref name="number"/>, the earliest first. Where there are none, waits until there is one, for
    /// <see cref="LongestWait"/> at most, or until who listens goes away; then there are none. A number beyond the last one waits for the next notice there is.
    /// </summary>
    /// <remarks>This is how live feeds follow: one call under way for each listener, which costs nothing while it waits, on either engine.</remarks>
    [Alias("After")]
    [AlwaysInterleave]
    Task<Outcome<NewNotices>> After(long number, CancellationToken cancellationToken);

    /// <summary>The holder has seen notices.</summary>
    [Alias("MarkRead")]
    Task<Outcome<Done>> MarkRead(Envelope envelope, MarkNoticesRead command);

    /// <summary>The holder says what they want no mails about.</summary>
    [Alias("Mute")]
    Task<Outcome<Done>> Mute(Envelope envelope, MuteNotices command);

    /// <summary>The holder's address for mails is known.</summary>
    [Alias("KnowAddress")]
    Task<Outcome<Done>> KnowAddress(Envelope envelope, KnowAddress command);

    /// <summary>The address for mails, for the component of the platform that sends them; <see langword="null"/> for anybody else.</summary>
    [Alias("Address")]
    Task<string?> Address();
}

/// <summary>Notices, the latest first.</summary>
/// <param name="Notices">Those at hand.</param>
/// <param name="Unread">How many were not seen.</param>
/// <param name="Muted">What is not mailed.</param>
public sealed record NoticeList(ValueList<ToldNotice> Notices, long Unread, ValueList<NoticeKind> Muted);

/// <summary>A notice as its holder sees it.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="At">When it happened.</param>
/// <param name="Read">Whether the holder has seen it.</param>
public sealed record ToldNotice(long Number, NoticeKind Kind, Guid Subject, DateTimeOffset At, bool Read);

/// <summary>Notices that came after one, the earliest first.</summary>
/// <param name="Notices">Perhaps none.</param>
/// <param name="Last">The number of the latest notice there is: where to go on from.</param>
public sealed record NewNotices(ValueList<ToldNotice> Notices, long Last);
