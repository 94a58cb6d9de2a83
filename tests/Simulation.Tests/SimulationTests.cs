using System.Diagnostics;
using System.Globalization;
using MonEspaceSante.Storage.Simulated;
using Xunit.Abstractions;

namespace MonEspaceSante.Simulation.Tests;

/// <summary>
/// Storage design, section 16. <c>SIMULATION_SEEDS=10000</c> runs that many seeds; <c>SIMULATION_SEED=42</c> replays one.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int ShortRun = 300;

    [Fact]
    public void No_seed_breaks_an_invariant()
    {
        var started = Stopwatch.StartNew();
        var seen = new Tally();
        var broken = new List<string>();
        var seeds = Asked("SIMULATION_SEED") is { } one ? Enumerable.Range(one, 1) : Enumerable.Range(1, Asked("SIMULATION_SEEDS") ?? ShortRun);
        Parallel.ForEach(seeds, seed =>
        {
            var (violation, tally) = Run(seed);
            lock (seen)
            {
                seen.Add(tally);
                if (violation is not null)
                {
                    broken.Add($"Seed {seed}: {violation}. Replay: SIMULATION_SEED={seed} dotnet test tests/Simulation.Tests");
                }
            }
        });

        output.WriteLine($"{started.Elapsed.TotalSeconds:F1} s: {seen}");
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
    }

    [Fact]
    public void The_short_run_meets_every_fault_and_rolls_and_takes_snapshots()
    {
        var seen = new Tally();
        for (var seed = 1; seed <= 50; seed++)
        {
            seen.Add(Run(seed).Seen);
        }

        Assert.All(seen.Faults, count => Assert.True(count > 0, seen.ToString()));
        Assert.True(seen.Segments > 60 && seen.Snapshots > 10 && seen.Starts > 100, seen.ToString());
    }

    [Fact]
    public void A_seed_replays_to_the_same_bytes()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (first, second) = (new World(seed).Run(), new World(seed).Run());

            Assert.Equal(first.Auditor.End, second.Auditor.End);
            Assert.Equal(first.Seen.ToString(), second.Seen.ToString());
        }
    }

    [Theory]
    [InlineData(Mutation.AppendsAnywhere)]
    [InlineData(Mutation.AnswersFirst)]
    public void A_mutant_is_killed_within_ten_seeds(Mutation mutation)
    {
        var killer = Enumerable.Range(1, 10).Select(seed => (seed, Run(seed, mutation).Violation)).FirstOrDefault(run => run.Violation is not null);

        output.WriteLine($"{mutation}: seed {killer.seed}: {killer.Violation}");
        Assert.NotNull(killer.Violation);
    }

    private static (string? Violation, Tally Seen) Run(int seed, Mutation mutation = Mutation.None)
    {
        var world = new World(seed, mutation);
        try
        {
            return (world.Run().Auditor.Violation, world.Seen);
        }
        catch (Exception unexpected) when (mutation is Mutation.None)
        {
            return ($"{unexpected.GetType().Name}: {unexpected.Message}", world.Seen);
        }
    }

    private static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
