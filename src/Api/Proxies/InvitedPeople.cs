using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Proxies;

/// <summary>
/// Finds whom somebody invites: a person of these traits who uses their space. The same is asked of the same number of grains whether there is one or not,
/// and who invites is not told.
/// </summary>
internal sealed class InvitedPeople(IGrainFactory grains, PatientDirectory patients, IKeyRing keys)
{
    private static readonly Caller Component = new Caller.Platform("proxies");

    /// <summary>The person of the number <paramref name="ins"/>.</summary>
    public async Task<Invited> FindAsync(Ins ins, NamedPerson named, HolderSheet asker)
    {
        using var acting = CallerContext.Become(Component);
        return new(await KeyOf($"{ins}|{named.Key}"), await SpaceOf([await patients.FindAsync(ins)], named, asker));
    }

    /// <summary>Somebody else on whose card the child of <paramref name="child"/> is: an invitation without a number reaches nobody else.</summary>
    public async Task<Invited> FindOnCardsAsync(NamedPerson named, HolderSheet child)
    {
        using var acting = CallerContext.Become(Component);
        var holders = new List<Outcome<EnrolledPerson>>();
        foreach (var card in child.AttachedTo ?? [])
        {
            holders.Add(await grains.FindPerson(card));
        }

        return new(await KeyOf(named.Key), await SpaceOf(holders, named, child));
    }

    private async Task<SpaceId?> SpaceOf(IEnumerable<Outcome<EnrolledPerson>> found, NamedPerson named, HolderSheet asker)
    {
        var person = found.FirstOrDefault(one => one.Accepted && named.Is(one.Value.Sheet))?.Value;
        var (space, sheet) = person is null ? (SpaceId.Random(), asker) : (person.Space, person.Sheet);
        var existence = await grains.GetGrain<ISpaceGrain>(space.Value).Exists(sheet);
        return person is not null && existence.Activated ? space : null;
    }

    private async Task<BlindKey> KeyOf(string text) =>
        BlindKey.Of("invited", text, (await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span);
}

/// <summary>Who is invited: a digest of what was typed, and the space of the person that it names, if there is one.</summary>
internal sealed record Invited(BlindKey Person, SpaceId? Space);
