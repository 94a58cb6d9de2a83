namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>Whom passkeys are made for (configuration section <c>Passkeys</c>). Changing the domain makes every passkey useless: they are bound to it.</summary>
internal sealed record PasskeyOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Passkeys";

    /// <summary>The relying party's identity: a domain that the pages are on, or one above it (WebAuthn, 5.1.2).</summary>
    public string Domain { get; init; } = "localhost";

    /// <summary>
    /// The origins of the pages that may ask for passkeys, such as <c>https://espace.example.org</c>, separated by semicolons. Where there are none:
    /// every port of the domain itself, over TLS.
    /// </summary>
    public string Origins { get; init; } = "";

    /// <summary>Whether a page of <paramref name="origin"/> may ask.</summary>
    public bool Allows(string origin) => Origins.Length > 0
        ? Origins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Contains(origin, StringComparer.OrdinalIgnoreCase)
        : Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps
            && string.Equals(page.Host, Domain, StringComparison.OrdinalIgnoreCase);
}
