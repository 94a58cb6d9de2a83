using System.Text.Json.Nodes;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>A fictive person whom a development provider vouches for.</summary>
/// <param name="Id">Who it is at the provider (<c>sub</c>); for a professional, also how software names them (<c>login_hint</c>).</param>
/// <param name="Label">The person on the page where one is chosen.</param>
/// <param name="Claims">What the provider says of them; <c>sub</c> is added.</param>
internal sealed record DevelopmentSubject(string Id, string Label, JsonObject Claims);
