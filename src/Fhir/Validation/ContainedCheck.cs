using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>
/// Whether local references (<c>#id</c>) find what they name, and whether all that is contained is named (R4, ref-1 and dom-3), from what one walk
/// through the container noted.
/// </summary>
internal sealed class ContainedCheck
{
    private static readonly Refusal Unnamed = RuleOf("DomainResource", "dom-3");
    private static readonly Refusal Dangling = RuleOf("Reference", "ref-1");

    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<FhirNode> _pointingBack = [];
    private readonly List<FhirNode> _references = [];

    /// <summary>Notes an address that begins with <c>#</c>.</summary>
    public void Note(FhirNode address)
    {
        var name = address.Text![1..];
        if (name.Length == 0)
        {
            _pointingBack.Add(address.Resource);
            return;
        }

        _named.Add(name);
        if (address.Parent.Type is { Name: "Reference" })
        {
            _references.Add(address);
        }
    }

    /// <summary>Compares what was noted with what <paramref name="container"/> contains.</summary>
    public void Conclude(FhirNode container, Findings findings)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var contained in container.Each("contained"))
        {
            var id = contained["id"].Text;
            if (id is not null)
            {
                there.Add(id);
            }

            if ((id is null || !_named.Contains(id)) && !_pointingBack.Contains(contained))
            {
                findings.Add(Unnamed, contained);
            }
        }

        foreach (var reference in _references)
        {
            if (!there.Contains(reference.Text![1..]))
            {
                findings.Add(Dangling, reference);
            }
        }
    }

    private static Refusal RuleOf(string type, string key) => ValidationRefusals.Broken(key, R4.Type(type).Invariants.First(rule => rule.Key == key).Human);
}
