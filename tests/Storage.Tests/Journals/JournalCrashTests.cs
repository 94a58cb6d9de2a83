using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 15: a crash before or after every storage call of a first write, a roll and a snapshot.</summary>
public sealed class JournalCrashTests
{
    [Theory]
    [InlineData(Fault.CrashBefore)]
    [InlineData(Fault.CrashAfter)]
    public void A_crash_at_any_call_loses_nothing_that_was_answered(Fault crash)
    {
        var calls = CallsOf(crash: null, at: int.MaxValue, out _);
        Assert.True(calls > 25, $"The script makes {calls} calls only.");
        for (var at = 0; at < calls; at++)
        {
            CallsOf(crash, at, out var crashed);
            Assert.True(crashed, $"No crash at call {at}.");
        }
    }

    /// <summary>First write, rolls and snapshots in one script; then the journal is opened without faults, looked at, and written on.</summary>
    private static int CallsOf(Fault? crash, int at, out bool crashed)
    {
        var world = new FaultyWorld(new() { MaxBlocks = 3 });
        if (crash is { } fault)
        {
            world.Faults.Script([.. Enumerable.Repeat(Fault.None, at), fault]);
        }

        var (answered, ended) = (new List<string>(), false);
        world.Run(async () =>
        {
            try
            {
                var opened = await world.OpenAsync();
                for (var command = 1; command <= 10; command++)
                {
                    await opened.AppendAsync($"{command}");
                    answered.Add($"{command}");
                    if (command % 3 == 0)
                    {
                        await opened.SnapshotAsync($"{command}");
                    }
                }

                opened = await world.OpenAsync();
                await opened.AppendAsync("11");
                answered.Add("11");
            }
            catch (SimulatedCrashException)
            {
                ended = true;
            }

            await CheckAsync(world.World, answered);
        });
        crashed = ended;
        return world.Faults.Calls;
    }

    private static async Task CheckAsync(JournalWorld world, List<string> answered)
    {
        var everything = (await world.OpenAsync(schema: 2)).Bodies.ToList();
        Assert.Equal(answered, everything.Take(answered.Count));
        Assert.InRange(everything.Count, answered.Count, answered.Count + 1);
        Assert.Null((await world.VerifyAsync()).Fault);

        var reopened = await world.OpenAsync();
        var covered = reopened.State is { } state ? int.Parse(state, System.Globalization.CultureInfo.InvariantCulture) : 0;
        Assert.Equal(everything.Skip(covered), reopened.Bodies);

        await reopened.AppendAsync("more");
        Assert.True(await reopened.SnapshotAsync("more"));
        Assert.Equal([.. everything, "more"], (await world.OpenAsync(schema: 2)).Bodies);
    }
}
