using MonEspaceSante.Domain.Doubles;
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

    /// <summary>
    /// Looks for <paramref name="key"/> in what bulk enrolment may have written beside the bucket, whether or not somebody is filed there: asked
    /// before <see cref="Find"/>, it makes the work, and with it the time, the same for everybody.
    /// </summary>
    [Alias("Refresh")]
    Task Refresh(BlindKey key);

    /// <summary>The insurer's feed names a person.</summary>
    [Alias("Enrol")]
    Task<Outcome<EnrolledPerson>> Enrol(Envelope envelope, EnrolPerson command);

    /// <summary>The number that has replaced <paramref name="key"/>; <see langword="null"/> where none has.</summary>
    [Alias("ReplacementOf")]
    Task<BlindKey?> ReplacementOf(BlindKey key);

    /// <summary>Who was ever listed on the card of <paramref name="holder"/>: an index, see <see cref="IdentityBucket.DependantsOf"/>.</summary>
    [Alias("DependantsOf")]
    Task<ValueList<BlindKey>> DependantsOf(BlindKey holder);

    /// <summary>Somebody is listed on a holder's card.</summary>
    [Alias("ListDependant")]
    Task<Outcome<CardHolder>> List(Envelope envelope, ListDependant command);

    /// <summary>Asked before a number is replaced: which space it leads to.</summary>
    [Alias("AskFormer")]
    Task<Outcome<FormerSpace>> AskFormer(ReplaceNumber command);

    /// <summary>The person of a number had two spaces; the other one stays.</summary>
    [Alias("ChangeSpace")]
    Task<Outcome<EnrolledPerson>> ChangeSpace(Envelope envelope, ChangeSpace command);

    /// <summary>A number is replaced by another.</summary>
    [Alias("ReplaceNumber")]
    Task<Outcome<ValueList<BlindKey>>> Replace(Envelope envelope, ReplaceNumber command);
}
