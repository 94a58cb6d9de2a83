using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;
using MonEspaceSante.Fhir.Validation;
using Xunit.Abstractions;

namespace MonEspaceSante.Fhir.Tests.Validation;

public sealed class InvariantTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<InvariantSchema> Errors =
        [.. Types().SelectMany(type => type.Invariants.Concat(type.Elements.SelectMany(element => element.Invariants)))
            .Where(rule => rule.IsError).DistinctBy(rule => (rule.Key, rule.Expression))];

    [Fact]
    public void Every_rule_with_the_severity_error_compiles_or_is_left_out_for_a_reason()
    {
        var (compiled, others) = (Errors.Where(Compiles).ToList(), Errors.Where(rule => !Compiles(rule)).Select(rule => rule.Key).ToList());
        output.WriteLine($"{compiled.Count} rules compile; {InvariantsLeftOut.Reasons.Count} are checked otherwise: {string.Join(", ", InvariantsLeftOut.Reasons.Keys.Order())}.");

        Assert.InRange(compiled.Count, 180, 300);
        Assert.Empty(others.Except(InvariantsLeftOut.Reasons.Keys));
    }

    [Fact]
    public void No_reason_is_given_for_a_rule_that_R4_does_not_have() =>
        Assert.Empty(InvariantsLeftOut.Reasons.Keys.Except(Errors.Select(rule => rule.Key)));

    private static bool Compiles(InvariantSchema rule) => FhirPath.TryCompile(rule.Expression, out _);

    private static HashSet<TypeSchema> Types()
    {
        var seen = new HashSet<TypeSchema>(R4.Resources);
        var waiting = new Queue<TypeSchema>(seen);
        while (waiting.TryDequeue(out var type))
        {
            foreach (var part in type.Elements.SelectMany(element => element.Types).Where(seen.Add))
            {
                waiting.Enqueue(part);
            }
        }

        return seen;
    }
}
