using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>A minor's record opened in secret connection, over HTTP (EX_2.1-1050).</summary>
[Collection(OnePlatform.Name)]
public sealed class SecretConnectionTests(RunningPlatform platform)
{
    private static readonly (string, string) Secret = ("Mes-Connection", "secret");

    [Fact]
    public async Task What_is_deposited_in_it_is_withheld_from_the_representatives()
    {
        var child = await platform.People.EnrolAsync(TimeSpan.FromDays(100), born: new(2014, 3, 4));
        var gp = platform.Visitors.Professional("gp");

        var secret = (await gp.PostAsync("/fhir/DocumentReference", new Deposit(child).Json, Secret)).Is(HttpStatusCode.Created);
        var ordinary = (await gp.PostAsync("/fhir/DocumentReference", new Deposit(child).Json)).Is(HttpStatusCode.Created);

        Assert.Contains("INVISIBLE_REPRESENTANTS_LEGAUX", secret.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INVISIBLE_REPRESENTANTS_LEGAUX", ordinary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submission_in_it_is_withheld_too()
    {
        var child = await platform.People.EnrolAsync(TimeSpan.FromDays(100), born: new(2014, 3, 4));
        var gp = platform.Visitors.Professional("gp");

        (await gp.PostAsync("/fhir", new Submission(child, new Deposit(child)).Json, Secret)).Is(HttpStatusCode.OK);

        var listed = (await gp.GetAsync($"/fhir/DocumentReference?patient.identifier={child.Token}", Secret)).Is(HttpStatusCode.OK);
        Assert.Contains("INVISIBLE_REPRESENTANTS_LEGAUX", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_none_deposits_nothing()
    {
        var child = await platform.People.EnrolAsync(TimeSpan.FromDays(100), born: new(2014, 3, 4));
        (await platform.Visitors.Professional("gp").PostAsync("/fhir/DocumentReference", new Deposit(child).Json, ("Mes-Connection", "hidden")))
            .IsRefused(HttpStatusCode.BadRequest, "access-mode-invalid", fhir: true);
    }
}
