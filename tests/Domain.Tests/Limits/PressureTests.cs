using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Limits;

public class PressureTests
{
    private readonly Pressure _pressure = new();

    [Fact]
    public void It_is_high_where_most_tries_are_lost_and_many()
    {
        Count(tries: 1_001, opened: 0);
        Assert.True(_pressure.IsHighAt(Moments.Now));
    }

    [Fact]
    public void A_busy_morning_is_no_attack()
    {
        Count(tries: 10_000, opened: 5_000);
        Assert.False(_pressure.IsHighAt(Moments.Now));
        Count(tries: 1, opened: 0);
        Assert.True(_pressure.IsHighAt(Moments.Now));
    }

    [Fact]
    public void A_few_who_mistype_at_night_are_no_attack()
    {
        Count(tries: 1_000, opened: 0);
        Assert.False(_pressure.IsHighAt(Moments.Now));
    }

    [Fact]
    public void It_is_over_five_minutes_later()
    {
        Count(tries: 5_000, opened: 0);
        Assert.True(_pressure.IsHighAt(Moments.Now + Pressure.Window - Moments.Tick));
        Assert.False(_pressure.IsHighAt(Moments.Now + Pressure.Window));
    }

    [Fact]
    public void Old_batches_are_forgotten()
    {
        Count(tries: 5_000, opened: 0);
        _pressure.Apply(new PressureEvent.Counted(1, 0, Moments.Now + Pressure.Window));
        Assert.Single(_pressure.Batches);
    }

    private void Count(int tries, int opened) => _pressure.Apply(new PressureEvent.Counted(tries, opened, Moments.Now));
}
