using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Hosting;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>The doors of a development provider, under <c>/dev</c> on the citizens' listener.</summary>
internal sealed class DevelopmentProviderEndpoints(DevelopmentProvider provider)
{
    private const string BackchannelGrant = "urn:openid:params:grant-type:ciba";
    private const int Refused = StatusCodes.Status400BadRequest;

    public void Map(IEndpointRouteBuilder app)
    {
        var doors = app.MapGroup($"/dev/{provider.Kind.Name}").WithMetadata(new ServedOn(Listener.Citizens));
        doors.MapGet("/.well-known/openid-configuration", Describe);
        doors.MapGet("/keys", () => Results.Json(provider.Keys.Published));
        doors.MapGet("/authorize", Authorize);
        doors.MapPost("/token", TokenAsync);
        doors.MapGet("/userinfo", UserInfo);
        doors.MapGet("/logout", SignOut);
        doors.MapGet("/return", Return);
        if (provider.Kind.ServesSoftware)
        {
            doors.MapPost("/backchannel", BackchannelAsync);
        }
    }

    private IResult Describe()
    {
        var here = provider.Issuer.OriginalString;
        var description = new JsonObject
        {
            ["issuer"] = here, ["authorization_endpoint"] = $"{here}/authorize", ["token_endpoint"] = $"{here}/token",
            ["userinfo_endpoint"] = $"{here}/userinfo", ["jwks_uri"] = $"{here}/keys", ["end_session_endpoint"] = $"{here}/logout",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("pairwise"), ["id_token_signing_alg_values_supported"] = new JsonArray(provider.Kind.Algorithm),
            ["code_challenge_methods_supported"] = new JsonArray("S256"), ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
        };
        if (provider.Kind.ServesSoftware)
        {
            description["backchannel_authentication_endpoint"] = $"{here}/backchannel";
        }

        return Results.Json(description);
    }

    /// <summary>A page with everybody on it; choosing somebody asks again, with <c>person</c>, and goes back to the platform.</summary>
    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != DevelopmentProvider.Platform || asked["redirect_uri"] != provider.RedirectUri.OriginalString
            || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || asked["code_challenge"] is not [{ Length: > 0 } challenge])
        {
            return Results.StatusCode(Refused);
        }

        if (asked["person"].ToString() is not { Length: > 0 } chosen)
        {
            return DevelopmentPages.Choice(provider, person => $"{request.Path}{request.QueryString}&person={Uri.EscapeDataString(person.Id)}");
        }

        if (provider.People.FirstOrDefault(person => person.Id == chosen) is not { } person)
        {
            return Results.StatusCode(Refused);
        }

        var code = provider.Grant(person, DevelopmentProvider.Platform, asked["nonce"], challenge);
        return Results.Redirect($"{provider.RedirectUri.OriginalString}?code={code}&state={Uri.EscapeDataString(asked["state"].ToString())}");
    }

    /// <summary>Sign-in away from any browser, for software of professionals (CIBA, poll mode): here the person agrees at once.</summary>
    private async Task<IResult> BackchannelAsync(HttpRequest request)
    {
        var form = await FormAsync(request);
        return form["client_id"] == DevelopmentProvider.Software && form["client_secret"] == DevelopmentProvider.SoftwareSecret
            && provider.People.FirstOrDefault(person => person.Id == form["login_hint"]) is { } person
            ? Results.Json(new JsonObject { ["auth_req_id"] = provider.Grant(person, DevelopmentProvider.Software, null, null), ["expires_in"] = 60, ["interval"] = 1 })
            : Results.StatusCode(Refused);
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await FormAsync(request);
        var client = form["client_id"].ToString();
        var known = (client == DevelopmentProvider.Platform && form["client_secret"] == provider.Secret)
            || (client == DevelopmentProvider.Software && form["client_secret"] == DevelopmentProvider.SoftwareSecret);
        var grant = form["grant_type"].ToString() switch
        {
            "authorization_code" => form["code"].ToString(),
            BackchannelGrant => form["auth_req_id"].ToString(),
            _ => "",
        };
        return known && provider.Redeem(client, grant, form["code_verifier"]) is { } tokens ? Results.Json(tokens) : Results.StatusCode(Refused);
    }

    private IResult UserInfo(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || provider.UserInfo(header["Bearer ".Length..]) is not { } claims)
        {
            return Results.StatusCode((int)HttpStatusCode.Unauthorized);
        }

        if (!provider.Kind.SignsUserInfo)
        {
            return Results.Json(claims);
        }

        claims["iss"] = provider.Issuer.OriginalString;
        claims["aud"] = DevelopmentProvider.Platform;
        return Results.Text(provider.Keys.Sign(claims), "application/jwt", Encoding.ASCII);
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request) => request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;

    private static IResult SignOut() => DevelopmentPages.Text("Vous êtes déconnecté du fournisseur de développement.");

    /// <summary>Where browsers come back to as long as no page of a portal is named: shows what to complete the sign-in with.</summary>
    private static IResult Return(HttpRequest request) =>
        DevelopmentPages.Text($"code : {request.Query["code"]}", $"state : {request.Query["state"]}");
}
