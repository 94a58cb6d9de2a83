using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>The moments that stories happen at.</summary>
internal static class Moments
{
    public static readonly DateTimeOffset Informed = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Opening = Informed + Space.OppositionWindow;

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 10, 30, 0, TimeSpan.Zero);

    public static readonly TimeSpan Tick = new(1);
}
