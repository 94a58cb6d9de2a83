using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>Networks repeat requests; records hold one document.</summary>
[Collection(OnePlatform.Name)]
public sealed class IdempotencyTests(RunningPlatform platform)
{
    private const string Path = "/fhir/DocumentReference";

    private Visitor Lab => platform.Visitors.Professional("lab-org");

    [Fact]
    public async Task The_same_key_with_the_same_body_gives_the_first_result_again()
    {
        var person = await platform.People.EnrolAsync();
        var deposit = new Deposit(person);

        var first = (await Lab.PostAsync(Path, deposit.Json, Key(person))).Is(HttpStatusCode.Created);
        var again = (await Lab.PostAsync(Path, deposit.Json, Key(person))).Is(HttpStatusCode.Created);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Headers["Location"], again.Headers["Location"]);
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict_and_the_first_result_stays()
    {
        var person = await platform.People.EnrolAsync();
        var deposit = new Deposit(person);
        var id = (await Lab.PostAsync(Path, deposit.Json, Key(person))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();

        var other = await Lab.PostAsync(Path, (deposit with { UniqueId = $"urn:uuid:{Guid.NewGuid()}", Content = [.. "%PDF-other"u8] }).Json, Key(person));

        other.IsRefused(HttpStatusCode.Conflict, "command-id-reused", fhir: true);
        var content = await platform.Visitors.Professional("gp").GetAsync($"/fhir/Binary/{id}");
        Assert.Equal(deposit.Content, content.Is(HttpStatusCode.OK).Body);
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task Two_callers_may_choose_the_same_key()
    {
        var person = await platform.People.EnrolAsync();
        (await Lab.PostAsync(Path, new Deposit(person).Json, Key(person))).Is(HttpStatusCode.Created);
        (await platform.Visitors.Professional("gp").PostAsync(Path, new Deposit(person).Json, Key(person))).Is(HttpStatusCode.Created);

        Assert.Equal(2, await CountAsync(person));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a space in it")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var person = await platform.People.EnrolAsync();
        (await Lab.PostAsync(Path, new Deposit(person).Json, ("Idempotency-Key", key))).IsRefused(HttpStatusCode.BadRequest, "idempotency-key-invalid", fhir: true);
        Assert.Equal(0, await CountAsync(person));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Thirty_two_duplicates_at_once_make_one_document(bool keyed)
    {
        var person = await platform.People.EnrolAsync();
        var json = new Deposit(person).Json;

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => keyed ? Lab.PostAsync(Path, json, Key(person)) : Lab.PostAsync(Path, json)));

        Assert.Single(answers.Select(answer => answer.Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()).Distinct());
        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task Another_document_under_a_known_unique_identifier_is_a_conflict()
    {
        var person = await platform.People.EnrolAsync();
        var deposit = new Deposit(person);
        var id = await deposit.ByAsync(Lab);

        (await Lab.PostAsync(Path, (deposit with { Content = [.. "%PDF-other"u8] }).Json)).IsRefused(HttpStatusCode.Conflict, "document-already-deposited", fhir: true);
        (await platform.Visitors.Professional("gp").PostAsync(Path, deposit.Json)).IsRefused(HttpStatusCode.Conflict, "document-already-deposited", fhir: true);
        Assert.Equal(id, await deposit.ByAsync(Lab));
    }

    private static (string, string) Key(Person person) => ("Idempotency-Key", $"key-{person.Space}");

    private async Task<int> CountAsync(Person person) =>
        (await platform.Visitors.Professional("gp").GetAsync($"{Path}?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
