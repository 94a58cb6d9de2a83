namespace MonEspaceSante.Grains.Tests.World;

/// <summary>The machine's clock, moved on by a test, or stopped at an instant: timers stay real, dates do not.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;
    private DateTimeOffset? _stoppedAt;

    public override DateTimeOffset GetUtcNow() => (_stoppedAt ?? base.GetUtcNow()) + _shift;

    public void Pass(TimeSpan time) => _shift += time;

    public void StopAt(DateTimeOffset instant) => (_stoppedAt, _shift) = (instant, TimeSpan.Zero);
}
