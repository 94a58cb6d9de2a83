using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>By what somebody proved who they are.</summary>
public enum Factor
{
    /// <summary>The password.</summary>
    Password,

    /// <summary>A one-time code sent to a contact.</summary>
    OneTimeCode,

    /// <summary>A code of an authenticator app.</summary>
    Authenticator,

    /// <summary>A passkey.</summary>
    Passkey,

    /// <summary>A recovery code.</summary>
    RecoveryCode,

    /// <summary>An identity federation that the platform trusts.</summary>
    Federation,
}

/// <summary>What somebody brings to prove who they are. What is slow to check (passwords, signatures) is checked before, off the grains' schedulers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "evidence")]
[JsonDerivedType(typeof(Password), "password")]
[JsonDerivedType(typeof(OneTimeCode), "one-time-code")]
[JsonDerivedType(typeof(AuthenticatorCode), "authenticator")]
[JsonDerivedType(typeof(UsedPasskey), "passkey")]
[JsonDerivedType(typeof(RecoveryCode), "recovery-code")]
public abstract record Evidence
{
    private Evidence()
    {
    }

    /// <summary>By what it proves.</summary>
    [JsonIgnore]
    public abstract Factor Factor { get; }

    /// <summary>A password, checked against <paramref name="Hash"/>.</summary>
    /// <param name="Hash">What it was checked against: if it is not the account's any more, the check is void.</param>
    /// <param name="Right">Whether it was right.</param>
    public sealed record Password(string? Hash, bool Right) : Evidence
    {
        /// <inheritdoc/>
        public override Factor Factor => Factor.Password;
    }

    /// <summary>A one-time code.</summary>
    /// <param name="Challenge">The attempt that it answers.</param>
    /// <param name="Digest">Keyed digest of attempt and code.</param>
    public sealed record OneTimeCode(string Challenge, string Digest) : Evidence
    {
        /// <inheritdoc/>
        public override Factor Factor => Factor.OneTimeCode;
    }

    /// <summary>A code of an authenticator app.</summary>
    /// <param name="Challenge">The attempt that it completes; none within a session.</param>
    /// <param name="Code">The six digits.</param>
    public sealed record AuthenticatorCode(string? Challenge, string Code) : Evidence
    {
        /// <inheritdoc/>
        public override Factor Factor => Factor.Authenticator;
    }

    /// <summary>A passkey, whose signature was checked.</summary>
    /// <param name="Challenge">The attempt that it completes; none where it is all that is brought.</param>
    /// <param name="Id">Which.</param>
    /// <param name="SignCount">Its counter at this use.</param>
    /// <param name="BackedUp">Whether it is copied to other devices by now.</param>
    public sealed record UsedPasskey(string? Challenge, string Id, uint SignCount, bool BackedUp) : Evidence
    {
        /// <inheritdoc/>
        public override Factor Factor => Factor.Passkey;
    }

    /// <summary>A recovery code.</summary>
    /// <param name="Challenge">The attempt that it completes; none within a session.</param>
    /// <param name="Digest">Keyed digest of the code.</param>
    public sealed record RecoveryCode(string? Challenge, string Digest) : Evidence
    {
        /// <inheritdoc/>
        public override Factor Factor => Factor.RecoveryCode;
    }
}
