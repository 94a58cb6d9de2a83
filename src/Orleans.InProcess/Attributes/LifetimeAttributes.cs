namespace Orleans;

/// <summary>Activations of the grain class are never collected for being idle.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class KeepAliveAttribute : Attribute;

/// <summary>How long an activation of the grain class may be idle before it is collected, in place of the silo's collection age.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The shortest limit that is kept: one minute.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    /// <summary>The days of the limit, added to <see cref="Hours"/> and <see cref="Minutes"/>.</summary>
    public double Days { get; set; }

    /// <summary>The hours of the limit.</summary>
    public double Hours { get; set; }

    /// <summary>The minutes of the limit.</summary>
    public double Minutes { get; set; }

    /// <summary>Never collect. Overrides the other properties.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The limit that results.</summary>
    public TimeSpan AgeLimit
    {
        get
        {
            var asked = TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
            return AlwaysActive ? TimeSpan.MaxValue : asked < MinAgeLimit ? MinAgeLimit : asked;
        }
    }
}
