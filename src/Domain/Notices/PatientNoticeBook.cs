using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Notices;

/// <summary>All that one professional is told of their patients, and what they have seen of it.</summary>
public sealed class PatientNoticeBook
{
    /// <summary>How many notices are at hand; older ones stay in the journal.</summary>
    public const int Most = 500;

    private readonly List<PatientNotice> _notices = [];

    /// <summary>Those at hand, the latest last.</summary>
    public IReadOnlyList<PatientNotice> Notices => _notices;

    /// <summary>The number of the latest notice; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Every notice up to this one was seen.</summary>
    public long Read { get; private set; }

    /// <summary>How many were not seen.</summary>
    public long Unread => Last - Read;

    /// <summary>Takes in an event.</summary>
    public void Apply(PatientNoticeEvent happened)
    {
        switch (happened)
        {
            case PatientNoticeEvent.Told told:
                _notices.Add(new(++Last, told.Patient, told.Notice));
                _notices.RemoveRange(0, Math.Max(0, _notices.Count - Most));
                break;
            case PatientNoticeEvent.SeenUpTo read:
                Read = read.Number;
                break;
            default:
                throw new InvalidOperationException($"A book of notices of patients does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public PatientNoticeSnapshot Snapshot() => new(_notices.ToValueList(), Last, Read);

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(PatientNoticeSnapshot snapshot)
    {
        _notices.AddRange(snapshot.Notices);
        (Last, Read) = (snapshot.Last, snapshot.Read);
    }
}

/// <summary>A book of notices of patients at one moment.</summary>
public sealed record PatientNoticeSnapshot(ValueList<PatientNotice> Notices, long Last, long Read);
