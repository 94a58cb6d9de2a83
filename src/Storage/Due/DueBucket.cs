using System.Globalization;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Due;

/// <summary>
/// A blob of the due index: what falls due in one hour, or on one day where that is far away, for one worker (storage design, section 8). Days and hours
/// are of UTC, where none is missing and none comes twice.
/// </summary>
public readonly record struct DueBucket
{
    /// <summary>How many workers share the work.</summary>
    public const int Workers = 1_024;

    /// <summary>A day that begins within this is kept by hour; one that is further away, as a whole.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(48);

    internal const string Days = "day/";
    internal const string Hours = "hour/";
    private const string DayFormat = "yyyyMMdd";
    private const string HourFormat = "yyyyMMddHH";

    private DueBucket(bool isDay, DateTimeOffset start, int worker) => (IsDay, Start, Worker) = (isDay, start, worker);

    /// <summary>Whether it is of a whole day, to be shared out to the hours once the day is near.</summary>
    public bool IsDay { get; }

    /// <summary>When its day or hour begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Whose it is, 0 to 1,023.</summary>
    public int Worker { get; }

    /// <summary>The name in the container, for instance <c>hour/2026112203/0005</c>.</summary>
    public string Path => string.Create(
        CultureInfo.InvariantCulture, $"{(IsDay ? Days : Hours)}{Start.ToString(IsDay ? DayFormat : HourFormat, CultureInfo.InvariantCulture)}/{Worker:D4}");

    internal BlobName Blob => new(BlobContainer.Due, Path);

    /// <summary>Where what is to be called from <paramref name="from"/> on is kept, as seen at <paramref name="now"/>.</summary>
    public static DueBucket For(DateTimeOffset from, int worker, DateTimeOffset now)
    {
        var day = new DueBucket(true, new(from.UtcDateTime.Date, TimeSpan.Zero), worker);
        return day.Start - now > Near ? day : OfHour(from, worker);
    }

    /// <summary>The bucket of the hour of <paramref name="from"/>, near or not.</summary>
    public static DueBucket OfHour(DateTimeOffset from, int worker) =>
        new(false, new(from.UtcTicks - (from.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero), worker);

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">It is the name of none.</exception>
    public static DueBucket Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var isDay = path.StartsWith(Days, StringComparison.Ordinal);
        var parts = path.Split('/');
        return parts.Length == 3 && (isDay || parts[0] + '/' == Hours)
            ? new(
                isDay,
                DateTimeOffset.ParseExact(parts[1], isDay ? DayFormat : HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                int.Parse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture))
            : throw new FormatException($"{path} names no bucket of the due index.");
    }
}
