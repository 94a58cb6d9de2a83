using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using Orleans;

namespace MonEspaceSante.Grains.Identity;

/// <summary>
/// Two numbers of one person become one, and their two spaces too. The space that stays is told first and never forgets it; then the numbers lead to it.
/// Broken off anywhere, the order is given again and goes on: which space stays is asked of the spaces, which know what has begun.
/// </summary>
public static class Doubles
{
    /// <summary>Joins the number <paramref name="twin"/> to the number <paramref name="kept"/>; answers the person as they are now.</summary>
    public static async Task<Outcome<EnrolledPerson>> Join(this IGrainFactory grains, BlindKey kept, BlindKey twin)
    {
        ArgumentNullException.ThrowIfNull(grains);
        if (await grains.BucketOf(kept).ReplacementOf(kept) is not null)
        {
            return IdentityRefusals.NumberReplaced;
        }

        var replacing = new ReplaceNumber(twin, kept);
        var asked = await grains.BucketOf(twin).AskFormer(replacing);
        var (one, other) = (await grains.FindPerson(kept), await grains.FindPerson(twin));
        if ((asked.Refusal ?? one.Refusal ?? other.Refusal) is { } refused)
        {
            return refused;
        }

        var person = one.Value!;
        if (person.Space != other.Value!.Space)
        {
            var joined = await grains.Name(new(person, other.Value));
            if (!joined.Accepted)
            {
                return joined.Refusal;
            }

            person = person with { Space = joined.Value.Stays };
            var changed = await grains.BucketOf(kept).ChangeSpace(Envelope.Once(), new(kept, person.Space));
            if (!changed.Accepted)
            {
                return changed.Refusal;
            }
        }

        var replaced = await grains.Replace(replacing);
        return replaced ?? new Outcome<EnrolledPerson>(person, null);
    }

    private static async Task<Outcome<JoinedSpaces>> Name(this IGrainFactory grains, JoinNumbers numbers)
    {
        var kept = await grains.GetGrain<ISpaceGrain>(numbers.Kept.Space.Value).Use();
        var twin = await grains.GetGrain<ISpaceGrain>(numbers.Twin.Space.Value).Use();
        if ((kept.Refusal ?? twin.Refusal) is { } refused)
        {
            return refused;
        }

        var joined = numbers.Decide(kept.Value!, twin.Value!);
        if (!joined.Accepted)
        {
            return joined;
        }

        var named = await grains.GetGrain<ISpaceGrain>(joined.Value.Stays.Value).NameDouble(Envelope.Once(), new(numbers.Kept.Sheet, joined.Value.Goes));
        return named.Accepted ? joined : named.Refusal;
    }
}
