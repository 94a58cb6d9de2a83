using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Accounts;

/// <summary>
/// How one person gets into their space. The key is their own space. What is slow (passwords, signatures) is checked by the caller; what is
/// counted is counted here, and survives a restart.
/// </summary>
[Alias("mes.account")]
public partial interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>The person gets an account.</summary>
    [Alias("Open")]
    Task<Outcome<Done>> Open(OpenAccount command);

    /// <summary>The hash of the password, for the component that checks it and for its owner; <see langword="null"/> where there is none, and for anybody else.</summary>
    [Alias("PasswordHash")]
    Task<string?> PasswordHash();

    /// <summary>Somebody enters a login and a password; the answer is what comes next.</summary>
    [Alias("StartSignIn")]
    Task<Outcome<SecondStep>> StartSignIn(StartSignIn command);

    /// <summary>Somebody completes an attempt to sign in.</summary>
    [Alias("CompleteSignIn")]
    Task<Outcome<Done>> CompleteSignIn(CompleteSignIn command);

    /// <summary>Somebody signs in whom the platform has proven otherwise.</summary>
    [Alias("BeginSession")]
    Task<Outcome<Done>> BeginSession(BeginSession command);

    /// <summary>Who is signed in asks for a code, to prove once more who they are; the answer is where it goes.</summary>
    [Alias("AskForProofCode")]
    Task<Outcome<Contact>> AskForProofCode(AskForProofCode command);

    /// <summary>Who is signed in proves once more who they are.</summary>
    [Alias("Prove")]
    Task<Outcome<Done>> Prove(Prove command);

    /// <summary>Whether a session stands under its present token. Sessions ask every few seconds, so that ending one is effective everywhere.</summary>
    [Alias("Holds")]
    Task<bool> Holds(Guid session, string key);

    /// <summary>The sessions that stand, the oldest first; some may have gone idle.</summary>
    [Alias("Sessions")]
    Task<Outcome<SessionList>> Sessions();

    /// <summary>One session is over.</summary>
    [Alias("EndSession")]
    Task<Outcome<Done>> EndSession(EndSession command);

    /// <summary>Every session is over, or every other one.</summary>
    [Alias("SignOutEverywhere")]
    Task<Outcome<Done>> SignOutEverywhere(SignOutEverywhere command);
}

/// <summary>Sessions, the oldest first.</summary>
public sealed record SessionList(ValueList<Session> Sessions);
