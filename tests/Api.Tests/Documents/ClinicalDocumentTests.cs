using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>CDA documents, held against what they are deposited with and shown as pages.</summary>
[Collection(OnePlatform.Name)]
public sealed class ClinicalDocumentTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_structured_document_is_shown_as_a_page_to_who_asks_for_one_and_as_it_is_to_others()
    {
        var id = await (await DepositAsync()).ByAsync(platform.Visitors.Professional("lab-org"));
        var doctor = platform.Visitors.Professional("gp");

        var page = (await doctor.GetAsync($"/fhir/Binary/{id}", ("Accept", "text/html"))).Is(HttpStatusCode.OK);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("<h2>Conclusion</h2><div>Tout va bien</div>", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("sandbox; default-src 'none';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-store"), (page.Headers["X-Content-Type-Options"], page.Headers["Cache-Control"]));

        var raw = (await doctor.GetAsync($"/fhir/Binary/{id}", ("Accept", "*/*"))).Is(HttpStatusCode.OK);
        Assert.Equal(("text/xml", "attachment"), (raw.MediaType, raw.Headers["Content-Disposition"]));
    }

    [Fact]
    public async Task A_document_of_another_type_than_its_deposit_says_is_refused()
    {
        var deposit = await DepositAsync() with { Type = Deposit.Consultation };

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", deposit.Json)).IsRefused(HttpStatusCode.UnprocessableEntity, "cda-type-differs", fhir: true);
    }

    [Fact]
    public async Task A_document_about_somebody_else_is_refused()
    {
        var other = await platform.People.EnrolAsync();
        var deposit = await DepositAsync() with { Person = other };

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", deposit.Json)).IsRefused(HttpStatusCode.UnprocessableEntity, "cda-patient-differs", fhir: true);
    }

    private async Task<Deposit> DepositAsync()
    {
        var person = await platform.People.EnrolAsync();
        var uniqueId = Guid.NewGuid();
        return new Deposit(person)
        {
            UniqueId = $"urn:uuid:{uniqueId}", Media = "text/xml",
            Content = Encoding.UTF8.GetBytes($"""
                <ClinicalDocument xmlns="urn:hl7-org:v3">
                  <id root="{uniqueId}"/><code code="{Deposit.BloodTest}" codeSystem="2.16.840.1.113883.6.1"/><effectiveTime value="20260120103000+0100"/>
                  <recordTarget><patientRole><id root="{person.System["urn:oid:".Length..]}" extension="{person.Matricule}"/></patientRole></recordTarget>
                  <component><structuredBody><component><section><title>Conclusion</title><text>Tout va bien</text></section></component></structuredBody></component>
                </ClinicalDocument>
                """),
        };
    }
}
