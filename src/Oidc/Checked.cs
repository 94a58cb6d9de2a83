using System.Diagnostics.CodeAnalysis;

namespace MonEspaceSante.Oidc;

/// <summary>What a provider said, once checked; or why it is not believed.</summary>
/// <typeparam name="T">What was to be checked.</typeparam>
public sealed record Checked<T>
    where T : class
{
    private Checked(T? value, OidcFault? fault) => (Value, Fault) = (value, fault);

    /// <summary>What may be believed; <see langword="null"/> where nothing may.</summary>
    public T? Value { get; }

    /// <summary>Why nothing is believed.</summary>
    public OidcFault? Fault { get; }

    /// <summary>Whether there is something to believe.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Believed => Fault is null;

    /// <summary>Something to believe.</summary>
    public static implicit operator Checked<T>(T value) => new(value, null);

    /// <summary>Nothing to believe, and why.</summary>
    public static implicit operator Checked<T>(OidcFault fault) => new(null, fault);
}

/// <summary>Why what came from a provider, or in its name, is not believed. Told to logs and tests; a stranger is told none of it.</summary>
public enum OidcFault
{
    /// <summary>The provider does not answer in time, or not as OpenID Connect says.</summary>
    ProviderUnavailable,

    /// <summary>The provider does not honour the code or the token.</summary>
    ProviderRefused,

    /// <summary>The answer is to another request than the one that this browser made.</summary>
    StateWrong,

    /// <summary>Not a signed token, or one too long.</summary>
    Malformed,

    /// <summary>Unsigned, or signed by another algorithm than ES256 and RS256.</summary>
    AlgorithmRefused,

    /// <summary>Signed by a key that the provider does not publish.</summary>
    KeyUnknown,

    /// <summary>The signature does not fit.</summary>
    SignatureWrong,

    /// <summary>Issued by somebody else.</summary>
    IssuerWrong,

    /// <summary>Issued for somebody else.</summary>
    AudienceWrong,

    /// <summary>Too old, without an end, or not valid yet.</summary>
    Expired,

    /// <summary>Issued for another sign-in.</summary>
    NonceWrong,

    /// <summary>The person was not authenticated as strongly as is asked here.</summary>
    LevelTooLow,

    /// <summary>The claims are those of somebody else.</summary>
    SubjectWrong,
}
