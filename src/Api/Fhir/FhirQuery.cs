using System.Globalization;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Fhir;

/// <summary>
/// The parameters of a search: which are known, and what they say. An unknown one is refused unless the client asked for leniency
/// (<c>Prefer: handling=lenient</c>); a comma means "or".
/// </summary>
internal sealed class FhirQuery
{
    // How the answer is to look: understood everywhere.
    private static readonly string[] Common = ["_format", "_pretty", "_summary", "_elements"];

    private readonly RequestParameters _query;

    private FhirQuery(RequestParameters query) => _query = query;

    /// <summary>Reads the parameters of <paramref name="request"/>; only those of <paramref name="known"/> are accepted.</summary>
    public static Outcome<FhirQuery> Read(HttpRequest request, params IReadOnlyList<string> known)
    {
        var lenient = Preferences.Of(request).Lenient;
        var parameters = RequestParameters.Of(request.HttpContext);
        foreach (var (name, _) in parameters)
        {
            if (!lenient && !known.Contains(name) && !Common.Contains(name))
            {
                return SearchFaults.ParameterUnknown.At(name);
            }

            // Repeating a parameter means "and", which none of ours can satisfy twice.
            if (known.Contains(name) && parameters.Each(name).Count() != 1)
            {
                return SearchFaults.ParameterInvalid.At(name);
            }
        }

        return new FhirQuery(parameters);
    }

    /// <summary>The value of <paramref name="name"/>, if given.</summary>
    public string? this[string name] => _query[name];

    /// <summary>The codes of a token parameter, systems left aside: the value sets of the record share no code.</summary>
    public ValueList<string>? Codes(string name) =>
        this[name]?.Split(',').Select(token => token[(token.LastIndexOf('|') + 1)..]).ToValueList();

    /// <summary>An instant, if given: in full, with its offset.</summary>
    public Outcome<Bounds> Since(string name) => this[name] is not { } text ? new Bounds(null, null)
        : text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? new Bounds(instant, null)
        : SearchFaults.ParameterInvalid.At(name);

    /// <summary>The bounds of a date parameter with the prefixes ge, gt, le, lt and eq; partial dates are Paris time.</summary>
    public Outcome<Bounds> Dates(string name)
    {
        var (from, before) = ((DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var value in this[name]?.Split(',') ?? [])
        {
            var prefix = value.Length > 2 && char.IsAsciiLetter(value[0]) ? value[..2] : "eq";
            if (Span(prefix == "eq" && !value.StartsWith("eq", StringComparison.Ordinal) ? value : value[2..]) is not { } span)
            {
                return SearchFaults.ParameterInvalid.At(name);
            }

            switch (prefix)
            {
                case "eq":
                    (from, before) = span;
                    break;
                case "ge":
                    from = span.From;
                    break;
                case "gt":
                    from = span.Before;
                    break;
                case "lt":
                    before = span.From;
                    break;
                case "le":
                    before = span.Before;
                    break;
                default:
                    return SearchFaults.ParameterInvalid.At(name);
            }
        }

        return new Bounds(from, before);
    }

    private static (DateTimeOffset From, DateTimeOffset Before)? Span(string text)
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        DateTimeOffset Local(DateTime date) => new(date, paris.GetUtcOffset(date));
        return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (Local(day), Local(day.AddDays(1)))
            : DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (Local(month), Local(month.AddMonths(1)))
            : DateTime.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? (Local(year), Local(year.AddYears(1)))
            : text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? (instant, instant.AddSeconds(1))
            : null;
    }
}

/// <summary>A span of time, open where <see langword="null"/>.</summary>
/// <param name="From">Included.</param>
/// <param name="Before">Excluded.</param>
internal sealed record Bounds(DateTimeOffset? From, DateTimeOffset? Before);
