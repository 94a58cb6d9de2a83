using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Notifications;

/// <summary>
/// What one professional is told of their patients. The key is the digest of their national identifier; fed by a stream from the outboxes of spaces.
/// Only they read it.
/// </summary>
[Alias("mes.patient-notices")]
public interface IPatientNoticesGrain : IGrainWithStringKey
{
    /// <summary>The notices at hand, the latest first.</summary>
    [Alias("Read")]
    Task<Outcome<PatientNoticeList>> Read();

    /// <summary>The professional has seen notices.</summary>
    [Alias("MarkRead")]
    Task<Outcome<Done>> MarkRead(Envelope envelope, MarkPatientNoticesRead command);
}

/// <summary>Notices of patients, the latest first.</summary>
/// <param name="Notices">Those at hand.</param>
/// <param name="Read">Every one up to this number was seen.</param>
/// <param name="Unread">How many were not seen.</param>
public sealed record PatientNoticeList(ValueList<PatientNotice> Notices, long Read, long Unread);
