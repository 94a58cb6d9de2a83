namespace MonEspaceSante.Domain.Search;

/// <summary>Whether one indexed value is one that is sought. Values of different kinds never are.</summary>
internal static class Comparison
{
    // FHIR R4, search: "approximately" is ten per cent of the number, or of the gap between now and the date.
    private const int About = 10;

    /// <summary>The rule of each kind.</summary>
    public static bool IsMatch(IndexedValue value, Sought sought, Modifier modifier, DateTimeOffset now) => (value, sought) switch
    {
        (IndexedValue.Token token, Sought.Text words) => modifier is Modifier.Text && token.Label is { } label && StartsWith(label, words.Words),
        (IndexedValue.Token token, Sought.Token code) => IsNamed(token.System, token.Code, code.System, code.Code),
        (IndexedValue.Text text, Sought.Text words) => IsMatch(text, words, modifier),
        (IndexedValue.Moment moment, Sought.Moment asked) => IsMatch(moment, asked, now),
        (IndexedValue.Quantity quantity, Sought.Quantity asked) => IsMatch(quantity, asked),
        (IndexedValue.Link link, Sought.Link target) => modifier is Modifier.Identifier
            ? IsNamed(link.System, link.Identifier, target.System, target.Identifier)
                && (target.Type is null || link.Type is null || target.Type == link.Type)
            : (target.Type is null || target.Type == link.Type)
                && (target.Thing is { } thing ? link.Thing == thing : target.Elsewhere is not null && link.Elsewhere == target.Elsewhere),
        (IndexedValue.Uri uri, Sought.Uri asked) => modifier switch
        {
            Modifier.Below => IsUnder(uri.Value, asked.Value),
            Modifier.Above => IsUnder(asked.Value, uri.Value),
            _ => uri.Value == asked.Value,
        },
        _ => false,
    };

    private static bool IsNamed(string? system, string? code, string? askedSystem, string? askedCode) =>
        (askedSystem is null || (system ?? "") == askedSystem) && (askedCode is null || code == askedCode);

    private static bool IsMatch(IndexedValue.Text text, Sought.Text asked, Modifier modifier) => modifier switch
    {
        Modifier.Exact => text.Exact == asked.Words,
        Modifier.Contains => Folding.Fold(text.Exact).Contains(Folding.Fold(asked.Words), StringComparison.Ordinal),
        _ => StartsWith(text.Exact, asked.Words),
    };

    private static bool StartsWith(string text, string words) => Folding.Fold(text).StartsWith(Folding.Fold(words), StringComparison.Ordinal);

    private static bool IsUnder(string uri, string root) =>
        uri.StartsWith(root, StringComparison.Ordinal) && (uri.Length == root.Length || root.EndsWith('/') || uri[root.Length] == '/');

    private static bool IsMatch(IndexedValue.Moment there, Sought.Moment asked, DateTimeOffset now)
    {
        var equal = asked.From <= there.From && there.To <= asked.To;
        return asked.Prefix switch
        {
            Prefix.Equal => equal,
            Prefix.NotEqual => !equal,
            Prefix.Less => there.From < asked.From,
            Prefix.LessOrEqual => equal || there.From < asked.From,
            Prefix.Greater => there.To > asked.To,
            Prefix.GreaterOrEqual => equal || there.To > asked.To,
            Prefix.StartsAfter => there.From >= asked.To,
            Prefix.EndsBefore => there.To <= asked.From,
            Prefix.About => IsAbout(there, asked, now),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Prefix, "No such prefix."),
        };
    }

    // In ticks: the ends of open periods are near the ends of time, which dates cannot pass.
    private static bool IsAbout(IndexedValue.Moment there, Sought.Moment asked, DateTimeOffset now)
    {
        var gap = Math.Max(Math.Max(asked.From.UtcTicks - now.UtcTicks, now.UtcTicks - asked.To.UtcTicks), 0) / About;
        return there.From.UtcTicks < asked.To.UtcTicks + gap && there.To.UtcTicks > asked.From.UtcTicks - gap;
    }

    private static bool IsMatch(IndexedValue.Quantity there, Sought.Quantity asked) =>
        (asked.System is null || there.System == asked.System) && (asked.Code is null || there.Code == asked.Code) && asked.Prefix switch
        {
            Prefix.Equal => IsEqual(there, asked.Value),
            Prefix.NotEqual => !IsEqual(there, asked.Value),
            Prefix.Less => there.Low < asked.Value,
            Prefix.LessOrEqual => there.Low <= asked.Value,
            Prefix.Greater => there.High > asked.Value,
            Prefix.GreaterOrEqual => there.High >= asked.Value,
            Prefix.StartsAfter => there.Low > asked.Value,
            Prefix.EndsBefore => there.High < asked.Value,
            Prefix.About => there.Low <= asked.Value + (Math.Abs(asked.Value) / About) && there.High >= asked.Value - (Math.Abs(asked.Value) / About),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Prefix, "No such prefix."),
        };

    // FHIR R4, search, number: 100 finds 99.5 to 100.5, 100.00 finds 99.995 to 100.005. Prefixes that compare take the number as it is.
    private static bool IsEqual(IndexedValue.Quantity there, decimal asked)
    {
        var half = new decimal(5, 0, 0, false, (byte)Math.Min(asked.Scale + 1, 28));
        return asked - half <= there.Low && there.High < asked + half;
    }
}
