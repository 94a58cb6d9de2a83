using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Simulated;

public sealed class VirtualTimeTests
{
    [Fact]
    public void Hours_pass_at_once_and_in_order()
    {
        var time = new VirtualTime(seed: 1);
        var order = new List<int>();
        async Task AfterAsync(int hours)
        {
            await Task.Delay(TimeSpan.FromHours(hours), time);
            order.Add(hours);
        }

        var start = time.GetUtcNow();
        time.Run(() => Task.WhenAll(AfterAsync(3), AfterAsync(1), AfterAsync(2)));

        Assert.Equal([1, 2, 3], order);
        Assert.Equal(TimeSpan.FromHours(3), time.GetUtcNow() - start);
    }

    [Fact]
    public void The_order_of_what_is_ready_follows_from_the_seed()
    {
        Assert.Equal(OrderOf(seed: 1), OrderOf(seed: 1));
        Assert.True(Enumerable.Range(0, 20).Select(OrderOf).Distinct().Count() > 10);
    }

    [Fact]
    public void A_deadline_cancels_what_takes_longer()
    {
        var time = new VirtualTime(seed: 1);

        Assert.Throws<TaskCanceledException>(() => time.Run(async () =>
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), time);
            await Task.Delay(TimeSpan.FromMinutes(1), time, deadline.Token);
        }));
    }

    [Fact]
    public void A_timer_repeats_until_it_is_disposed_of()
    {
        var time = new VirtualTime(seed: 1);
        var rings = 0;
        time.Run(async () =>
        {
            using (time.CreateTimer(_ => rings++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))
            {
                await Task.Delay(TimeSpan.FromSeconds(3.5), time);
            }

            await Task.Delay(TimeSpan.FromSeconds(10), time);
        });

        Assert.Equal(3, rings);
    }

    [Fact]
    public void Work_that_waits_for_nothing_is_not_waited_for() =>
        Assert.Throws<InvalidOperationException>(() => new VirtualTime(seed: 1).Run(() => new TaskCompletionSource().Task));

    private static string OrderOf(int seed)
    {
        var time = new VirtualTime(seed);
        var order = new List<int>();
        async Task YieldAsync(int number)
        {
            await Task.Yield();
            order.Add(number);
        }

        time.Run(() => Task.WhenAll(Enumerable.Range(0, 6).Select(YieldAsync)));
        return string.Concat(order);
    }
}
