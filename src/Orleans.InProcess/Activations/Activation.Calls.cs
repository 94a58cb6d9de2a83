namespace Orleans.Runtime;

/// <summary>Which work may run beside which.</summary>
internal sealed partial class Activation
{
    private Dictionary<Guid, int>? _reentrantSections;
    private int _running;
    private int _changing;
    private int _reading;
    private bool _beginning;
    private Work? _firstWaiting;
    private Work? _lastWaiting;

    /// <summary>Work that has begun is over.</summary>
    public void Finish(Work work)
    {
        _running--;
        if (IsReading(work))
        {
            _reading--;
        }
        else if (IsChanging(work))
        {
            _changing--;
        }

        if ((work.Options & CallOptions.NoUse) == 0)
        {
            _lastUsed = Silo.Clock.GetTimestamp();
        }

        if (_stage is Stage.Valid)
        {
            BeginWaiting();
        }
        else if (_stage is Stage.Deactivating && _running == 0)
        {
            _ = FinishDeactivation();
        }
    }

    public void EnterReentrantSection(Guid chain)
    {
        _reentrantSections ??= [];
        _reentrantSections[chain] = _reentrantSections.GetValueOrDefault(chain) + 1;
    }

    public void LeaveReentrantSection(Guid chain)
    {
        if (_reentrantSections is { } sections && --sections[chain] == 0)
        {
            sections.Remove(chain);
        }
    }

    private bool MayStart(Work work) =>
        IsFree(work)
        || (_changing == 0 && (_reading == 0 || IsReading(work)))
        || (_reentrantSections is { } sections && sections.ContainsKey(RequestContext.ReentrancyOf(work.Context)));

    private bool IsFree(Work work) => grainClass.IsReentrant || (work.Options & CallOptions.AlwaysInterleave) != 0;

    private bool IsReading(Work work) => !IsFree(work) && (work.Options & CallOptions.ReadOnly) != 0;

    private bool IsChanging(Work work) => !IsFree(work) && (work.Options & CallOptions.ReadOnly) == 0;

    private void Begin(Work work)
    {
        if (work.IsAbandoned)
        {
            return;
        }

        _running++;
        if (IsReading(work))
        {
            _reading++;
        }
        else if (IsChanging(work))
        {
            _changing++;
        }

        ForgetFlow();
        work.Start(this);
    }

    private void Wait(Work work)
    {
        if (_lastWaiting is null)
        {
            _firstWaiting = work;
        }
        else
        {
            _lastWaiting.Next = work;
        }

        _lastWaiting = work;
    }

    private void BeginWaiting()
    {
        // Work that ends within its first turn comes back here: the loop that began it goes on, instead of another inside it.
        if (_beginning)
        {
            return;
        }

        _beginning = true;
        while (_stage is Stage.Valid && TakeStartable() is { } work)
        {
            Begin(work);
        }

        _beginning = false;
    }

    private Work? TakeStartable()
    {
        // Beside a change only free work may run, and that of a chain that may come back: neither ever waits.
        if (_changing > 0)
        {
            return null;
        }

        for (Work? before = null, work = _firstWaiting; work is not null; before = work, work = work.Next)
        {
            if (MayStart(work))
            {
                Unlink(before, work);
                return work;
            }
        }

        return null;
    }

    private void Unlink(Work? before, Work work)
    {
        if (before is null)
        {
            _firstWaiting = work.Next;
        }
        else
        {
            before.Next = work.Next;
        }

        if (_lastWaiting == work)
        {
            _lastWaiting = before;
        }

        work.Next = null;
    }
}
