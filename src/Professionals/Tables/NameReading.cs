namespace MonEspaceSante.Professionals.Tables;

/// <summary>One way to understand a name that somebody typed: the beginning of a surname, and of a given name.</summary>
internal readonly record struct NameReading(string Surname, string GivenName)
{
    /// <summary>
    /// The ways to understand <paramref name="name"/>: all of it a surname, or cut at one of its spaces, surname first or given name first.
    /// Where nothing is typed, everybody is meant.
    /// </summary>
    public static NameReading[] Of(string? name)
    {
        var folded = Folding.Fold(name ?? "");
        var readings = new List<NameReading> { new(folded, "") };
        for (var space = folded.IndexOf(' ', StringComparison.Ordinal); space > 0; space = folded.IndexOf(' ', space + 1))
        {
            var (left, right) = (folded[..space], folded[(space + 1)..]);
            readings.Add(new(left, right));
            readings.Add(new(right, left));
        }

        return [.. readings];
    }
}
