using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>Somebody whose space is open, signed in.</summary>
public sealed record Somebody(Person Person, Visitor Me)
{
    /// <summary>The address of a search of their resources of one type.</summary>
    public string Search(string type, string parameters) => $"/fhir/{type}?patient={Person.Space}{(parameters.Length == 0 ? "" : "&" + parameters)}";
}

/// <summary>Brings people whose resources a test is about.</summary>
public static class ResourceWorld
{
    public static async Task<Somebody> SomebodyAsync(this RunningPlatform platform)
    {
        var person = await platform.People.ActivatedAsync();
        return new(person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }
}
