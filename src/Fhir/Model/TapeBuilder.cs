using System.Buffers;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>A tape that is being written, in memory that is lent; what is read becomes exact arrays at the end.</summary>
internal sealed class TapeBuilder(int capacity) : IDisposable
{
    // An element takes some 25 bytes of JSON.
    private Tape.Row[] _rows = ArrayPool<Tape.Row>.Shared.Rent(Math.Max(64, capacity / 24));
    private readonly byte[] _json = ArrayPool<byte>.Shared.Rent(capacity);
    private int _count;

    /// <summary>How much JSON is written.</summary>
    public int Length { get; private set; }

    public bool IsEmpty => _count == 0;

    public ref Tape.Row this[int row] => ref _rows[row];

    /// <summary>Adds a row under <paramref name="parent"/>, after its child <paramref name="previous"/> if it has one.</summary>
    public int Add(int parent, int previous, ElementSchema? element, TypeSchema type, int index)
    {
        if (_count == _rows.Length)
        {
            Grow();
        }

        _rows[_count] = new() { Element = element, Type = type, Start = Length, Parent = parent, Index = index };
        if (previous != Tape.None)
        {
            _rows[previous].Next = _count;
        }
        else if (_count > 0)
        {
            _rows[parent].FirstChild = _count;
        }

        return _count++;
    }

    // What is written never exceeds what was read: blanks are left out, nothing is added.
    public void Write(ReadOnlySpan<byte> json)
    {
        json.CopyTo(_json.AsSpan(Length));
        Length += json.Length;
    }

    public void Write(byte sign) => _json[Length++] = sign;

    public string Path(int row) => Tape.Path(_rows.AsSpan(0, _count), row);

    public Tape ToTape() => new(_json.AsSpan(0, Length).ToArray(), _rows.AsSpan(0, _count).ToArray());

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_json, clearArray: true);
        ArrayPool<Tape.Row>.Shared.Return(_rows, clearArray: true);
    }

    private void Grow()
    {
        var more = ArrayPool<Tape.Row>.Shared.Rent(_rows.Length * 2);
        _rows.AsSpan(0, _count).CopyTo(more);
        ArrayPool<Tape.Row>.Shared.Return(_rows, clearArray: true);
        _rows = more;
    }
}
