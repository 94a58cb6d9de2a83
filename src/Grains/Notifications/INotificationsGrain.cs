using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using Orleans;

namespace MonEspaceSante.Grains.Notifications;

/// <summary>What the holder of one space is told. The key is the space; fed by a stream from the space's outbox.</summary>
[Alias("mes.notifications")]
public interface INotificationsGrain : IGrainWithStringKey
{
    /// <summary>The notices, the latest first.</summary>
    [Alias("Read")]
    Task<Outcome<NoticeList>> Read();
}

/// <summary>Notices, the latest first.</summary>
public sealed record NoticeList(ValueList<Notice> Notices);
