using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Looks whether a text is one XHTML <c>div</c> in well-formed XML, so that it can stand in XML as it is. What XHTML allows in narratives is not looked at.</summary>
/// <remarks>No document type, no processing instruction, no foreign namespace, no entities but those of XML.</remarks>
internal ref partial struct XhtmlScanner
{
    public static ReadOnlySpan<byte> Namespace => "http://www.w3.org/1999/xhtml"u8;

    private const int Deepest = 64;

    private static readonly SearchValues<byte> NameSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:"u8);

    private readonly ReadOnlySpan<byte> _all;
    private ReadOnlySpan<byte> _rest;

    public XhtmlScanner(ReadOnlySpan<byte> text) => _all = _rest = text;

    public bool IsDiv()
    {
        Span<Range> open = stackalloc Range[Deepest];
        var depth = 0;
        SkipBlanks();
        if (!_rest.StartsWith("<div"u8))
        {
            return false;
        }

        do
        {
            if (!Text() || !Markup(open, ref depth))
            {
                return false;
            }
        }
        while (depth > 0);

        SkipBlanks();
        return _rest.IsEmpty;
    }

    // Up to the next tag; the text before it may have entities.
    private bool Text()
    {
        while (_rest.IndexOfAny("<&"u8) is >= 0 and var next)
        {
            if (_rest[..next].IndexOf("]]>"u8) >= 0)
            {
                return false;
            }

            _rest = _rest[next..];
            if (_rest[0] == '<')
            {
                return true;
            }

            if (!Entity())
            {
                return false;
            }
        }

        return false;
    }

    private bool Markup(scoped Span<Range> open, ref int depth)
    {
        if (_rest.StartsWith("<!--"u8))
        {
            _rest = _rest[4..];
            return Past("--"u8) && Take((byte)'>');
        }

        if (_rest.StartsWith("<![CDATA["u8))
        {
            return Past("]]>"u8);
        }

        if (!_rest.StartsWith("</"u8))
        {
            return StartTag(open, ref depth);
        }

        _rest = _rest[2..];
        var name = Name();
        SkipBlanks();
        return depth > 0 && _all[open[--depth]].SequenceEqual(_all[name]) && Take((byte)'>');
    }

    private bool StartTag(scoped Span<Range> open, ref int depth)
    {
        _rest = _rest[1..];
        var name = Name();
        if (!IsPlainName(_all[name]) || !Attributes(out var hasNamespace) || (depth == 0 && !hasNamespace))
        {
            return false;
        }

        if (Take((byte)'/'))
        {
            return Take((byte)'>');
        }

        if (depth == Deepest || !Take((byte)'>'))
        {
            return false;
        }

        open[depth++] = name;
        return true;
    }

    private bool Entity()
    {
        if (_rest.IndexOf((byte)';') is not (> 1 and var end))
        {
            return false;
        }

        var name = _rest[1..end];
        _rest = _rest[(end + 1)..];
        return name switch
        {
            [(byte)'#', (byte)'x', .. var hex] => Utf8Parser.TryParse(hex, out int sign, out var read, 'X') && read == hex.Length && IsSign(sign),
            [(byte)'#', .. var digits] => Utf8Parser.TryParse(digits, out int sign, out var read) && read == digits.Length && IsSign(sign),
            _ => name.SequenceEqual("amp"u8) || name.SequenceEqual("lt"u8) || name.SequenceEqual("gt"u8) || name.SequenceEqual("quot"u8) || name.SequenceEqual("apos"u8),
        };
    }

    // XML 1.0, Char.
    private static bool IsSign(int sign) => sign is 9 or 10 or 13 or (>= 32 and <= 0xFFFD) && Rune.IsValid(sign) || sign is >= 0x10000 and <= 0x10FFFF;

    private Range Name()
    {
        var start = _all.Length - _rest.Length;
        var length = _rest.IndexOfAnyExcept(NameSigns) is >= 0 and var end ? end : _rest.Length;
        _rest = _rest[length..];
        return start..(start + length);
    }

    // A prefix would need a namespace, and XHTML needs none.
    private static bool IsPlainName(ReadOnlySpan<byte> name) => !name.IsEmpty && (char.IsAsciiLetter((char)name[0]) || name[0] == '_') && !name.Contains((byte)':');

    private bool Past(ReadOnlySpan<byte> end)
    {
        var place = _rest.IndexOf(end);
        _rest = place < 0 ? [] : _rest[(place + end.Length)..];
        return place >= 0;
    }

    private bool Take(byte sign)
    {
        var takes = !_rest.IsEmpty && _rest[0] == sign;
        _rest = takes ? _rest[1..] : _rest;
        return takes;
    }

    private bool SkipBlanks()
    {
        _rest = _rest.TrimStart(" \t\r\n"u8);
        return !_rest.IsEmpty;
    }
}
