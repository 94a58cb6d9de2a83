using System.Globalization;
using System.Text;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>Cuts an expression into words (FHIRPath, lexical elements).</summary>
internal static class PathLexer
{
    private static readonly string[] Symbols =
        ["!=", "!~", "<=", ">=", ".", ",", "(", ")", "[", "]", "{", "}", "|", "&", "+", "-", "*", "/", "=", "~", "<", ">"];

    /// <summary>The words of <paramref name="text"/>, the last being the end.</summary>
    /// <exception cref="FormatException">Something in it is no word.</exception>
    public static List<PathToken> Read(string text)
    {
        var tokens = new List<PathToken>();
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new(PathTokenKind.End, ""));
                return tokens;
            }

            tokens.Add(Next(text, ref at));
        }
    }

    private static PathToken Next(string text, ref int at)
    {
        var first = text[at];
        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new(PathTokenKind.Name, While(text, ref at, IsNamePart));
        }

        if (char.IsAsciiDigit(first))
        {
            return new(PathTokenKind.Number, Number(text, ref at));
        }

        switch (first)
        {
            case '\'':
                return new(PathTokenKind.Text, Quoted(text, ref at));
            case '`':
                return new(PathTokenKind.Name, Quoted(text, ref at), Quoted: true);
            case '@':
                at++;
                return new(PathTokenKind.Moment, Moment(text, ref at));
            case '$':
                at++;
                return new(PathTokenKind.Variable, "$" + While(text, ref at, IsNamePart));
            case '%':
                at++;
                return new(PathTokenKind.Variable, "%" + (at < text.Length && text[at] is '`' or '\'' ? Quoted(text, ref at) : While(text, ref at, IsNamePart)));
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new(PathTokenKind.Symbol, symbol);
            }
        }

        throw new FormatException($"'{first}' at {at} begins no word of FHIRPath.");
    }

    private static bool IsNamePart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static string While(string text, ref int at, Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Number(string text, ref int at)
    {
        var number = While(text, ref at, char.IsAsciiDigit);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            number += "." + While(text, ref at, char.IsAsciiDigit);
        }

        return number;
    }

    // A point belongs to a moment only between digits: @2026.toString() is a call.
    private static string Moment(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or ':' or '+' or 'T' or 'Z'
            || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var content = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            content.Append(text[at] == '\\' ? Escaped(text, ref at) : text[at]);
        }

        if (at == text.Length)
        {
            throw new FormatException("A quote is not closed.");
        }

        at++;
        return content.ToString();
    }

    private static char Escaped(string text, ref int at)
    {
        at++;
        var letter = at < text.Length ? text[at] : throw new FormatException("An escape is not finished.");
        switch (letter)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                return letter;
        }
    }
}
