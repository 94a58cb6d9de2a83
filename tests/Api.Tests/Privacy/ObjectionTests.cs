using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>Whom the holder does not want to feed the record, on a legitimate ground (R. 1111-47).</summary>
[Collection(OnePlatform.Name)]
public sealed class ObjectionTests(RunningPlatform platform)
{
    private static readonly string Laboratory = $$"""{"structure":"{{DevelopmentPeople.Laboratory.Subject.IdNatStruct}}"}""";

    private static readonly string Grounded =
        $$"""{"structure":"{{DevelopmentPeople.Laboratory.Subject.IdNatStruct}}","ground":"Mon ancien conjoint y travaille."}""";

    [Fact]
    public async Task A_structure_that_the_holder_objects_to_adds_nothing_until_the_objection_is_lifted()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/objections", Grounded)).Is(HttpStatusCode.OK);
        (await DepositAsync(person)).IsRefused(HttpStatusCode.Forbidden, "feeding-objected", fhir: true);
        var objection = Assert.Single((await me.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK).Json.GetProperty("objections").EnumerateArray());
        Assert.Equal("Mon ancien conjoint y travaille.", objection.GetProperty("ground").GetString());

        (await me.PostAsync("/api/v1/privacy/objections/lift", Laboratory)).Is(HttpStatusCode.NoContent);
        (await DepositAsync(person)).Is(HttpStatusCode.Created);
        (await me.PostAsync("/api/v1/privacy/objections/lift", Laboratory)).IsRefused(HttpStatusCode.NotFound, "feeding-objection-unknown", fhir: false);
    }

    [Fact]
    public async Task Without_a_ground_nobody_is_objected_to()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        (await me.PostAsync("/api/v1/privacy/objections", Grounded.Replace("Mon ancien conjoint y travaille.", "Non.", StringComparison.Ordinal)))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "feeding-objection-without-ground", fhir: false);
        (await DepositAsync(person)).Is(HttpStatusCode.Created);
    }

    private Task<Answer> DepositAsync(Person person) =>
        platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", new Deposit(person).Json);
}
