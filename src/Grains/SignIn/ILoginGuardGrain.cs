using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

/// <summary>Provisional codes of one bucket of blind keys, 0 to 65,535, and whose each login is; counters survive a restart. Slow digests are computed by the caller.</summary>
[Alias("mes.login-guard")]
public interface ILoginGuardGrain : IGrainWithIntegerKey
{
    /// <summary>A letter with a code goes out.</summary>
    [Alias("IssueCode")]
    Task<Outcome<Done>> IssueCode(IssueCode command);

    /// <summary>Somebody asks for a new code; the answer is whether it is to be sent.</summary>
    [Alias("AskForCode")]
    Task<Outcome<CodeSending>> AskForCode(AskForCode command);

    /// <summary>The salt of a person's code, for computing the digest of what somebody entered; <see langword="null"/> where there is none.</summary>
    [Alias("CodeSalt")]
    Task<string?> CodeSalt(BlindKey person);

    /// <summary>Somebody enters a provisional code.</summary>
    [Alias("TryCode")]
    Task<Outcome<Done>> TryCode(TryCode command);

    /// <summary>The space that a code opened is in use.</summary>
    [Alias("SpendCode")]
    Task<Outcome<Done>> SpendCode(SpendCode command);

    /// <summary>The person chooses a login.</summary>
    [Alias("Register")]
    Task<Outcome<Done>> Register(RegisterLogin command);

    /// <summary>Whose a login is; <see langword="null"/> where there is no such login. Only the component that signs people in is told.</summary>
    [Alias("Find")]
    Task<KnownLogin?> Find(BlindKey login);
}
