using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Reports;

/// <summary>What happens to the reports of one holder.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Made), "made")]
[JsonDerivedType(typeof(TakenInHand), "taken-in-hand")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Ended), "closed")]
[JsonDerivedType(typeof(Listed), "listed")]
public abstract record ReportEvent
{
    private ReportEvent()
    {
    }

    /// <summary>The holder reports something.</summary>
    public sealed record Made(Report Report) : ReportEvent;

    /// <summary>An agent of support takes it in hand.</summary>
    public sealed record TakenInHand(Guid Id, string Agent, DateTimeOffset At) : ReportEvent;

    /// <summary>Support answers.</summary>
    public sealed record Answered(Guid Id, string Agent, string Text, DateTimeOffset At) : ReportEvent;

    /// <summary>It is over; <paramref name="Agent"/> is <see langword="null"/> where the holder withdrew it.</summary>
    public sealed record Ended(Guid Id, string? Agent, DateTimeOffset At) : ReportEvent;

    /// <summary>The worklist of support knows its state.</summary>
    public sealed record Listed(Guid Id, ReportState State) : ReportEvent;
}
