using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Proxies;

/// <summary>Acting in somebody else's space over HTTP, by the header Mes-Acting-For.</summary>
[Collection(OnePlatform.Name)]
public sealed class ActingForTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_carer_reads_and_adds_settles_nothing_and_leaves_their_name()
    {
        var (holder, carer) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        await platform.People.CareAsync(holder, carer);
        var document = await new Deposit(holder).ByAsync(platform.Visitors.Professional("lab-org"));
        var me = await SignedInAsync(carer);

        (await me.GetAsync($"/fhir/Binary/{document}", holder.ActedFor)).Is(HttpStatusCode.OK);
        (await me.PostAsync("/fhir/DocumentReference", new Deposit(holder) { Type = Deposit.PatientSummary }.Json, holder.ActedFor)).Is(HttpStatusCode.Created);
        (await me.GetAsync("/api/v1/privacy", holder.ActedFor)).IsRefused(HttpStatusCode.Forbidden, "only-the-holder", fhir: false);
        (await me.GetAsync("/api/v1/account/devices", holder.ActedFor)).IsRefused(HttpStatusCode.Forbidden, "only-for-oneself", fhir: false);
        (await me.GetAsync($"/fhir/Patient/{holder.Space}/$everything", holder.ActedFor)).IsRefused(HttpStatusCode.Forbidden, "only-the-holder", fhir: true);

        var history = (await (await SignedInAsync(holder)).GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Text;
        Assert.Contains(carer.Name, history, StringComparison.Ordinal);
        Assert.Contains("beyond-proxy", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_anybody_else_the_space_is_as_one_that_never_was()
    {
        var (holder, carer) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        await platform.People.CareAsync(holder, carer);
        await platform.People.EndCareAsync(holder, carer);
        var me = await SignedInAsync(carer);

        var former = await me.GetAsync("/api/v1/notifications", holder.ActedFor);
        var nobody = await me.GetAsync("/api/v1/notifications", ("Mes-Acting-For", $"{Guid.NewGuid():N}"));
        var malformed = await me.GetAsync("/api/v1/notifications", ("Mes-Acting-For", "x"));
        Assert.All([former, nobody, malformed], answer => answer.IsRefused(HttpStatusCode.NotFound, "person-unknown", fhir: false));
    }

    [Fact]
    public async Task What_the_holder_narrows_holds_from_the_next_request()
    {
        var (holder, carer) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        await platform.People.CareAsync(holder, carer);
        var document = await new Deposit(holder).ByAsync(platform.Visitors.Professional("lab-org"));
        var (me, they) = (await SignedInAsync(carer), await SignedInAsync(holder));
        (await me.GetAsync($"/fhir/Binary/{document}", holder.ActedFor)).Is(HttpStatusCode.OK);

        (await they.PutAsync($"/api/v1/proxies/carers/{carer.Space}", """{"until":"2027-06-30","limits":{"readOnly":true,"categories":["DIR_ANT"]}}"""))
            .Is(HttpStatusCode.OK);

        (await me.GetAsync($"/fhir/Binary/{document}", holder.ActedFor)).Is(HttpStatusCode.NotFound);
        (await me.PostAsync("/fhir/DocumentReference", new Deposit(holder) { Type = Deposit.PatientSummary }.Json, holder.ActedFor)).Is(HttpStatusCode.Forbidden);
    }

    private async Task<Visitor> SignedInAsync(Person person) => platform.Visitors.Citizen(await platform.People.SignInAsync(person));
}
