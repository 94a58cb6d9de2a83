using System.Collections.Frozen;
using System.Text;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>The table that tools/FhirSchema makes, read. Its first lines say what stands where.</summary>
internal sealed class SchemaTable
{
    private readonly Dictionary<string, BindingSchema> _bindings = new(StringComparer.Ordinal);
    private readonly List<(ElementSchema Element, string[] Types)> _untyped = [];

    public Dictionary<string, TypeSchema> Types { get; } = new(StringComparer.Ordinal);

    public Utf8Names<TypeSchema> Resources { get; } = new();

    public Dictionary<string, List<SearchParameterSchema>> SearchOf { get; } = new(StringComparer.Ordinal);

    public static SchemaTable Read()
    {
        var table = new SchemaTable();
        using var text = new StreamReader(typeof(SchemaTable).Assembly.GetManifestResourceStream("r4.txt")!, Encoding.UTF8);
        var lines = new SchemaLines(text);
        table.ReadValues(lines);
        table.ReadTypes(lines);
        table.ReadSearch(lines);
        return table;
    }

    private void ReadValues(SchemaLines lines)
    {
        while (lines.Next("values") is [var valueSet, .. var open])
        {
            var codes = lines.All("codes").ToDictionary(line => line[0], line => line[1..].ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
            _bindings.Add(valueSet, new(valueSet, open.Length > 0 ? null : codes));
        }
    }

    private void ReadTypes(SchemaLines lines)
    {
        while (lines.Next("type") is [var kind, var name, .. var more])
        {
            var parent = more is [{ Length: > 0 } inherited, ..] ? Types[inherited] : null;
            var rules = lines.All("rule").Select(Rule).ToList();
            List<ElementSchema> elements = [.. parent?.Elements ?? []];
            while (lines.Next("element") is { } line)
            {
                elements.Add(Element(line));
                elements[^1].Rules.AddRange(lines.All("rule").Select(Rule));
            }

            Types.Add(name, new()
            {
                Name = name,
                Base = parent,
                IsAbstract = kind is "abstract",
                Primitive = kind is "primitive" ? Enum.Parse<PrimitiveKind>(name, ignoreCase: true) : PrimitiveKind.None,
                Regex = more is [_, var regex] ? regex : null,
                Elements = elements,
                Invariants = [.. parent?.Invariants ?? [], .. rules],
            });
        }

        Close();
    }

    // Types mention each other in circles: elements meet theirs when all are there.
    private void Close()
    {
        foreach (var (element, types) in _untyped)
        {
            element.Types = [.. types.Select(type => Types[type])];
        }

        foreach (var type in Types.Values)
        {
            type.Close();
            if (type is { IsResource: true, IsAbstract: false })
            {
                Resources.Add(type.Name, type);
            }
        }
    }

    private static InvariantSchema Rule(string[] line) => new(line[0], line[1] is "error", line[2], line is [_, _, _, var expression] ? expression : "");

    private ElementSchema Element(string[] line)
    {
        var (name, cardinality, flags) = (line[0], line[1].Split(".."), line[2]);
        var types = line[3].Split(',');
        var element = new ElementSchema
        {
            Name = name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name,
            IsChoice = name.EndsWith("[x]", StringComparison.Ordinal),
            Min = SchemaLines.Number(cardinality[0]),
            Max = SchemaLines.Number(cardinality[1]),
            Targets = [.. types.SelectMany(type => type.Split('(', ')', '|')[1..]).Where(target => target.Length > 0).Distinct()],
            Binding = line is [_, _, _, _, var valueSet] ? _bindings[valueSet] : null,
            IsSummary = flags.Contains('s', StringComparison.Ordinal),
            IsModifier = flags.Contains('m', StringComparison.Ordinal),
            IsAttribute = flags.Contains('a', StringComparison.Ordinal),
        };
        _untyped.Add((element, [.. types.Select(type => type.Split('(')[0])]));
        return element;
    }

    private void ReadSearch(SchemaLines lines)
    {
        var parameters = new List<SearchParameterSchema>();
        while (lines.Next("search") is [var code, var type, var bases, var targets, var url, .. var expression])
        {
            var components = lines.All("component").Select(line => new SearchComponentSchema(line[0], line[1])).ToList();
            parameters.Add(new(code, type, expression is [var path] ? path : "", Words(bases), Words(targets), url, components));
        }

        foreach (var type in Types.Values.Where(type => type is { IsResource: true, IsAbstract: false }))
        {
            SearchOf.Add(type.Name, [.. parameters.Where(parameter => parameter.Base.Any(searched => type.Is(Types[searched])))]);
        }
    }

    private static string[] Words(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
