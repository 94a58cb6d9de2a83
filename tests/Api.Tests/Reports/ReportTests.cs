using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Reports;

/// <summary>A citizen reports, support handles, and sees of the record what the citizen let it see.</summary>
[Collection(OnePlatform.Name)]
public sealed class ReportTests(RunningPlatform platform)
{
    private Visitor Support => platform.Visitors.Professional("support");

    [Fact]
    public async Task A_report_of_a_document_is_handled_and_the_citizen_is_told()
    {
        var (_, me, document) = await WithDocumentAsync();
        var made = (await me.PostAsync("/api/v1/reports", Report("document", document, share: true))).Is(HttpStatusCode.Created).Json;
        Assert.Equal("Prise de sang", made.GetProperty("shared").GetProperty("documentTitle").GetString());
        var id = made.GetProperty("id").GetString();

        var line = (await Support.GetAsync("/api/v1/support/reports")).Is(HttpStatusCode.OK).Json.GetProperty("reports").EnumerateArray()
            .Single(line => line.GetProperty("id").GetString() == id);
        Assert.Equal(["id", "subject", "state", "at"], line.EnumerateObject().Select(property => property.Name));

        (await Support.GetAsync($"/api/v1/support/reports/{id}")).IsRefused(HttpStatusCode.Conflict, "report-in-other-hands", fhir: false);
        (await Support.PostAsync($"/api/v1/support/reports/{id}/take", "")).Is(HttpStatusCode.OK);
        var read = (await Support.GetAsync($"/api/v1/support/reports/{id}")).Is(HttpStatusCode.OK).Json;
        Assert.Equal("Prise de sang", read.GetProperty("evidence").GetProperty("documentTitle").GetString());
        (await Support.PostAsync($"/api/v1/support/reports/{id}/answer", """{"text":"Nous avons demandé au laboratoire."}""")).Is(HttpStatusCode.OK);
        Assert.Contains("report-answered", await Notices.ReadAsync(me, kinds => kinds.Contains("report-answered")));
        var mine = Assert.Single((await me.GetAsync("/api/v1/reports")).Is(HttpStatusCode.OK).Json.GetProperty("reports").EnumerateArray());
        Assert.Equal(("answered", "Nous avons demandé au laboratoire."), (mine.GetProperty("state").GetString(), mine.GetProperty("answer").GetString()));
        (await Support.PostAsync($"/api/v1/support/reports/{id}/close", "")).Is(HttpStatusCode.OK);
        (await Support.GetAsync($"/api/v1/support/reports/{id}")).IsRefused(HttpStatusCode.NotFound, "report-unknown", fhir: false);
    }

    [Fact]
    public async Task Without_the_consent_support_sees_nothing_of_the_record()
    {
        var (_, me, document) = await WithDocumentAsync();
        var id = (await me.PostAsync("/api/v1/reports", Report("document", document, share: false))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();
        (await Support.PostAsync($"/api/v1/support/reports/{id}/take", "")).Is(HttpStatusCode.OK);
        var read = (await Support.GetAsync($"/api/v1/support/reports/{id}")).Is(HttpStatusCode.OK);
        Assert.False(read.Json.TryGetProperty("evidence", out _));
        Assert.DoesNotContain("Prise de sang", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_professional_lends_the_trace_of_their_accesses()
    {
        var (person, me, _) = await WithDocumentAsync();
        (await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", ("Mes-Consent", "declared"))).Is(HttpStatusCode.OK);
        var made = (await me.PostAsync("/api/v1/reports", Report("professional", DevelopmentPeople.Specialist.Rpps, share: true))).Is(HttpStatusCode.Created).Json;
        var access = Assert.Single(made.GetProperty("shared").GetProperty("accesses").EnumerateArray());
        Assert.Equal(("listed-documents", true), (access.GetProperty("action").GetString(), access.GetProperty("allowed").GetBoolean()));
    }

    [Fact]
    public async Task A_withdrawn_report_leaves_the_worklist()
    {
        var (_, me, _) = await WithDocumentAsync();
        var id = (await me.PostAsync("/api/v1/reports", Report("service", "Appli", share: false))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();
        (await me.PostAsync($"/api/v1/reports/{id}/withdraw", "")).Is(HttpStatusCode.NoContent);
        (await Support.PostAsync($"/api/v1/support/reports/{id}/take", "")).IsRefused(HttpStatusCode.NotFound, "report-unknown", fhir: false);
    }

    [Theory]
    [InlineData("professional", "not a number")]
    [InlineData("service", " ")]
    [InlineData("document", "00000000000000000000000000000000")]
    public async Task What_cannot_be_told_is_not_reported(string subject, string reference)
    {
        var (_, me, _) = await WithDocumentAsync();
        (await me.PostAsync("/api/v1/reports", Report(subject, reference, share: false)))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "report-reference-invalid", fhir: false);
    }

    [Theory]
    [InlineData("secretary")]
    [InlineData("gp")]
    [InlineData("insurer-org")]
    public async Task Nobody_else_is_support(string visitor) =>
        (await platform.Visitors.Professional(visitor).GetAsync("/api/v1/support/reports")).IsRefused(HttpStatusCode.Forbidden, "support-only", fhir: false);

    private async Task<(Person, Visitor, string)> WithDocumentAsync()
    {
        var person = await platform.People.ActivatedAsync();
        var document = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)), document);
    }

    private static string Report(string subject, string reference, bool share) =>
        $$"""{"subject":"{{subject}}","reference":"{{reference}}","text":"Je ne reconnais pas cela.","shareContent":{{(share ? "true" : "false")}}}""";
}
