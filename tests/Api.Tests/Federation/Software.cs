using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Federation.Development;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>The software of a hospital: it signs its professionals in at Pro Santé Connect, and calls with the hospital's certificate.</summary>
public sealed class Software(RunningPlatform platform)
{
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>The name of the hospital's certificate.</summary>
    public string Certificate { get; init; } = "hospital-org";

    public Visitor Alone => platform.Visitors.Professional(Certificate);


    public static Software OfTheHospital(RunningPlatform platform)
    {
        platform.Services.GetRequiredService<DevelopmentAuthority>().ForOrganisation(
            "hospital-org", new(DevelopmentPeople.Specialist.IdNatStruct, DevelopmentPeople.Specialist.StructureName, "Paris (75)", "LOGICIEL-TEST"));
        return new(platform);
    }

    /// <summary>A token of Pro Santé Connect for <paramref name="person"/>, as software asks for it (CIBA).</summary>
    public async Task<string> AssertionAsync(string person)
    {
        var nobody = platform.Visitors.Citizen();
        var asked = await nobody.SendAsync(HttpMethod.Post, "/dev/psc/backchannel", Form(
            ("client_id", DevelopmentProvider.Software), ("client_secret", DevelopmentProvider.SoftwareSecret), ("login_hint", person), ("scope", "openid scope_all")));
        var tokens = await nobody.SendAsync(HttpMethod.Post, "/dev/psc/token", Form(
            ("client_id", DevelopmentProvider.Software), ("client_secret", DevelopmentProvider.SoftwareSecret),
            ("grant_type", "urn:openid:params:grant-type:ciba"), ("auth_req_id", asked.Is(HttpStatusCode.OK).Json.GetProperty("auth_req_id").GetString()!)));
        return tokens.Is(HttpStatusCode.OK).Json.GetProperty("access_token").GetString()!;
    }

    /// <summary>A token that Pro Santé Connect would sign for <paramref name="person"/> if it said something else.</summary>
    public string Altered(string person, Action<JsonObject> alter) =>
        ProviderOf(platform).AccessToken(ProviderOf(platform).People.Single(known => known.Id == person), DevelopmentProvider.Software, alter);

    public Task<Answer> ExchangeAsync(string assertion, params (string Name, string Value)[] more) => Alone.SendAsync(
        HttpMethod.Post, "/oauth/token", Form([("grant_type", Exchange), ("subject_token_type", AccessToken), ("subject_token", assertion), .. more]));

    /// <summary>The software with a token for <paramref name="person"/>.</summary>
    public async Task<string> TokenForAsync(string person) =>
        (await ExchangeAsync(await AssertionAsync(person))).Is(HttpStatusCode.OK).Json.GetProperty("access_token").GetString()!;

    public Task<Answer> GetAsync(string path, string token) => Alone.GetAsync(path, ("Authorization", $"Bearer {token}"));

    public Task<Answer> PostAsync(string path, string token) => Alone.SendAsync(HttpMethod.Post, path, Form(("token", token)));

    internal static DevelopmentProvider ProviderOf(RunningPlatform platform) => platform.Services.GetRequiredService<DevelopmentProviders>().ProSanteConnect;

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
