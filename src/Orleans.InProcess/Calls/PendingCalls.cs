namespace Orleans.Runtime;

/// <summary>
/// The calls that await an answer, so that one sweep finds those that waited too long. Linked lists in several lanes: adding and
/// removing cost two short locks and no memory, and a call that was answered is garbage at once.
/// </summary>
internal sealed class PendingCalls
{
    private readonly Lane[] _lanes = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Lane())];

    public bool IsEmpty => Array.TrueForAll(_lanes, lane => lane.IsEmpty);

    public void Add(GrainCall call) => _lanes[Environment.CurrentManagedThreadId % _lanes.Length].Add(call);

    /// <summary>The calls sent at <paramref name="limit"/> or before.</summary>
    public List<GrainCall> SentUntil(long limit)
    {
        var found = new List<GrainCall>();
        foreach (var lane in _lanes)
        {
            lane.CollectSentUntil(limit, found);
        }

        return found;
    }

    /// <summary>One list, oldest first.</summary>
    internal sealed class Lane
    {
        private readonly Lock _gate = new();
        private GrainCall? _oldest;
        private GrainCall? _newest;

        public bool IsEmpty => Volatile.Read(ref _oldest) is null;

        public void Add(GrainCall call)
        {
            call.Lane = this;
            lock (_gate)
            {
                call.Older = _newest;
                if (_newest is null)
                {
                    _oldest = call;
                }
                else
                {
                    _newest.Newer = call;
                }

                _newest = call;
            }
        }

        public void Remove(GrainCall call)
        {
            lock (_gate)
            {
                if (call.Older is null)
                {
                    _oldest = call.Newer;
                }
                else
                {
                    call.Older.Newer = call.Newer;
                }

                if (call.Newer is null)
                {
                    _newest = call.Older;
                }
                else
                {
                    call.Newer.Older = call.Older;
                }

                // A call that somebody keeps must not keep others.
                call.Older = call.Newer = null;
            }
        }

        public void CollectSentUntil(long limit, List<GrainCall> found)
        {
            lock (_gate)
            {
                for (var call = _oldest; call is not null && call.SentAt <= limit; call = call.Newer)
                {
                    found.Add(call);
                }
            }
        }
    }
}
