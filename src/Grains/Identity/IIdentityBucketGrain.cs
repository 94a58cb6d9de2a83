using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Identity;

/// <summary>Which space belongs to which matricule. The key is the bucket, 0 to 65,535, of the matricule's blind key.</summary>
[Alias("mes.identity-bucket")]
public interface IIdentityBucketGrain : IGrainWithIntegerKey
{
    /// <summary>The person filed under <paramref name="key"/>.</summary>
    [Alias("Find")]
    Task<Outcome<EnrolledPerson>> Find(BlindKey key);

    /// <summary>The same for strangers who ask: the work, and with it the time, does not depend on whether somebody is filed there.</summary>
    [Alias("FindAlike")]
    Task<Outcome<EnrolledPerson>> FindAlike(BlindKey key);

    /// <summary>The insurer's feed names a person.</summary>
    [Alias("Enrol")]
    Task<Outcome<EnrolledPerson>> Enrol(Envelope envelope, EnrolPerson command);
}
