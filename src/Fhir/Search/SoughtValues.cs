using System.Globalization;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Reads one value of a search parameter, by its type and its modifier; <see langword="null"/> where it is none.</summary>
internal static class SoughtValues
{
    public static Sought? Read(string type, Modifier modifier, string? target, string text, SpaceId space) => (type, modifier) switch
    {
        (_, Modifier.Missing) => text switch { "true" => new Sought.Presence(true), "false" => new Sought.Presence(false), _ => null },
        (_, Modifier.Text) or ("string", _) => SearchWords.Unescape(text) is { Length: > 0 } words ? new Sought.Text(words) : null,
        ("token", _) => Token(text),
        ("date", _) => Moment(text),
        ("quantity", _) => Quantity(text),
        ("number", _) => Number(text) is var (prefix, value) ? new Sought.Quantity(prefix, value) : null,
        ("reference", Modifier.Identifier) => Token(text) is { } token ? new Sought.Link(target, null, null, token.System, token.Code) : null,
        ("reference", _) => Link(target, text, space),
        ("uri", _) => new Sought.Uri(text),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such type of parameter."),
    };

    private static Sought.Token? Token(string text) => SearchWords.Split(text, '|').Select(SearchWords.Unescape).ToList() switch
    {
        [{ Length: > 0 } code] => new(null, code),
        ["", { Length: > 0 } code] => new("", code),
        [{ Length: > 0 } system, ""] => new(system, null),
        [{ Length: > 0 } system, { Length: > 0 } code] => new(system, code),
        _ => null,
    };

    private static Sought.Moment? Moment(string text)
    {
        var (prefix, rest) = Prefixed(text);
        return SearchMoment.TryParse(rest, out var moment) ? new(prefix, moment.From, moment.To) : null;
    }

    private static Sought.Quantity? Quantity(string text)
    {
        var parts = SearchWords.Split(text, '|').Select(SearchWords.Unescape).ToList();
        if (parts.Count is not (1 or 3) || Number(parts[0]) is not var (prefix, value))
        {
            return null;
        }

        return parts is [_, var system, var code] ? new(prefix, value, NullIfEmpty(system), NullIfEmpty(code)) : new(prefix, value);
    }

    private static (Prefix Prefix, decimal Value)? Number(string? text)
    {
        var (prefix, rest) = Prefixed(text ?? "");
        return decimal.TryParse(rest, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? (prefix, value)
            : null;
    }

    private static Sought.Link? Link(string? target, string text, SpaceId space)
    {
        if (SearchWords.Unescape(text) is not { Length: > 0 } reference)
        {
            return null;
        }

        // A bare id means a thing of any type, or of the type that the modifier names.
        var read = ReferenceTarget.Of(reference.Contains('/', StringComparison.Ordinal) || target is null ? reference : $"{target}/{reference}", space);
        return ResourceId.TryParse(reference, out var bare) && bare.Space == space ? new(target, bare.Thing)
            : target is not null && read.Type != target ? null
            : new(read.Thing is null ? null : read.Type, read.Thing, read.Elsewhere);
    }

    private static (Prefix Prefix, string Number) Prefixed(string text) =>
        text is [>= 'a' and <= 'z', >= 'a' and <= 'z', ..] && PrefixOf(text[..2]) is { } prefix ? (prefix, text[2..]) : (Prefix.Equal, text);

    private static Prefix? PrefixOf(string code) => code switch
    {
        "eq" => Prefix.Equal,
        "ne" => Prefix.NotEqual,
        "lt" => Prefix.Less,
        "le" => Prefix.LessOrEqual,
        "gt" => Prefix.Greater,
        "ge" => Prefix.GreaterOrEqual,
        "sa" => Prefix.StartsAfter,
        "eb" => Prefix.EndsBefore,
        "ap" => Prefix.About,
        _ => null,
    };

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
