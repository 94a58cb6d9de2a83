using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

/// <summary>
/// One attempt to activate a space, from the traits to the login. The key is the attempt's token. Not journaled: lost with its silo, the
/// person begins again; what counts (tries, spent codes) is journaled by the login guard.
/// </summary>
[Alias("mes.activation")]
public interface IActivationGrain : IGrainWithStringKey
{
    /// <summary>Begins; <paramref name="found"/> is <see langword="null"/> where the traits found nobody, which nobody is told.</summary>
    [Alias("Begin")]
    Task Begin(BlindKey person, EnrolledPerson? found);

    /// <summary>Whom the attempt is about, for checking a code.</summary>
    [Alias("Who")]
    Task<Outcome<ActivationAttempt>> Who();

    /// <summary>The code was right.</summary>
    [Alias("Prove")]
    Task Prove();

    /// <summary>Ends the attempt.</summary>
    [Alias("End")]
    Task End();
}

/// <summary>An attempt to activate a space.</summary>
/// <param name="Key">What the person would be filed under.</param>
/// <param name="Person">The person, if the traits found one.</param>
/// <param name="Proven">The provisional code was right.</param>
public sealed record ActivationAttempt(BlindKey Key, EnrolledPerson? Person, bool Proven);
