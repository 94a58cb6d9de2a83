using System.Collections;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Children of an element, in the order of the text.</summary>
public readonly struct FhirNodes : IEnumerable<FhirNode>
{
    private readonly Tape? _tape;
    private readonly int _first;
    private readonly string? _name;

    internal FhirNodes(Tape tape, int first, string? name) => (_tape, _first, _name) = (tape, first, name);

    /// <summary>Goes through them.</summary>
    public Enumerator GetEnumerator() => new(_tape, _first, _name);

    IEnumerator<FhirNode> IEnumerable<FhirNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through children.</summary>
    public struct Enumerator : IEnumerator<FhirNode>
    {
        private readonly Tape? _tape;
        private readonly string? _name;
        private int _row;
        private int _next;

        internal Enumerator(Tape? tape, int first, string? name) => (_tape, _name, _next) = (tape, name, first);

        /// <inheritdoc/>
        public readonly FhirNode Current => new(_tape!, _row);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (_next != Tape.None)
            {
                _row = _next;
                ref readonly var row = ref _tape!.Rows[_row];
                _next = row.Next;
                if (_name is null || row.Element!.IsCalled(_name, row.Type))
                {
                    return true;
                }
            }

            return false;
        }

        readonly void IEnumerator.Reset() => throw new NotSupportedException();

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
