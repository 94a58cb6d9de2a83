using System.Text;

namespace MonEspaceSante.Professionals.Tables;

/// <summary>Texts kept once each, end to end in UTF-8: four bytes and their letters, instead of an object each. A text is known by its number.</summary>
internal sealed class TextPool(byte[] letters, int[] starts)
{
    /// <summary>The number of the empty text.</summary>
    public const int Empty = 0;

    /// <summary>How many texts there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The letters of <paramref name="text"/>.</summary>
    public ReadOnlySpan<byte> Letters(int text) => letters.AsSpan(starts[text]..starts[text + 1]);

    /// <summary>The text <paramref name="text"/>.</summary>
    public string this[int text] => text == Empty ? "" : Encoding.UTF8.GetString(Letters(text));
}

/// <summary>Takes texts in, and gives each the number of its first occurrence.</summary>
internal sealed class TextPoolBuilder
{
    private const int Free = -1;

    private byte[] _letters = new byte[1 << 16];
    private readonly List<int> _starts = [0];
    private int[] _slots = new int[1 << 12];

    public TextPoolBuilder()
    {
        Array.Fill(_slots, Free);
        Number([]);
    }

    /// <summary>The number of <paramref name="text"/>.</summary>
    public int Number(ReadOnlySpan<byte> text)
    {
        var slot = SlotOf(text);
        if (_slots[slot] != Free)
        {
            return _slots[slot];
        }

        var (number, start) = (_starts.Count - 1, _starts[^1]);
        while (start + text.Length > _letters.Length)
        {
            Array.Resize(ref _letters, _letters.Length * 2);
        }

        text.CopyTo(_letters.AsSpan(start));
        _starts.Add(start + text.Length);
        _slots[slot] = number;
        if (_starts.Count * 2 > _slots.Length)
        {
            Widen();
        }

        return number;
    }

    /// <summary>The texts taken in.</summary>
    public TextPool Build() => new(_letters.AsSpan(0, _starts[^1]).ToArray(), [.. _starts]);

    private ReadOnlySpan<byte> Letters(int number) => _letters.AsSpan(_starts[number].._starts[number + 1]);

    // Open addressing: the slot that holds the text, or the free one where it belongs.
    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        var slot = hash.ToHashCode() & (_slots.Length - 1);
        while (_slots[slot] != Free && !Letters(_slots[slot]).SequenceEqual(text))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 2];
        Array.Fill(_slots, Free);
        for (var number = 0; number < _starts.Count - 1; number++)
        {
            _slots[SlotOf(Letters(number))] = number;
        }
    }
}
