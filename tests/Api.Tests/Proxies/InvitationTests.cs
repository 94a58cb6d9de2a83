using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Proxies;

/// <summary>Carers and second representatives, from the invitation to the end; children of a card.</summary>
[Collection(OnePlatform.Name)]
public sealed class InvitationTests(RunningPlatform platform)
{
    [Fact]
    public async Task An_invitation_reads_the_same_whether_the_person_exists()
    {
        var (holder, carer) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        var me = await SignedInAsync(holder);

        var known = (await me.PostAsync("/api/v1/proxies/carers", Invite(carer))).Is(HttpStatusCode.Created);
        var wrong = (await me.PostAsync("/api/v1/proxies/carers", Invite(carer, "Quelqu’un"))).Is(HttpStatusCode.Created);
        string[] Names(Answer answer) => [.. answer.Json.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(Names(known), Names(wrong));
        Assert.Equal("pending", wrong.Json.GetProperty("status").GetString());

        Assert.Single((await PeopleOf(carer)).EnumerateArray());
    }

    [Fact]
    public async Task Who_accepts_acts_and_has_an_attestation_until_either_ends_it()
    {
        var (holder, carer) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        var (me, they) = (await SignedInAsync(holder), await SignedInAsync(carer));
        var id = (await me.PostAsync("/api/v1/proxies/carers", Invite(carer))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();
        await PeopleOf(carer);

        (await they.PostAsync($"/api/v1/proxies/people/{holder.Space}/invitations/{id}/accept", "")).Is(HttpStatusCode.NoContent);
        (await they.GetAsync($"/fhir/Patient/{holder.Space}", holder.ActedFor)).Is(HttpStatusCode.OK);
        Assert.Equal("application/pdf", (await they.GetAsync($"/api/v1/proxies/people/{holder.Space}/attestation")).Is(HttpStatusCode.OK).MediaType);
        Assert.Equal("accepted", (await me.GetAsync("/api/v1/proxies")).Json.GetProperty("invitations")[0].GetProperty("status").GetString());

        (await they.DeleteAsync($"/api/v1/proxies/people/{holder.Space}")).Is(HttpStatusCode.NoContent);
        (await they.GetAsync($"/fhir/Patient/{holder.Space}", holder.ActedFor)).Is(HttpStatusCode.NotFound);
        Assert.Empty((await me.GetAsync("/api/v1/proxies")).Json.GetProperty("carers").EnumerateArray());
    }

    [Fact]
    public async Task A_parent_opens_the_space_of_a_child_on_their_card_and_acts_there()
    {
        var parent = await platform.People.ActivatedAsync();
        var child = await platform.People.EnrolAsync(TimeSpan.FromDays(100), born: new(2016, 2, 29), onCardOf: parent);
        var me = await SignedInAsync(parent);
        var listed = (await me.GetAsync("/api/v1/proxies/children")).Is(HttpStatusCode.OK).Json.GetProperty("children")[0];
        Assert.Equal(("addable", child.Space.Value), (listed.GetProperty("profile").GetString(), listed.GetProperty("space").GetString()));
        (await me.GetAsync($"/fhir/Patient/{child.Space}", child.ActedFor)).Is(HttpStatusCode.NotFound);

        (await me.PostAsync("/api/v1/proxies/children", Open(child, certified: false))).IsRefused(HttpStatusCode.UnprocessableEntity, "representation-not-certified", fhir: false);
        var opened = (await me.PostAsync("/api/v1/proxies/children", Open(child))).Is(HttpStatusCode.OK).Json.GetProperty("children")[0];
        Assert.True(opened.GetProperty("activated").GetBoolean());
        (await me.GetAsync($"/fhir/Patient/{child.Space}", child.ActedFor)).Is(HttpStatusCode.OK);
        (await me.GetAsync("/api/v1/privacy", child.ActedFor)).Is(HttpStatusCode.OK);
        Assert.Equal(child.Space.Value, (await PeopleOf(parent))[0].GetProperty("space").GetString());
    }

    [Fact]
    public async Task Who_has_no_such_child_on_their_card_opens_nothing()
    {
        var (parent, other) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        var child = await platform.People.EnrolAsync(TimeSpan.FromDays(100), born: new(2016, 5, 4), onCardOf: parent);
        (await (await SignedInAsync(other)).PostAsync("/api/v1/proxies/children", Open(child))).IsRefused(HttpStatusCode.NotFound, "child-unknown", fhir: false);
    }

    private static string Open(Person child, bool certified = true) =>
        $$"""
        {"children":["{{child.Space}}"],"certifiedOnHonour":{{(certified ? "true" : "false")}},
         "hideNewDocuments":false,"regulationCentre":true,"breakGlass":true,"hiddenInEmergency":false}
        """;

    private static string Invite(Person person, string? firstName = null) =>
        $$"""
        {"matricule":"{{person.Matricule}}","birthName":"{{person.Sheet.BirthName}}","firstName":"{{firstName ?? person.Sheet.FirstName}}",
         "birthDate":"{{person.Sheet.BirthDate:yyyy-MM-dd}}"}
        """;

    // Fed by the outbox: it comes a moment after the answer.
    private async Task<JsonElement> PeopleOf(Person person)
    {
        var me = await SignedInAsync(person);
        for (var tries = 0; ; tries++)
        {
            var people = (await me.GetAsync("/api/v1/proxies/people")).Is(HttpStatusCode.OK).Json.GetProperty("people");
            if (people.GetArrayLength() > 0 || tries == 200)
            {
                return people;
            }

            await Task.Yield();
        }
    }

    private async Task<Visitor> SignedInAsync(Person person) => platform.Visitors.Citizen(await platform.People.SignInAsync(person));
}
