using System.Collections.Concurrent;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>A rule of HL7, ready to be asked of an element.</summary>
internal sealed class Invariant
{
    private static readonly ConcurrentDictionary<InvariantSchema, Invariant?> Known = new();

    private readonly FhirPath _rule;
    private readonly Refusal _broken;

    private Invariant(FhirPath rule, Refusal broken) => (_rule, _broken) = (rule, broken);

    /// <summary>Those of <paramref name="rules"/> that make a resource wrong and that are checked as they stand.</summary>
    public static Invariant[] Among(IEnumerable<InvariantSchema> rules) =>
        [.. rules.Where(rule => rule.IsError).Select(rule => Known.GetOrAdd(rule, Prepare)).OfType<Invariant>()];

    /// <summary>Adds a finding where the rule is broken; where FHIRPath cannot decide, it is not.</summary>
    public void Check(PathScope scope, Model.FhirNode node, Findings findings)
    {
        if (_rule.Decide(scope, node) is false)
        {
            findings.Add(_broken, node);
        }
        else if (scope.Exhausted)
        {
            findings.Add(ValidationRefusals.TooIntricate, node);
        }
    }

    private static Invariant? Prepare(InvariantSchema rule) =>
        InvariantsLeftOut.Reasons.ContainsKey(rule.Key) ? null : new(FhirPath.Compile(rule.Expression), ValidationRefusals.Broken(rule.Key, rule.Human));
}
