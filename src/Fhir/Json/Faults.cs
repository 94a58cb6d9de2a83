using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Json;

/// <summary>The faults found so far: one for each element, since the first usually explains the others.</summary>
internal sealed class Faults
{
    // A body made of faults must not be answered by a book.
    private const int Most = 100;

    private readonly List<Refusal> _found = [];
    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);

    public IReadOnlyList<Refusal> Found => _found;

    public void Add(Refusal refusal, string path)
    {
        if (_found.Count < Most && _elements.Add(path))
        {
            _found.Add(refusal.At(path));
        }
    }
}
