using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Federation.Tokens;

/// <summary>
/// The authorisation server of professionals' software, on their listener: exchange (RFC 8693), introspection (RFC 7662), revocation (RFC 7009).
/// The certificate of the structure is the credential (RFC 8705, section 2); there is no client secret.
/// </summary>
internal static class TokenEndpoints
{
    private const string ExchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";
    private const string JwtType = "urn:ietf:params:oauth:token-type:jwt";

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var served = app.MapGroup("").WithMetadata(new ServedOn(Listener.Professionals), new RequestSizeLimitAttribute(BodyLimits.Json));
        served.MapPost("/oauth/token", ExchangeAsync).WithMetadata(new NeedsCaller());
        served.MapPost("/oauth/introspect", IntrospectAsync).WithMetadata(new NeedsCaller());
        served.MapPost("/oauth/revoke", RevokeAsync).WithMetadata(new NeedsCaller());
        served.MapGet("/.well-known/smart-configuration", Configuration).WithMetadata(new NeedsCaller());
    }

    private static async Task<IResult> ExchangeAsync(HttpContext context, TokenExchange exchange)
    {
        if (context.RequiredCaller() is not Caller.Organisation organisation)
        {
            return NotAClient();
        }

        if (await ReadAsync(context) is not { } form || form["grant_type"] != ExchangeGrant || form["subject_token_type"] is not (AccessTokenType or JwtType)
            || (form["requested_token_type"] ?? AccessTokenType) != AccessTokenType)
        {
            return Refused("invalid_request", FederationRefusals.ExchangeMalformed);
        }

        var issued = await exchange.ExchangeAsync(organisation, form["subject_token"], form["exercise"], context.RequestAborted);
        return issued.Accepted
            ? Results.Ok(new TokenAnswer(issued.Value.Token, AccessTokenType, "Bearer", (int)issued.Value.Lifetime.TotalSeconds))
            : Refused(issued.Refusal.Kind is RefusalKind.Invalid ? "invalid_request" : "invalid_grant", issued.Refusal);
    }

    private static async Task<IResult> IntrospectAsync(HttpContext context, BoundTokens tokens)
    {
        if (context.RequiredCaller() is not Caller.Organisation organisation)
        {
            return NotAClient();
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        var bound = await ReadAsync(context) is { } form && form["token"] is { } token ? await tokens.ShowAsync(token, organisation.CertificateDigest) : null;
        return Results.Ok(bound is null ? new IntrospectionAnswer(false) : new(
            true, "Bearer", bound.Professional.Id.Value, organisation.Id.Value, bound.IssuedAt.ToUnixTimeSeconds(), bound.ExpiresAt.ToUnixTimeSeconds(),
            new(TokenExchange.Thumbprint(bound.Certificate))));
    }

    // RFC 7009, section 2.2: a token that nobody knows is revoked already.
    private static async Task<IResult> RevokeAsync(HttpContext context, BoundTokens tokens)
    {
        if (context.RequiredCaller() is not Caller.Organisation organisation)
        {
            return NotAClient();
        }

        using var acting = CallerContext.Become(SignInDesk.Component);
        if (await ReadAsync(context) is { } form && form["token"] is { } token)
        {
            await tokens.RevokeAsync(token, organisation.CertificateDigest);
        }

        return Results.Ok();
    }

    /// <summary>SMART App Launch, section on discovery: nothing that is not there, hence no authorisation endpoint and no capability.</summary>
    private static IResult Configuration(HttpContext context)
    {
        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        return Results.Ok(new ConfigurationAnswer(
            $"{here}/oauth/token", $"{here}/oauth/introspect", $"{here}/oauth/revoke", [ExchangeGrant], ["tls_client_auth"], true, []));
    }

    // One value for each parameter (RFC 6749, section 3.2).
    private static async Task<OneOfEach?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form.All(parameter => parameter.Value.Count == 1) ? new(form) : null;
    }

    private static IResult NotAClient() => Refused("invalid_client", EdgeRefusals.NotAuthenticated);

    private static IResult Refused(string error, Refusal refusal) =>
        Results.Json(new ErrorAnswer(error, refusal.English, refusal.Code), statusCode: Refusals.Status(refusal.Kind));

    private sealed class OneOfEach(IFormCollection form)
    {
        public string? this[string name] => form.TryGetValue(name, out var values) && values[0] is { Length: > 0 } value ? value : null;
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string Token, [property: JsonPropertyName("issued_token_type")] string IssuedType,
        [property: JsonPropertyName("token_type")] string Type, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record IntrospectionAnswer(
        bool Active, [property: JsonPropertyName("token_type")] string? Type = null, string? Sub = null,
        [property: JsonPropertyName("client_id")] string? Client = null, long? Iat = null, long? Exp = null, ConfirmationAnswer? Cnf = null);

    private sealed record ConfirmationAnswer([property: JsonPropertyName("x5t#S256")] string Thumbprint);

    private sealed record ErrorAnswer(string Error, [property: JsonPropertyName("error_description")] string Description, string Code);

    private sealed record ConfigurationAnswer(
        [property: JsonPropertyName("token_endpoint")] string Token, [property: JsonPropertyName("introspection_endpoint")] string Introspection,
        [property: JsonPropertyName("revocation_endpoint")] string Revocation, [property: JsonPropertyName("grant_types_supported")] string[] Grants,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] string[] Authentication,
        [property: JsonPropertyName("tls_client_certificate_bound_access_tokens")] bool Bound, string[] Capabilities);
}
