namespace MonEspaceSante.Domain.SignIn;

/// <summary>How often codes go out to one person (security design, rule 3; lifecycle 2): a mailbox is not a target.</summary>
public static class SendLimits
{
    /// <summary>Thirty seconds between two sends (lifecycle 2).</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    /// <summary>Three in a quarter of an hour.</summary>
    public const int MostInAQuarter = 3;

    /// <summary>Ten in a day.</summary>
    public const int MostInADay = 10;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether one more code may go out at <paramref name="at"/>, after those of <paramref name="sends"/>.</summary>
    public static bool Allow(IReadOnlyCollection<DateTimeOffset> sends, DateTimeOffset at) =>
        !sends.Any(sent => sent > at - Between)
        && sends.Count(sent => sent > at - Quarter) < MostInAQuarter
        && sends.Count(sent => sent > at - Day) < MostInADay;

    /// <summary>The sends to remember once a code goes out at <paramref name="at"/>.</summary>
    internal static IEnumerable<DateTimeOffset> With(IEnumerable<DateTimeOffset> sends, DateTimeOffset at) => sends.Where(sent => sent > at - Day).Append(at);
}
