using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Grains.Notifications;

/// <summary>The queue of holders who are to get a mail. A message names a space and nothing else: the mail says only that there is something to read.</summary>
public sealed class NoticeMailQueue(IQueueStore queues)
{
    private const string Name = "notice-mails";

    // Twice the time that sending a batch may take, at least.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    /// <summary>Asks for a mail to the holder of <paramref name="space"/>, at once.</summary>
    public Task SendAsync(string space) => queues.SendAsync(Name, space, TimeSpan.Zero, CancellationToken.None);

    /// <summary>Takes messages.</summary>
    public Task<IReadOnlyList<QueueMessage>> ReceiveAsync(CancellationToken cancellationToken) => queues.ReceiveAsync(Name, 32, Hidden, cancellationToken);

    /// <summary>The mail is on its way.</summary>
    public Task DoneAsync(QueueMessage message, CancellationToken cancellationToken) => queues.DeleteAsync(Name, message, cancellationToken);
}
