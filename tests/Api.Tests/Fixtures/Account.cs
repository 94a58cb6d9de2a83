using System.Net;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>The login of somebody who has activated their space as everybody does: letter, code, login and password.</summary>
public sealed record Account(RunningPlatform Platform, Person Person, string Login, string Password, string Email)
{
    /// <summary>Password given, the code is in the mail; answers the attempt.</summary>
    public async Task<string> StartAsync() =>
        (await Platform.Visitors.Citizen().PostAsync("/api/v1/session", $$"""{"login":"{{Login}}","password":"{{Password}}"}"""))
            .Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString()!;

    /// <summary>A token, by password and one-time code.</summary>
    public async Task<string> SignInAsync(params (string Name, string Value)[] headers)
    {
        var attempt = await StartAsync();
        var code = await Platform.Mails.LatestCodeAsync(Email);
        return (await Platform.Visitors.Citizen().PostAsync("/api/v1/session/otp", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""", headers))
            .Is(HttpStatusCode.OK).Json.GetProperty("token").GetString()!;
    }
}

/// <summary>Activation, step by step.</summary>
public static class Accounts
{
    /// <summary>Enrols somebody who then activates their space.</summary>
    public static async Task<Account> OpenAccountAsync(this RunningPlatform platform)
    {
        var person = await platform.People.EnrolAsync();
        return await platform.OpenAccountAsync(person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
    }

    /// <summary><paramref name="person"/> activates their space.</summary>
    public static async Task<Account> OpenAccountAsync(this RunningPlatform platform, Person person, string login, string password, string email)
    {
        var nobody = platform.Visitors.Citizen();
        var attempt = await platform.StartActivationAsync(person);
        var code = await platform.People.WriteAsync(person);
        (await nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.OK);
        await platform.VerifyContactAsync(attempt, email);
        (await nobody.PostAsync("/api/v1/activation/complete", Completion(attempt, login, password))).Is(HttpStatusCode.Created);
        return new(platform, person, login, password, email);
    }

    /// <summary>The person's traits are given; answers the attempt.</summary>
    public static async Task<string> StartActivationAsync(this RunningPlatform platform, Person person) =>
        (await platform.Visitors.Citizen().PostAsync("/api/v1/activation/start", Traits(person))).Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString()!;

    /// <summary>The person, proven, shows that they read what comes to <paramref name="email"/>.</summary>
    public static async Task VerifyContactAsync(this RunningPlatform platform, string attempt, string email)
    {
        var nobody = platform.Visitors.Citizen();
        (await nobody.PostAsync("/api/v1/activation/contact", $$"""{"attempt":"{{attempt}}","email":"{{email}}"}""")).Is(HttpStatusCode.Accepted);
        var code = await platform.Mails.LatestCodeAsync(email);
        (await nobody.PostAsync("/api/v1/activation/contact/verify", $$"""{"attempt":"{{attempt}}","code":"{{code}}"}""")).Is(HttpStatusCode.NoContent);
    }

    public static string Traits(Person person) =>
        $$"""{"matricule":"{{person.Matricule}}","birthDate":"{{person.Sheet.BirthDate:yyyy-MM-dd}}","cardSerial":"{{person.Sheet.CardSerial}}"}""";

    public static string Completion(string attempt, string login, string password) =>
        $$"""
        {"attempt":"{{attempt}}","login":"{{login}}","password":"{{password}}",
         "hideNewDocuments":false,"regulationCentre":true,"breakGlass":true,"hiddenInEmergency":false}
        """;
}
