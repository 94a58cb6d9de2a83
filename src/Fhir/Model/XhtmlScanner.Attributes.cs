namespace MonEspaceSante.Fhir.Model;

/// <summary>The attributes of a tag: each once, with a value in quotes.</summary>
internal ref partial struct XhtmlScanner
{
    private const int MostAttributes = 32;

    private bool Attributes(out bool hasNamespace)
    {
        Span<Range> names = stackalloc Range[MostAttributes];
        var count = 0;
        hasNamespace = false;
        while (SkipBlanks() && _rest is not [(byte)'>' or (byte)'/', ..])
        {
            var name = Name();
            var text = _all[name];
            var isNamespace = text.SequenceEqual("xmlns"u8);
            if (count == MostAttributes || (!IsPlainName(text) && !text.SequenceEqual("xml:lang"u8) && !text.SequenceEqual("xml:space"u8))
                || IsAmong(names[..count], text) || !Value(out var value) || (isNamespace && !_all[value].SequenceEqual(Namespace)))
            {
                return false;
            }

            hasNamespace |= isNamespace;
            names[count++] = name;
        }

        return true;
    }

    private readonly bool IsAmong(scoped ReadOnlySpan<Range> names, ReadOnlySpan<byte> name)
    {
        foreach (var other in names)
        {
            if (_all[other].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool Value(out Range value)
    {
        value = default;
        SkipBlanks();
        if (!Take((byte)'='))
        {
            return false;
        }

        SkipBlanks();
        if (_rest is not [(byte)'"' or (byte)'\'', ..] || _rest[1..].IndexOf(_rest[0]) is not (>= 0 and var end))
        {
            return false;
        }

        var start = _all.Length - _rest.Length + 1;
        value = start..(start + end);
        var after = _rest[(end + 2)..];
        for (_rest = _all[value]; _rest.IndexOfAny("<&"u8) is >= 0 and var next;)
        {
            _rest = _rest[next..];
            if (_rest[0] == '<' || !Entity())
            {
                return false;
            }
        }

        _rest = after;
        return _rest is [(byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..];
    }
}
