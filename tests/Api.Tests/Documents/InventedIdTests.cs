using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>Who guesses identities finds nothing, and makes nothing.</summary>
[Collection(OnePlatform.Name)]
public sealed class InventedIdTests(RunningPlatform platform)
{
    [Fact]
    public async Task An_invented_document_is_unknown_and_leaves_nothing_in_the_store()
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(await platform.People.ActivatedAsync()));
        var space = SpaceId.Random();
        foreach (var visitor in new[] { me, platform.Visitors.Professional("gp"), platform.Visitors.Professional("lab-org") })
        {
            (await visitor.GetAsync($"/fhir/DocumentReference/{space}{Guid.NewGuid():N}")).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
            (await visitor.GetAsync($"/fhir/Binary/{space}{Guid.NewGuid():N}")).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
        }

        Assert.Empty(await BlobsAsync(space));
    }

    [Fact]
    public async Task A_deposit_that_is_refused_leaves_no_content()
    {
        var opposed = await platform.People.EnrolAsync();
        await platform.People.OpposeAsync(opposed);
        var before = await BlobsAsync(opposed.Space);

        (await platform.Visitors.Professional("lab-org").PostAsync("/fhir/DocumentReference", new Deposit(opposed).Json)).Is(HttpStatusCode.Conflict);

        Assert.Equal(before, await BlobsAsync(opposed.Space));
    }

    private async Task<List<string>> BlobsAsync(SpaceId space)
    {
        var blobs = new List<string>();
        foreach (var container in Enum.GetValues<BlobContainer>())
        {
            var prefix = $"{JournalId.Parse(space.Value).Shard:x3}/{space}/";
            await foreach (var blob in platform.Services.GetRequiredService<IBlobStore>().ListAsync(container, prefix, CancellationToken.None))
            {
                blobs.Add($"{container}/{blob.Path}");
            }
        }

        return blobs;
    }
}
