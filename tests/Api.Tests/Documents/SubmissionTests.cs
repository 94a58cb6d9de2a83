using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>Several documents in one submission set (ITI-65): all of them, or none.</summary>
[Collection(OnePlatform.Name)]
public sealed class SubmissionTests(RunningPlatform platform)
{
    private Visitor Lab => platform.Visitors.Professional("lab-org");

    [Fact]
    public async Task A_set_brings_its_documents_once_however_often_it_is_sent()
    {
        var person = await platform.People.EnrolAsync();
        var json = new Submission(person, new Deposit(person), new Deposit(person)).Json;
        var key = ("Idempotency-Key", $"set-{person.Space}");

        var first = (await Lab.PostAsync("/fhir", json, key)).Is(HttpStatusCode.OK);
        var again = (await Lab.PostAsync("/fhir", json, key)).Is(HttpStatusCode.OK);

        Assert.Equal("transaction-response", first.Json.GetProperty("type").GetString());
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(2, await CountAsync(person));
    }

    [Fact]
    public async Task One_wrong_document_keeps_out_the_whole_set()
    {
        var person = await platform.People.EnrolAsync();
        var json = new Submission(person, new Deposit(person), new Deposit(person) { Type = "99999-9" }).Json;

        (await Lab.PostAsync("/fhir", json)).IsRefused(HttpStatusCode.UnprocessableEntity, "document-type-unknown", fhir: true);

        Assert.Equal(0, await CountAsync(person));
    }

    [Fact]
    public async Task A_set_is_about_one_person()
    {
        var (person, other) = (await platform.People.EnrolAsync(), await platform.People.EnrolAsync());

        var refused = await Lab.PostAsync("/fhir", new Submission(person, new Deposit(person), new Deposit(other)).Json);

        refused.IsRefused(refused.Status, refused.Code!, fhir: true);
        Assert.Equal(0, await CountAsync(person));
        Assert.Equal(0, await CountAsync(other));
    }

    private async Task<int> CountAsync(Person person) =>
        (await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
