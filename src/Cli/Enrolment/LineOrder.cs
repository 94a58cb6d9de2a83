using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>
/// In which order the lines of a batch are settled. Lines of one number share a bucket, which keeps their order. A line that replaces a number looks
/// at two: it waits for the lines before it that touch the former number, and those after it wait for it. All others go together.
/// </summary>
internal static class LineOrder
{
    /// <summary>The wave of each line, from 0; each wave is settled before the next begins.</summary>
    public static int[] Waves(IReadOnlyList<(BlindKey Own, BlindKey? Former)> lines)
    {
        var waves = new int[lines.Count];
        var linked = lines.Where(line => line.Former is not null).SelectMany(line => new[] { line.Own, line.Former!.Value }).ToHashSet();
        var earliest = new Dictionary<BlindKey, (int OfOwn, int Replacing)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (own, former) = lines[i];
            if (!linked.Contains(own))
            {
                continue;
            }

            var wave = earliest.GetValueOrDefault(own).OfOwn;
            if (former is { } replaced)
            {
                wave = Math.Max(wave, earliest.GetValueOrDefault(replaced).Replacing);
                earliest[replaced] = (wave + 1, wave + 1);
            }

            waves[i] = wave;
            earliest[own] = (wave, wave + 1);
        }

        return waves;
    }
}
