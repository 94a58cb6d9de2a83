namespace MonEspaceSante.Oidc;

/// <summary>A person whom a provider has authenticated.</summary>
/// <param name="Subject">Who it is at this provider (<c>sub</c>): the same for us at each sign-in, at most 255 characters.</param>
/// <param name="Level">How strongly they were authenticated (<c>acr</c>), where the provider says.</param>
/// <param name="Claims">What the provider says of them.</param>
/// <param name="IdToken">The identity token, to sign out with.</param>
public sealed record AuthenticatedPerson(string Subject, string? Level, Claims Claims, string IdToken);

/// <summary>Whose an access token is.</summary>
/// <param name="Token">What the token itself says.</param>
/// <param name="Person">What the provider says of the person.</param>
public sealed record BearerOfToken(Claims Token, Claims Person);
