using System.Globalization;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>The lines of the schema table, one after the other: asked for a kind of line, it gives the fields of the next line if it is one.</summary>
internal sealed class SchemaLines
{
    private readonly TextReader _text;
    private string? _line;

    public SchemaLines(TextReader text)
    {
        _text = text;
        Advance();
    }

    public string[]? Next(string kind)
    {
        if (_line is null || !_line.StartsWith(kind, StringComparison.Ordinal) || _line[kind.Length] != '\t')
        {
            return null;
        }

        var fields = _line[(kind.Length + 1)..].Split('\t');
        Advance();
        return fields;
    }

    public IEnumerable<string[]> All(string kind)
    {
        while (Next(kind) is { } fields)
        {
            yield return fields;
        }
    }

    /// <summary>A number of occurrences; <c>*</c> has no limit.</summary>
    public static int Number(string text) => text is "*" ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);

    private void Advance()
    {
        do
        {
            _line = _text.ReadLine();
        }
        while (_line is ['#', ..]);
    }
}
