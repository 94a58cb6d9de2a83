using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Api.Tests.History;

/// <summary>What the platform gives, checked by the verifier of <c>mes</c>, which knows nothing of the platform but its key.</summary>
[Collection(OnePlatform.Name)]
public sealed class HistoryProofTests(RunningPlatform platform)
{
    [Fact]
    public async Task The_holder_takes_a_proof_away_that_tells_who_looked_and_ends_with_this_reading()
    {
        var (person, me) = await HolderAsync();
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        (await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK);

        var proof = (await me.GetAsync("/api/v1/history/proof")).Is(HttpStatusCode.OK);
        var told = Accesses(proof.Body);

        Assert.Null(HistoryVerifier.Verify(proof.Body, await KeyAsync()).Fault);
        Assert.Contains(told, body => body.Contains(DevelopmentPeople.Specialist.IdNatPs, StringComparison.Ordinal));
        Assert.Contains("readHistory", told[^1], StringComparison.OrdinalIgnoreCase);
        Assert.Equal("attachment; filename=\"mon-espace-sante-historique.json\"", proof.Headers["Content-Disposition"]);
        Assert.DoesNotContain(person.Matricule, proof.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_found_again_in_a_later_proof()
    {
        var (_, me) = await HolderAsync();
        var receipt = (await me.GetAsync("/api/v1/history/receipt")).Is(HttpStatusCode.OK).Json;
        var proof = (await me.GetAsync("/api/v1/history/proof")).Is(HttpStatusCode.OK).Body;

        var verdict = HistoryVerifier.Verify(proof, await KeyAsync(), receipt.GetProperty("words").GetString());

        Assert.Equal(new HistoryVerdict(verdict.Entries, Receipt: receipt.GetProperty("entry").GetInt64()), verdict);
        Assert.True(verdict.Receipt < verdict.Entries);
    }

    [Fact]
    public async Task What_was_signed_at_night_is_in_the_proof()
    {
        var (person, me) = await HolderAsync();
        await platform.Services.GetRequiredService<HeadSigning>()
            .SignShardAsync(JournalId.Parse(person.Space.Value).Shard, new DateOnly(2099, 1, 2), CancellationToken.None);

        var verdict = HistoryVerifier.Verify((await me.GetAsync("/api/v1/history/proof")).Is(HttpStatusCode.OK).Body, await KeyAsync());

        Assert.Equal((null, "2099-01-02", verdict.Entries - 1), (verdict.Fault, verdict.Night, verdict.NightEntry));
    }

    [Fact]
    public async Task A_document_that_is_withheld_from_the_holder_is_withheld_from_the_proof()
    {
        var (person, me) = await HolderAsync();
        var withheld = new Deposit(person) { Title = "Annonce à venir", Visibility = "INVISIBLE_PATIENT" };
        var gp = platform.Visitors.Professional("gp");
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        var id = await withheld.ByAsync(gp);
        (await gp.GetAsync($"/fhir/DocumentReference/{id}")).Is(HttpStatusCode.OK);

        var proof = (await me.GetAsync("/api/v1/history/proof")).Is(HttpStatusCode.OK);
        var entries = HistoryFileReader.Read(proof.Body).File!.Entries;

        Assert.Null(HistoryVerifier.Verify(proof.Body).Fault);
        Assert.DoesNotContain("Annonce", proof.Text, StringComparison.Ordinal);
        Assert.Single(entries, entry => entry is { KeyClass: (byte)KeyClass.Trace, Body: null });
    }

    [Fact]
    public async Task Proofs_are_counted_in_the_hour()
    {
        var (_, me) = await HolderAsync();
        for (var given = 0; given < ProofQuota.PerHour; given++)
        {
            (await me.GetAsync("/api/v1/history/proof")).Is(HttpStatusCode.OK);
        }

        (await me.GetAsync("/api/v1/history/proof")).IsRefused(HttpStatusCode.TooManyRequests, "history-proofs-exceeded", fhir: false);
    }

    private static List<string> Accesses(byte[] proof) =>
        [.. HistoryFileReader.Read(proof).File!.Entries.Select(entry => entry.Body).OfType<byte[]>().Select(System.Text.Encoding.UTF8.GetString)];

    private async Task<byte[]> KeyAsync() =>
        Convert.FromHexString((await platform.Visitors.Citizen().GetAsync("/api/v1/history/key")).Is(HttpStatusCode.OK).Json.GetProperty("key").GetString()!);

    private async Task<(Person Person, Visitor Me)> HolderAsync()
    {
        var person = await platform.People.ActivatedAsync();
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }
}
