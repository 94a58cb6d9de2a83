using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>A browser that goes to a development provider and comes back.</summary>
public sealed class Browser(RunningPlatform platform)
{
    private readonly Visitor _nobody = platform.Visitors.Citizen();

    /// <summary>The sign-in that <paramref name="start"/> begins, after <paramref name="person"/> was chosen at the provider.</summary>
    public async Task<Back> GoAsync(string start, string person)
    {
        var sentOff = (await _nobody.PostAsync(start, "{}")).Is(HttpStatusCode.OK).Json;
        return await ChooseAsync(sentOff, person);
    }

    public async Task<Back> ChooseAsync(JsonElement sentOff, string person)
    {
        var location = new Uri(sentOff.GetProperty("location").GetString()!);
        var page = (await _nobody.GetAsync(location.PathAndQuery)).Is(HttpStatusCode.OK);
        Assert.Equal("text/html", page.MediaType);
        var back = (await _nobody.GetAsync($"{location.PathAndQuery}&person={Uri.EscapeDataString(person)}")).Is(HttpStatusCode.Redirect);
        var query = QueryHelpers.ParseQuery(new Uri(back.Headers["Location"]).Query);
        return new(sentOff.GetProperty("attempt").GetString()!, query["code"]!, query["state"]!);
    }

    /// <summary>The session of the professional <paramref name="person"/>, in the exercise at <paramref name="exercise"/>.</summary>
    public async Task<Visitor> SignInProfessionalAsync(string person, int exercise = 0)
    {
        var back = await GoAsync("/api/v1/professional/session/start", person);
        (await _nobody.PostAsync("/api/v1/professional/session/exercises", back.Json)).Is(HttpStatusCode.OK);
        var begun = await _nobody.PostAsync("/api/v1/professional/session", $$"""{"attempt":"{{back.Attempt}}","exercise":{{exercise}}}""");
        return platform.Visitors.Citizen(begun.Is(HttpStatusCode.OK).Json.GetProperty("token").GetString()!);
    }
}

/// <summary>A browser that is back.</summary>
public sealed record Back(string Attempt, string Code, string State)
{
    public string Json => $$"""{"attempt":"{{Attempt}}","code":"{{Code}}","state":"{{State}}"}""";

    /// <summary>What activation asks for beside it.</summary>
    public string With(Person person) =>
        $$"""{"attempt":"{{Attempt}}","code":"{{Code}}","state":"{{State}}","matricule":"{{person.Matricule}}","cardSerial":"{{person.Sheet.CardSerial}}"}""";
}
