using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Grains.Exports;

/// <summary>The queue of archives to make. A message names a space and an export and nothing else; to make one twice is harmless.</summary>
public sealed class ExportQueue(IQueueStore queues)
{
    private const string Name = "exports";
    private const char Separator = '/';

    // Twice the time that an archive may take, at least.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(30);

    /// <summary>Asks for the archive of the export <paramref name="export"/> of <paramref name="space"/>, at once.</summary>
    public Task SendAsync(string space, Guid export) => queues.SendAsync(Name, $"{space}{Separator}{export:N}", TimeSpan.Zero, CancellationToken.None);

    /// <summary>Takes a message; <see langword="null"/> where there is none.</summary>
    public async Task<ExportOrder?> ReceiveAsync(CancellationToken cancellationToken) =>
        (await queues.ReceiveAsync(Name, 1, Hidden, cancellationToken)) is [var message]
            ? new(message.Body.Split(Separator)[0], Guid.ParseExact(message.Body.Split(Separator)[1], "N"), message)
            : null;

    /// <summary>The archive is made, or wanted no longer.</summary>
    public Task DoneAsync(ExportOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return queues.DeleteAsync(Name, order.Message, cancellationToken);
    }
}

/// <summary>An archive to make.</summary>
/// <param name="Space">Of which space.</param>
/// <param name="Export">Which one.</param>
/// <param name="Message">The message that asked.</param>
public sealed record ExportOrder(string Space, Guid Export, QueueMessage Message);
