using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>One attempt to activate a space, from the traits to the login.</summary>
/// <param name="Key">What the person is filed under; a decoy where the traits found nobody.</param>
/// <param name="Person">The person, if the traits found one, which nobody is told before the proof.</param>
/// <param name="EndsAt">When it is over.</param>
/// <param name="Proven">The provisional code was right.</param>
/// <param name="Asked">When new provisional codes were asked for.</param>
/// <param name="Contact">The e-mail address that one-time codes shall go to.</param>
/// <param name="Help">Who began it for the person, at a counter; nobody where the person came alone.</param>
public sealed record ActivationAttempt(
    BlindKey Key, EnrolledPerson? Person, DateTimeOffset EndsAt, bool Proven, ValueList<DateTimeOffset> Asked, ContactProof? Contact, CounterHelp? Help)
{
    /// <summary>How long an attempt may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Begins an attempt.</summary>
    public static ActivationAttempt Begin(BlindKey key, EnrolledPerson? person, CounterHelp? help, DateTimeOffset at) =>
        new(key, person, at + Patience, false, [], null, help);

    /// <summary>Asks for a new provisional code. Refused too soon after the last, known or not: what a person got in other attempts is counted silently.</summary>
    public Outcome<ActivationAttempt> AskForCode(DateTimeOffset at) =>
        SendLimits.Allow(Asked, at) ? this with { Asked = [.. SendLimits.With(Asked, at)] } : SignInRefusals.CodeTooSoon;

    /// <summary>A one-time code goes to the address <paramref name="email"/>, to see that the person reads what comes there.</summary>
    public Outcome<ActivationAttempt> AskForContactCode(string email, string digest, DateTimeOffset at)
    {
        var sends = Contact?.Sends ?? [];
        return !Proven ? SignInRefusals.Refused
            : !SendLimits.Allow(sends, at) ? SignInRefusals.CodeTooSoon
            : this with { Contact = new(email, digest, at + ContactProof.Validity, 0, false, [.. SendLimits.With(sends, at)]) };
    }

    /// <summary>The one-time code is entered. A wrong one is counted: <paramref name="right"/> says which it was.</summary>
    public ActivationAttempt EnterContactCode(string digest, DateTimeOffset at, out bool right)
    {
        right = Contact is { } contact && contact.LivesAt(at) && new SecretDigest("", contact.Digest).Matches(digest);
        return Contact is null ? this
            : right ? this with { Contact = Contact with { Verified = true } }
            : this with { Contact = Contact with { WrongTries = Contact.WrongTries + 1 } };
    }
}

/// <summary>An e-mail address that a person has still to show they read.</summary>
/// <param name="Email">The address.</param>
/// <param name="Digest">Keyed digest of the one-time code that went there.</param>
/// <param name="ExpiresAt">When the code is over.</param>
/// <param name="WrongTries">How many wrong codes were entered.</param>
/// <param name="Verified">The right one was.</param>
/// <param name="Sends">When codes went out in this attempt, to whichever address.</param>
public sealed record ContactProof(string Email, string Digest, DateTimeOffset ExpiresAt, int WrongTries, bool Verified, ValueList<DateTimeOffset> Sends)
{
    /// <summary>Ten minutes at most (security design, rule 3).</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    /// <summary>Five tries (ASVS 6.5.5).</summary>
    public const int MostWrongTries = 5;

    /// <summary>Whether the code can still be entered.</summary>
    public bool LivesAt(DateTimeOffset at) => !Verified && WrongTries < MostWrongTries && at < ExpiresAt;
}
