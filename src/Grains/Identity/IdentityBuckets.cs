using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Identity;

/// <summary>Questions to the identity buckets that take more than one of them.</summary>
public static class IdentityBuckets
{
    // A waiting number, a permanent one, a corrected one: more is a fault of the feed, and must not be followed for ever.
    private const int MostReplacements = 8;

    /// <summary>The bucket of <paramref name="key"/>.</summary>
    public static IIdentityBucketGrain BucketOf(this IGrainFactory grains, BlindKey key)
    {
        ArgumentNullException.ThrowIfNull(grains);
        return grains.GetGrain<IIdentityBucketGrain>(key.Bucket);
    }

    /// <summary>The person of the number <paramref name="key"/>, or of the number that has replaced it.</summary>
    public static async Task<Outcome<EnrolledPerson>> FindPerson(this IGrainFactory grains, BlindKey key)
    {
        var found = await grains.BucketOf(key).Find(key);
        for (var i = 0; i < MostReplacements && !found.Accepted && await grains.BucketOf(key).ReplacementOf(key) is { } by; i++)
        {
            key = by;
            found = await grains.BucketOf(key).Find(key);
        }

        return found;
    }

    /// <summary>
    /// Who is on the card of the holder of the number <paramref name="holder"/> today: what makes a parent the one who may open a child's space
    /// (lifecycle 3). Asked of the dependants' own sheets, so that somebody taken off the card is off it at once.
    /// </summary>
    public static async Task<ValueList<EnrolledPerson>> DependantsOf(this IGrainFactory grains, BlindKey holder)
    {
        var owner = await grains.FindPerson(holder);
        var dependants = new List<EnrolledPerson>();
        foreach (var key in owner.Accepted ? await grains.BucketOf(holder).DependantsOf(holder) : [])
        {
            var person = await grains.FindPerson(key);
            if (person.Accepted && !dependants.Contains(person.Value) && await grains.IsListedWith(person.Value, owner.Value!))
            {
                dependants.Add(person.Value);
            }
        }

        return [.. dependants];
    }

    /// <summary>Whether <paramref name="dependant"/> is on the card of <paramref name="owner"/> today, under whichever of their numbers.</summary>
    public static async Task<bool> IsListedWith(this IGrainFactory grains, EnrolledPerson dependant, EnrolledPerson owner)
    {
        ArgumentNullException.ThrowIfNull(dependant);
        ArgumentNullException.ThrowIfNull(owner);
        foreach (var key in dependant.Sheet.AttachedTo ?? [])
        {
            if ((await grains.FindPerson(key)).Value?.Space == owner.Space)
            {
                return true;
            }
        }

        return false;
    }
}
