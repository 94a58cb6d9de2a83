using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>The items on their way to one subscription. It exists only while there are some.</summary>
internal sealed class DeliveryLine(Guid id, ConcurrentDictionary<Guid, DeliveryLine> lines, string provider, Silo silo)
{
    private const int Attempts = 4;

    // The first time something is wrong, it is often over soon; the outbox of the sender covers what lasts.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Queue<Func<Task>> _waiting = new();
    private bool _moving;
    private bool _ended;

    public bool TryEnqueue(Func<Task> deliver)
    {
        lock (_gate)
        {
            if (_ended)
            {
                return false;
            }

            _waiting.Enqueue(deliver);
            if (!_moving)
            {
                _moving = true;
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(Move);
                }
            }
        }

        return true;
    }

    private async Task Move()
    {
        while (Next() is { } deliver)
        {
            await DeliverPatiently(deliver);
        }
    }

    private Func<Task>? Next()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var deliver))
            {
                return deliver;
            }

            _ended = true;
        }

        lines.TryRemove(KeyValuePair.Create(id, this));
        return null;
    }

    private async Task DeliverPatiently(Func<Task> deliver)
    {
        var pause = FirstPause;
        for (var attempt = 1; attempt <= Attempts && silo.Delivers; attempt++)
        {
            try
            {
                await deliver().WaitAsync(silo.ResponseTimeout, silo.Clock);
                return;
            }
            catch (Exception exception)
            {
                silo.Log.DeliveryFailed(exception, provider, attempt);
            }

            if (attempt < Attempts)
            {
                await Task.Delay(pause, silo.Clock);
                pause *= 2;
            }
        }

        if (silo.Delivers)
        {
            silo.Log.DeliveryGivenUp(provider, Attempts);
        }
    }
}
