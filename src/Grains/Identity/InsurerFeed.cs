using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Identity;

/// <summary>
/// One line of the insurer's feed, taken in by the buckets that it concerns: the same rules in the same order as bulk enrolment. The person comes
/// first; what other buckets are told comes after, and is told again when the line is sent again.
/// </summary>
public static class InsurerFeed
{
    /// <summary>Takes in <paramref name="line"/>; answers the person as they are now.</summary>
    public static async Task<Outcome<EnrolledPerson>> TakeIn(this IGrainFactory grains, FiledLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var replacing = line.Former is { } number ? new ReplaceNumber(number, line.Key) : null;
        var former = replacing is null ? new FormerSpace(null) : await grains.BucketOf(replacing.Key).AskFormer(replacing);
        if (!former.Accepted)
        {
            return former.Refusal;
        }

        // Bulk enrolment may have written beside the bucket that was asked: finding reads again, asking does not.
        var same = former.Value.Space ?? (replacing is null ? null : (await grains.FindPerson(replacing.Key)).Value?.Space);
        var enrolled = await grains.BucketOf(line.Key).Enrol(Envelope.Once(), new EnrolPerson(line.Key, SpaceId.Random(), line.Sheet, same));
        if (!enrolled.Accepted)
        {
            return enrolled;
        }

        if (replacing is not null)
        {
            // Refused only where somebody else has replaced the number since it was asked for; theirs stands.
            await grains.Replace(replacing);
        }

        foreach (var holder in line.Sheet.AttachedTo ?? [])
        {
            await grains.List(new ListDependant(holder, line.Key));
        }

        return enrolled;
    }

    /// <summary>The number is a pointer from now on, and who was on its card is on that of the other; answers why not, where it cannot be.</summary>
    internal static async Task<Refusal?> Replace(this IGrainFactory grains, ReplaceNumber replacing)
    {
        var dependants = await grains.BucketOf(replacing.Key).Replace(Envelope.Once(), replacing);
        foreach (var dependant in dependants.Value ?? [])
        {
            await grains.List(new ListDependant(replacing.By, dependant));
        }

        return dependants.Refusal;
    }

    private static async Task List(this IGrainFactory grains, ListDependant command)
    {
        for (BlindKey? holder = command.Holder; holder is { } key;)
        {
            holder = (await grains.BucketOf(key).List(Envelope.Once(), command with { Holder = key })).Value?.Now;
        }
    }
}
