using System.Globalization;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>What a value of an expression is.</summary>
internal enum PathValueKind
{
    /// <summary>An element or a resource that was read.</summary>
    Node,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole or decimal number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A date or a time.</summary>
    Moment,

    /// <summary>A resource that is elsewhere: a reference tells its type and nothing more.</summary>
    Elsewhere,
}

/// <summary>One value of an expression: an element, a computed value or the type of a resource that is elsewhere.</summary>
internal readonly struct PathValue
{
    private readonly decimal _number;

    private PathValue(PathValueKind kind, string? text = null, decimal number = 0)
    {
        (Kind, Text, _number) = (kind, text, number);
    }

    public PathValue(FhirNode node)
    {
        (Kind, Node) = (PathValueKind.Node, node);
    }

    /// <summary>What it is.</summary>
    public PathValueKind Kind { get; }

    /// <summary>The element; absent where it is none.</summary>
    public FhirNode Node { get; }

    /// <summary>The text of a text, the words of a moment, the type of a resource that is elsewhere.</summary>
    public string? Text { get; }

    /// <summary>The number.</summary>
    public decimal Number => _number;

    /// <summary>Whether it is the boolean true.</summary>
    public bool IsTrue => Kind is PathValueKind.Boolean && _number != 0;

    public static PathValue Of(bool value) => new(PathValueKind.Boolean, number: value ? 1 : 0);

    public static PathValue Of(decimal value) => new(PathValueKind.Number, number: value);

    public static PathValue Of(string value) => new(PathValueKind.Text, value);

    public static PathValue OfMoment(string text) => new(PathValueKind.Moment, text);

    public static PathValue OfElsewhere(string type) => new(PathValueKind.Elsewhere, type);

    /// <summary>A primitive element as the value that it holds; anything else, and a primitive without a value, as it is.</summary>
    public PathValue Held()
    {
        if (Kind is not PathValueKind.Node || Node.Type is not { IsPrimitive: true } type || !Node.HasValue)
        {
            return this;
        }

        switch (type.Name)
        {
            case "boolean":
                return Node.Flag is { } flag ? Of(flag) : this;
            case "integer" or "decimal" or "positiveInt" or "unsignedInt":
                return Node.Number is { } number ? Of(number) : this;
        }

        var text = Node.Text ?? "";
        return type.Name is "date" or "dateTime" or "instant" or "time" ? OfMoment(text) : Of(text);
    }

    /// <summary>The value as text; <see langword="null"/> where it has none.</summary>
    public string? AsText()
    {
        var held = Held();
        return held.Kind switch
        {
            PathValueKind.Boolean => held.IsTrue ? "true" : "false",
            // Digits as they were written: 1.0 is not 1.
            PathValueKind.Number => held._number.ToString(CultureInfo.InvariantCulture),
            PathValueKind.Text or PathValueKind.Moment => held.Text,
            _ => null,
        };
    }
}
