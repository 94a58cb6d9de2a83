using System.Globalization;

namespace MonEspaceSante.Fhir.Paths;

/// <content>What operators stand between: literals, variables, elements and calls.</content>
internal sealed partial class PathParser
{
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
}
