using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Exports;

/// <summary>
/// An export of a space (lifecycle, section 1: a copy of everything, on request, prepared in the background): one archive, for who asked for it alone.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="By">Who asked: the archive holds what they may see.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="Archive">Where the archive lies and what opens it, once it is made. Its key is in the journal of the space alone, and is erased with it.</param>
/// <param name="ReadyAt">When it was made.</param>
public sealed record Export(Guid Id, Caller By, DateTimeOffset RequestedAt, DocumentContent? Archive = null, DateTimeOffset? ReadyAt = null)
{
    /// <summary>How long an archive can be downloaded: seven days, a limit of ours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>An archive that is not made within a day is given up, and may be asked for anew.</summary>
    public static readonly TimeSpan LongestPreparation = TimeSpan.FromDays(1);

    /// <summary>After this somebody looks whether the making was lost.</summary>
    public static readonly TimeSpan UsualPreparation = TimeSpan.FromMinutes(5);

    /// <summary>How many can be asked for in 24 hours.</summary>
    public const int MostADay = 3;

    /// <summary>From when on it is removed, as things stand.</summary>
    [JsonIgnore]
    public DateTimeOffset ExpiresAt => ReadyAt is { } ready ? ready + Lifetime : RequestedAt + LongestPreparation;

    /// <summary>Where it is at <paramref name="at"/>.</summary>
    public ExportState StateAt(DateTimeOffset at) =>
        at >= ExpiresAt ? ExportState.Expired : Archive is null ? ExportState.Preparing : ExportState.Ready;

    /// <summary>Whether it is <paramref name="caller"/>'s: a representative and the holder see different things, hence have archives of their own.</summary>
    public bool IsOf(Caller caller) => (By, caller) switch
    {
        (Caller.Holder asked, Caller.Holder asks) => asked.Space == asks.Space,
        (Caller.Representative asked, Caller.Representative asks) => (asked.Space, asked.Self) == (asks.Space, asks.Self),
        _ => false,
    };
}

/// <summary>Where an export is.</summary>
public enum ExportState
{
    /// <summary>The archive is being made.</summary>
    Preparing,

    /// <summary>The archive can be downloaded.</summary>
    Ready,

    /// <summary>The archive has served its time, or could not be made in a day.</summary>
    Expired,
}
