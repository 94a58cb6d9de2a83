using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

/// <summary>
/// One attempt to activate a space, from the traits to the login. The key is the attempt's token. Not journaled: lost with its silo, the
/// person begins again; what counts (tries, spent codes, codes sent) is journaled by the login guard.
/// </summary>
[Alias("mes.activation")]
public interface IActivationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Begins; <paramref name="found"/> is <see langword="null"/> where the traits found nobody, which nobody is told; <paramref name="help"/> is who
    /// began it for the person, if somebody did.
    /// </summary>
    [Alias("Begin")]
    Task Begin(BlindKey person, EnrolledPerson? found, CounterHelp? help = null);

    /// <summary>Whom the attempt is about, for checking a code.</summary>
    [Alias("Who")]
    Task<Outcome<ActivationAttempt>> Who();

    /// <summary>A new provisional code is asked for.</summary>
    [Alias("AskForCode")]
    Task<Outcome<ActivationAttempt>> AskForCode();

    /// <summary>The provisional code was right.</summary>
    [Alias("Prove")]
    Task Prove();

    /// <summary>A one-time code with the digest <paramref name="digest"/> goes to <paramref name="email"/>.</summary>
    [Alias("AskForContactCode")]
    Task<Outcome<ActivationAttempt>> AskForContactCode(string email, string digest);

    /// <summary>The one-time code is entered.</summary>
    [Alias("EnterContactCode")]
    Task<Outcome<ActivationAttempt>> EnterContactCode(string digest);

    /// <summary>Ends the attempt.</summary>
    [Alias("End")]
    Task End();
}
