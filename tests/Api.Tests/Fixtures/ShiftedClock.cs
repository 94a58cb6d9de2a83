namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>The time of day, put forward by hand. Timers keep their own rhythm.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;

    public void Advance(TimeSpan by) => _shift += by;
}
