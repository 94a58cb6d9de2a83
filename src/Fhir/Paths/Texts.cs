using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Fhir.Paths;

/// <summary>Functions over texts.</summary>
internal static class Texts
{
    private static readonly ConcurrentDictionary<string, Regex?> Patterns = new(StringComparer.Ordinal);

    public static void Matches(PathCall call) => Ask(call, (text, pattern) => Pattern(pattern)?.IsMatch(text));

    public static void StartsWith(PathCall call) => Ask(call, (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static void EndsWith(PathCall call) => Ask(call, (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    public static void Contains(PathCall call) => Ask(call, (text, part) => text.Contains(part, StringComparison.Ordinal));

    public static void Length(PathCall call)
    {
        if (Subject(call) is { } text)
        {
            call.Into.Add(PathValue.Of((decimal)text.Length));
        }
    }

    public static void ReplaceMatches(PathCall call)
    {
        if (Subject(call) is { } text && call.Text(0) is { } pattern && call.Text(1) is { } with && Pattern(pattern) is { } found)
        {
            call.Into.Add(PathValue.Of(found.Replace(text, with)));
        }
    }

    public static void Substring(PathCall call)
    {
        if (Subject(call) is { } text && call.Integer(0) is { } start && start >= 0 && start < text.Length)
        {
            var length = call.Arguments == 2 ? Math.Clamp(call.Integer(1) ?? 0, 0, text.Length - start) : text.Length - start;
            call.Into.Add(PathValue.Of(text.Substring(start, length)));
        }
    }

    public static void ToText(PathCall call)
    {
        if (Subject(call) is { } text)
        {
            call.Into.Add(PathValue.Of(text));
        }
    }

    public static void ToInteger(PathCall call)
    {
        if (int.TryParse(Subject(call), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            call.Into.Add(PathValue.Of((decimal)number));
        }
    }

    private static void Ask(PathCall call, Func<string, string, bool?> question)
    {
        if (Subject(call) is { } text && call.Text(0) is { } argument)
        {
            if (question(text, argument) is { } answer)
            {
                call.Into.Add(answer);
            }
            else
            {
                call.Scope.GiveUp();
            }
        }
    }

    private static string? Subject(PathCall call)
    {
        if (call.Input.Count > 1)
        {
            call.Scope.GiveUp();
        }

        return call.Input.Count == 1 ? call.Input[0].AsText() : null;
    }

    // Without backtracking, so that no text takes long; a pattern that needs it is an error of evaluation.
    private static Regex? Pattern(string pattern)
    {
        if (Patterns.TryGetValue(pattern, out var known))
        {
            return known;
        }

        Regex? compiled;
        try
        {
            compiled = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            compiled = null;
        }

        // Patterns come from our tables; those of clients must not fill the memory.
        return Patterns.Count < 1000 ? Patterns.GetOrAdd(pattern, compiled) : compiled;
    }
}
