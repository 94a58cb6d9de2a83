namespace MonEspaceSante.Grains.Tests.World;

/// <summary>The machine's clock, moved on by a test: timers stay real, dates do not.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;

    public void Pass(TimeSpan time) => _shift += time;
}
