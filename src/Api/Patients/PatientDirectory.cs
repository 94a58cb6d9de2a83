using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Patients;

/// <summary>Finds the space of a person, by matricule through the identity buckets, or as the holder's own.</summary>
internal sealed class PatientDirectory(IGrainFactory grains, IKeyRing keys)
{
    /// <summary>The name of the key that matricules and logins are filed under.</summary>
    public const string IdentityKey = CallerDigests.Purpose;

    public async Task<BlindKey> KeyOf(Ins ins) => BlindKey.Of(ins, (await keys.PurposeKeyAsync(IdentityKey, CancellationToken.None)).Span);

    public async Task<BlindKey> KeyOf(string login) => BlindKey.Of("login", login, (await keys.PurposeKeyAsync(IdentityKey, CancellationToken.None)).Span);

    public async Task<Outcome<EnrolledPerson>> FindAsync(Ins ins) => await grains.FindPerson(await KeyOf(ins));

    /// <summary>The person that a stranger names: the work does not depend on whether there is one.</summary>
    public async Task<Outcome<EnrolledPerson>> FindAlikeAsync(BlindKey key)
    {
        await grains.BucketOf(key).Refresh(key);
        return await grains.FindPerson(key);
    }

    /// <summary>
    /// The person that <paramref name="subject"/> names. Citizens find nobody but the holder of the space they act in: others do not exist for them (R8).
    /// </summary>
    public async Task<Outcome<EnrolledPerson>> FindAsync(SubjectKey subject, Caller caller)
    {
        if (caller.SpaceActedIn is { } own)
        {
            var holder = await grains.GetGrain<ISpaceGrain>(own.Value).Whose();
            return holder.Accepted && Names(subject, own, holder.Value.Ins) ? new EnrolledPerson(own, holder.Value) : IdentityRefusals.PersonUnknown;
        }

        switch (subject)
        {
            case SubjectKey.ByIns byIns:
                return await FindAsync(byIns.Ins);
            case SubjectKey.ByBoth both:
                var found = await FindAsync(both.Ins);
                return found.Accepted && found.Value.Space != both.Space ? IdentityRefusals.PersonUnknown : found;
            default:
                // A professional names a patient by INS: the logical id alone says nothing of who it is (INS referential).
                return EdgeRefusals.PatientNotNamed;
        }
    }

    /// <summary>The person that a resource names; a citizen who names nobody means the space they act in, since they write nowhere else.</summary>
    public Task<Outcome<EnrolledPerson>> FindAsync(SubjectKey? subject, string element, Caller caller) => (subject, caller) switch
    {
        ({ } named, _) => FindAsync(named, caller),
        (null, { SpaceActedIn: { } own }) => FindAsync(new SubjectKey.BySpace(own), caller),
        _ => Task.FromResult<Outcome<EnrolledPerson>>(FhirRefusals.ElementMissing.At(element)),
    };

    /// <summary>The space that a search is in: of the patient it names, or of the logical id that it asks for.</summary>
    public async Task<Outcome<SpaceId>> SpaceOfAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, Caller caller)
    {
        var subject = PatientParameters.Read(parameters);
        if (!subject.Accepted && subject.Refusal.Code == EdgeRefusals.PatientNotNamed.Code
            && parameters.FirstOrDefault(parameter => parameter.Key is "_id") is { Value: { } id } && ResourceId.TryParse(id, out var resource))
        {
            return caller.SpaceActedIn is { } own && own != resource.Space ? IdentityRefusals.PersonUnknown : resource.Space;
        }

        if (!subject.Accepted)
        {
            return subject.Refusal;
        }

        var person = await FindAsync(subject.Value, caller);
        return person.Accepted ? person.Value.Space : person.Refusal;
    }

    private static bool Names(SubjectKey subject, SpaceId space, Ins ins) => subject switch
    {
        SubjectKey.ByIns byIns => byIns.Ins == ins,
        SubjectKey.BySpace bySpace => bySpace.Space == space,
        SubjectKey.ByBoth both => both.Ins == ins && both.Space == space,
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject.GetType().Name, "No such way to name a patient."),
    };
}
