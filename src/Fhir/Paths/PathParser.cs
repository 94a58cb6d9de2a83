using System.Globalization;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>Reads an expression (FHIRPath, grammar and precedence of operators).</summary>
internal sealed class PathParser
{
    // Deeper than any expression of the field; what comes from a client must not exhaust the stack.
    private const int DeepestNesting = 100;
    private const int MostWords = 1000;

    // From what binds least to what binds most.
    private static readonly string[][] Levels =
    [
        ["implies"], ["or", "xor"], ["and"], ["in", "contains"], ["=", "!=", "~", "!~"], ["<", "<=", ">", ">="], ["|"], ["is", "as"], ["+", "-", "&"], ["*"],
    ];

    private readonly List<PathToken> _tokens;
    private int _at;
    private int _depth;

    private PathParser(string text)
    {
        _tokens = PathLexer.Read(text);
        if (_tokens.Count > MostWords)
        {
            throw new FormatException("The expression is too long.");
        }
    }

    private PathToken Current => _tokens[_at];

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">It is no expression, or one beyond what we know.</exception>
    public static PathExpression Read(string text)
    {
        var parser = new PathParser(text);
        var expression = parser.Binary(0);
        return parser.Current.Kind is PathTokenKind.End ? expression : throw parser.Unexpected();
    }

    private PathExpression Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Levels[level].FirstOrDefault(sign => Current.IsSymbol(sign) || Current.IsWord(sign)) is { } sign)
        {
            _at++;
            left = sign is "is" or "as" ? OfType(sign, left, TypeName()) : Operation(sign, Steady.Of(left), Steady.Of(Binary(level + 1)));
        }

        return left;
    }

    private static PathExpression Operation(string sign, PathExpression left, PathExpression right) => sign switch
    {
        "and" or "or" or "xor" or "implies" => new Logic(sign, left, right),
        "in" => new Membership(left, right),
        "contains" => new Membership(right, left),
        "=" or "!=" or "~" or "!~" => new Equality(sign, left, right),
        "|" => new Union(left, right),
        "+" or "-" or "&" or "*" => new Arithmetic(sign, left, right),
        _ => new Ordering(sign, left, right),
    };

    private static PathExpression OfType(string word, PathExpression input, string type) =>
        word == "is" ? new TypeTest(input, type) : new TypeFilter(input, type);

    private PathExpression Unary()
    {
        if (++_depth > DeepestNesting)
        {
            throw new FormatException("The expression is nested too deeply.");
        }

        var expression = Take("-") ? new Arithmetic("-", new Literal(PathValue.Of(0m)), Unary())
            : Take("+") ? Unary()
            : Postfix(Term());
        _depth--;
        return expression;
    }

    private PathExpression Postfix(PathExpression expression)
    {
        for (; ; )
        {
            if (Take("."))
            {
                expression = Invocation(expression);
            }
            else if (Take("["))
            {
                expression = new ItemAt(expression, Binary(0));
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private PathExpression Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case PathTokenKind.Text:
                _at++;
                return new Literal(PathValue.Of(token.Text));
            case PathTokenKind.Number:
                _at++;
                return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new Literal(PathValue.Of(number))
                    : throw new FormatException($"{token.Text} is too large a number.");
            case PathTokenKind.Moment:
                _at++;
                return PathMoment.TryRead(token.Text.TrimEnd('T'), out _)
                    ? new Literal(PathValue.OfMoment(token.Text.TrimEnd('T')))
                    : throw new FormatException($"{token.Text} is no date.");
            case PathTokenKind.Variable:
                _at++;
                return Variable(token.Text);
            case PathTokenKind.Name when token.IsWord("true") || token.IsWord("false"):
                _at++;
                return new Literal(PathValue.Of(token.Text == "true"));
            case PathTokenKind.Name:
                return Invocation(null);
        }

        if (Take("("))
        {
            var inner = Binary(0);
            Expect(")");
            return inner;
        }

        if (Take("{"))
        {
            Expect("}");
            return new Nothing();
        }

        throw Unexpected();
    }

    private static PathExpression Variable(string name) => name switch
    {
        "$this" => new Focus(),
        "$index" => new Position(),
        "%resource" or "%rootResource" or "%context" => new Surroundings(name),
        "%ucum" => new Literal(PathValue.Of("http://unitsofmeasure.org")),
        "%sct" => new Literal(PathValue.Of("http://snomed.info/sct")),
        "%loinc" => new Literal(PathValue.Of("http://loinc.org")),
        _ => throw new FormatException($"The variable {name} is not known here."),
    };

    private PathExpression Invocation(PathExpression? input)
    {
        var name = Current;
        if (name.Kind is PathTokenKind.Variable && input is not null && name.Text == "$this")
        {
            _at++;
            return input;
        }

        if (name.Kind is not PathTokenKind.Name)
        {
            throw Unexpected();
        }

        _at++;
        if (!Take("("))
        {
            return new Member(input, name.Text);
        }

        if (name.Text is "is" or "as" or "ofType")
        {
            var type = TypeName();
            Expect(")");
            return OfType(name.Text, input ?? new Focus(), type);
        }

        var arguments = Arguments();
        return new FunctionCall(input, PathFunctions.Find(name.Text, arguments.Length), arguments);
    }

    private PathExpression[] Arguments()
    {
        var arguments = new List<PathExpression>();
        if (Take(")"))
        {
            return [];
        }

        do
        {
            arguments.Add(Steady.Of(Binary(0)));
        }
        while (Take(","));
        Expect(")");
        return [.. arguments];
    }

    // FHIR.Patient and System.String: what stands before the point adds nothing, since no name is in both.
    private string TypeName()
    {
        var name = Name();
        return name is "FHIR" or "System" && Take(".") ? Name() : name;
    }

    private string Name() => Current.Kind is PathTokenKind.Name ? _tokens[_at++].Text : throw Unexpected();

    private bool Take(string symbol)
    {
        if (!Current.IsSymbol(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected();
        }
    }

    private FormatException Unexpected() => new($"'{Current.Text}' is not expected here.");
}
