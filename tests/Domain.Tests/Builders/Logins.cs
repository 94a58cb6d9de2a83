using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Fictive secrets. A digest is any 32 bytes: the guard compares, it does not compute.</summary>
internal static class Logins
{
    public static readonly BlindKey Person = BlindKey.Parse("00000000000000000000000000000001", null);

    public static readonly BlindKey Login = BlindKey.Parse("00000000000000000000000000000002", null);

    public static readonly string Right = Digest(1);

    public static readonly string Wrong = Digest(2);

    public static readonly SecretDigest Secret = new(Convert.ToBase64String(new byte[16]), Right);

    public static readonly GuardEvent Issued = new GuardEvent.CodeIssued(Person, Secret, Moments.Now + ProvisionalCode.Validity);

    public static readonly GuardEvent Reserved = new GuardEvent.LoginReserved(Login, People.Space);

    /// <summary>As logins were kept before there were accounts.</summary>
    public static readonly GuardEvent Registered = new GuardEvent.LoginRegistered(Login, People.Space, Secret, "alix@example.test");

    public static string Digest(byte filler) => Convert.ToBase64String([.. Enumerable.Repeat(filler, 32)]);
}
