namespace Orleans.Runtime;

/// <summary>
/// Runs what it is given one at a time, on the thread pool. As a <see cref="TaskScheduler"/> it also gets the continuations of what it
/// runs, so that they come back as turns.
/// </summary>
internal abstract class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    // After so many turns in a row others get the thread.
    private const int TurnsInARow = 64;

    // The flow of a thread of the pool before anybody has set anything in it: the one value there is, whoever writes it.
    private static ExecutionContext? _clean;

    // One thing at a time is usual: it needs no queue, and an idle activation keeps none.
    private object? _first;
    private Queue<object>? _others;
    private bool _scheduled;
    private bool _closed;

    public bool HasTurns => _scheduled;

    public void RunAsTurn(Action action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    void IThreadPoolWorkItem.Execute() => new Task(static self => ((TurnScheduler)self!).RunTurns(), this).RunSynchronously(this);

    /// <summary>Takes on work, unless closed.</summary>
    protected internal bool TryPost(Work work)
    {
        // The activation itself is the lock: it is internal, and a lock object would cost memory in every idle one.
        lock (this)
        {
            if (_closed)
            {
                return false;
            }

            Enqueue(work);
        }

        return true;
    }

    /// <summary>Takes on no more work. What it has taken on, and continuations of earlier turns, still runs.</summary>
    protected void Close()
    {
        lock (this)
        {
            _closed = true;
        }
    }

    /// <summary>Begins with a clean flow: what other work has set in its flow must not be seen by the next.</summary>
    protected static void ForgetFlow() => ExecutionContext.Restore(_clean!);

    /// <summary>Does work, within a turn.</summary>
    protected abstract void Run(Work work);

    protected override void QueueTask(Task task)
    {
        lock (this)
        {
            Enqueue(task);
        }
    }

    // Inline runs what a turn starts within itself, and the run of turns that the pool starts; what is queued waits for its turn.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && (Current == this || IsRunOfTurns(task)) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (this)
        {
            return [.. new[] { _first }.Concat(_others ?? []).OfType<Task>()];
        }
    }

    private bool IsRunOfTurns(Task task) => ReferenceEquals(task.AsyncState, this);

    private void Enqueue(object item)
    {
        if (_first is null && _others is null)
        {
            _first = item;
        }
        else
        {
            (_others ??= new Queue<object>()).Enqueue(item);
        }

        if (!_scheduled)
        {
            _scheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void RunTurns()
    {
        _clean ??= ExecutionContext.Capture();
        for (var turn = 0; turn < TurnsInARow; turn++)
        {
            if (Dequeue() is not { } item)
            {
                return;
            }

            if (item is Work work)
            {
                Run(work);
            }
            else
            {
                TryExecuteTask((Task)item);
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private object? Dequeue()
    {
        lock (this)
        {
            var item = _first;
            _first = null;
            if (item is null && _others is not null && !_others.TryDequeue(out item))
            {
                _others = null;
            }

            _scheduled = item is not null;
            return item;
        }
    }
}
