using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>What is wrong with a resource, each thing once at each element; nothing is allocated for what is right.</summary>
internal sealed class Findings
{
    // A body made of faults must not be answered by a book.
    private const int Most = 100;

    private List<Refusal>? _found;

    public IReadOnlyList<Refusal> Found => _found ?? (IReadOnlyList<Refusal>)[];

    /// <summary>Whether no more can be told.</summary>
    public bool Full => _found?.Count >= Most;

    public void Add(Refusal refusal, FhirNode node) => Add(refusal, node.Path);

    public void Add(Refusal refusal, string path)
    {
        _found ??= [];
        if (!Full && !_found.Exists(known => known.Code == refusal.Code && known.Expression == path))
        {
            _found.Add(refusal.At(path));
        }
    }
}
