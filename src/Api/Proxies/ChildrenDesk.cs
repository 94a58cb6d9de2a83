using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Proxies;

/// <summary>A child on somebody's card.</summary>
internal sealed record ChildOfCard(EnrolledPerson Person, ChildProfile Profile);

/// <summary>Finds the children on a parent's card, and opens their spaces for who certifies to represent them.</summary>
internal sealed class ChildrenDesk(IGrainFactory grains, PatientDirectory patients, TimeProvider time)
{
    private static readonly Caller Component = new Caller.Platform("proxies");

    /// <summary>The minors on the card of the holder of <paramref name="parent"/>, in the order of the insurer's file.</summary>
    public async Task<List<ChildOfCard>> FindAsync(SpaceId parent, HolderSheet sheet)
    {
        using var acting = CallerContext.Become(Component);
        var children = new List<ChildOfCard>();
        foreach (var person in await grains.DependantsOf(await patients.KeyOf(sheet.Ins)))
        {
            if (person.Sheet.IsMinorAt(time.GetUtcNow()))
            {
                children.Add(new(person, await grains.GetGrain<ISpaceGrain>(person.Space.Value).ProfileFor(parent, person.Sheet)));
            }
        }

        return children;
    }

    /// <summary>The parent represents the child, and takes the space into use for them: a parent who comes again changes nothing.</summary>
    public async Task<Outcome<Done>> ActivateAsync(SpaceId parent, HolderSheet sheet, EnrolledPerson child, PrivacyChoices choices)
    {
        var (space, name) = (grains.GetGrain<ISpaceGrain>(child.Space.Value), $"{sheet.FirstName} {sheet.BirthName}");
        using (CallerContext.Become(Component))
        {
            var represented = await space.Represent(Envelope.Once(), new RepresentChild(child.Sheet, parent, name));
            if (!represented.Accepted)
            {
                return represented.Refusal;
            }
        }

        using var acting = CallerContext.Become(new Caller.Representative(child.Space, parent, name));
        return await space.Activate(Envelope.Once(), new ActivateSpace(child.Sheet, choices));
    }
}
