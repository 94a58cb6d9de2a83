using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Notices;

/// <summary>
/// What a professional is told of a patient: whose record, what happened, when. Who came and what they saw stands in the history of accesses, which is
/// the holder's; the record itself is read as always.
/// </summary>
/// <param name="Number">1 for the first notice of the professional; numbers rise by one.</param>
/// <param name="Patient">Whose record.</param>
/// <param name="Notice">What is told.</param>
public sealed record PatientNotice(long Number, SpaceId Patient, Notice Notice);

/// <summary>What happens to the notices of one professional.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(SeenUpTo), "seen-up-to")]
public abstract record PatientNoticeEvent
{
    private PatientNoticeEvent()
    {
    }

    /// <summary>The professional is told something of a patient.</summary>
    public sealed record Told(SpaceId Patient, Notice Notice) : PatientNoticeEvent;

    /// <summary>The professional has seen every notice up to <paramref name="Number"/>.</summary>
    public sealed record SeenUpTo(long Number, DateTimeOffset At) : PatientNoticeEvent;
}

/// <summary>The professional has seen every notice up to a number.</summary>
/// <param name="UpTo">The number of the latest notice seen; one beyond the last means the last.</param>
public sealed record MarkPatientNoticesRead(long UpTo)
{
    /// <summary>The rule. Whose book it is, the grain knows, whose key that is.</summary>
    public static Decision<PatientNoticeEvent, Done> Decide(PatientNoticeBook book, MarkPatientNoticesRead command, Act act)
    {
        var number = Math.Min(command.UpTo, book.Last);
        return number <= book.Read ? Done.Answer
            : new Decision<PatientNoticeEvent, Done>([new PatientNoticeEvent.SeenUpTo(number, act.At)], Done.Answer, []);
    }
}
