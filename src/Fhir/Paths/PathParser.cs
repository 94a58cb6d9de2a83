namespace MonEspaceSante.Fhir.Paths;

/// <summary>Reads an expression (FHIRPath, grammar and precedence of operators).</summary>
internal sealed partial class PathParser
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
