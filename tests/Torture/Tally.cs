using MonEspaceSante.Torture.Check;

namespace MonEspaceSante.Torture;

/// <summary>Counts what held and tells what did not.</summary>
internal sealed class Tally
{
    private const int MostTold = 10;

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>The last round that was counted.</summary>
    public int Rounds { get; private set; }

    public void Add(int round, IReadOnlyList<Verdict> verdicts)
    {
        Rounds = round;
        Passed += verdicts.Count(verdict => verdict.Violations.Count == 0);
        foreach (var broken in verdicts.Where(verdict => verdict.Violations.Count > 0))
        {
            Failed++;
            Console.WriteLine($"round {round}: {broken.Invariant} broken {broken.Violations.Count} times");
            foreach (var violation in broken.Violations.Take(MostTold))
            {
                Console.WriteLine($"  {violation}");
            }
        }
    }
}
