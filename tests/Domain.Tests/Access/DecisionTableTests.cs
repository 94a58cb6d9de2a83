using System.Diagnostics;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Tests.Builders;
using Xunit.Abstractions;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>The decision function against the page of facts, over every combination of what it looks at.</summary>
public class DecisionTableTests(ITestOutputHelper output)
{
    private static readonly string TablePath = Path.Combine(AppContext.BaseDirectory, "reference", "access-matrix.csv");

    [Fact]
    public void The_decision_function_and_the_page_of_facts_agree_everywhere()
    {
        var clock = Stopwatch.StartNew();
        var naive = new NaiveAccess(new(TablePath));
        var papers = Situations.Papers().Select(paper => (Paper: paper, Document: Situations.DocumentOf(paper))).ToArray();
        var reasons = new HashSet<(AccessReason Rule, bool Allowed)>();
        var faults = new List<string>();
        var (visited, compared) = (0L, 0L);

        foreach (var (space, visits) in Situations.All())
        {
            foreach (var visit in visits)
            {
                visited++;
                var (caller, context) = (Situations.CallerOf(visit), Situations.ContextOf(visit));
                var entered = AccessRules.Enter(space, caller, context, Moments.Now);
                reasons.Add((entered.Reason, entered.Allowed));
                if (entered.Allowed != NaiveAccess.MayEnter(visit))
                {
                    faults.Add($"Enter says {entered} for {visit}");
                }

                // Who stays outside sees no document: one stands for all.
                foreach (var (paper, document) in entered.Allowed ? papers.AsSpan() : papers.AsSpan(0, 1))
                {
                    compared++;
                    var seen = AccessRules.See(space, caller, context, entered, document, Builders.Papers.Matrix);
                    reasons.Add((seen.Reason, seen.Allowed));
                    if (seen.Allowed != naive.MaySee(visit, paper) || seen.Warn != NaiveAccess.MustWarn(visit, paper, seen.Allowed))
                    {
                        faults.Add($"See says {seen} for {paper} and {visit}");
                    }
                }
            }
        }

        output.WriteLine($"{visited:N0} visits, {compared:N0} combinations compared in {clock.Elapsed.TotalSeconds:N1} s");
        Assert.True(faults.Count == 0, $"{faults.Count} of {compared}, for instance\n{string.Join('\n', faults.Take(10))}");
        Assert.True(compared > 10_000_000);

        // Every rule has decided somewhere, and always the same way; but for help at a counter, which lets nobody in.
        Assert.Equal(Enum.GetValues<AccessReason>().Except([AccessReason.CounterHelp]).Order(), reasons.Select(reason => reason.Rule).Order());
    }

    [Fact]
    public void Every_profession_reads_the_types_that_the_table_gives_it_and_no_other()
    {
        var naive = new NaiveMatrix(TablePath);
        var professions = naive.Columns.SelectMany(NaiveMatrix.Codes).ToArray();
        Assert.Equal(professions.Order(), Builders.Papers.Matrix.Professions.Order());
        Assert.All(professions, profession => Assert.All(
            Builders.Papers.Types.All, type => Assert.Equal(naive.Reads(profession, type.Code), Builders.Papers.Matrix.Reads(profession, type.Code))));
    }
}
