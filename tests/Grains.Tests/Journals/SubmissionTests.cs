using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>A submission set is one command: one block, one result, all or nothing.</summary>
public sealed class SubmissionTests : IAsyncLifetime
{
    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    private ISpaceGrain Space => _grains.Factory.GetGrain<ISpaceGrain>(_id.Value);

    public async Task InitializeAsync()
    {
        _stores.Blobs.Watched = _id.Value;
        _grains = await RunningGrains.StartAsync(_stores);
    }

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task Three_documents_one_of_which_replaces_another_cost_one_append_and_are_there_after_a_restart()
    {
        await SubmitAsync(Envelope.Once(), Submission("urn:oid:2.999.1"));
        _stores.Blobs.Reset();
        var command = Submission("urn:oid:2.999.2", "urn:oid:2.999.3", "urn:oid:2.999.4");
        command = command with
        {
            Documents = [command.Documents[0] with { Draft = command.Documents[0].Draft with { Replaces = "urn:oid:2.999.1" } }, command.Documents[1], command.Documents[2]],
            Superseded = [new("urn:oid:2.999.1", null, "patch")],
        };
        var receipt = await SubmitAsync(Envelope.Once(), command);
        Assert.Equal((1, 0), (_stores.Blobs.Appends, _stores.Blobs.Others));

        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
        using var acting = CallerContext.Become(Fictive.Doctor);
        var documents = (await Space.List(Envelope.Once(), Fictive.List)).Value!.Documents;
        Assert.Equal(4, documents.Count);
        Assert.Equal(3, documents.Count(document => document.Submission == new SubmissionSet(receipt.Set!.Id, command.Set)));
    }

    [Fact]
    public async Task A_repeated_submission_gets_the_first_result_and_changes_nothing()
    {
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        var first = await SubmitAsync(envelope, Submission("urn:oid:2.999.1", "urn:oid:2.999.2"));
        _stores.Blobs.Reset();

        Assert.Equal(first, await SubmitAsync(envelope, Submission("urn:oid:2.999.1", "urn:oid:2.999.2")));
        Assert.Equal(0, _stores.Blobs.Appends);
    }

    [Fact]
    public async Task A_submission_with_a_faulty_document_leaves_nothing()
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var command = Submission("urn:oid:2.999.1", "urn:oid:2.999.2");
        var faulty = command.Documents[1] with { Draft = command.Documents[1].Draft with { Title = "" } };
        var refused = await Space.Submit(Envelope.Once(), command with { Documents = [command.Documents[0], faulty] });

        Assert.Equal(DocumentRefusals.TitleInvalid.At("document 1"), refused.Refusal);
        Assert.Equal(0, _stores.Blobs.Appends);
    }

    private SubmitDocuments Submission(params string[] uniqueIds) => new(
        Fictive.Deposit(_stores).Holder,
        new(null, "urn:oid:2.999", new("urn:x", "11"), new Author(null, "Laboratoire fictif"), _stores.Clock.GetUtcNow(), null),
        uniqueIds.Select(Document).ToValueList(), [], "set");

    private SubmittedDocument Document(string uniqueId, int index)
    {
        var deposit = Fictive.Deposit(_stores, uniqueId);
        return new(deposit.Draft, deposit.Content, null, $"document {index}");
    }

    private async Task<SubmissionReceipt> SubmitAsync(Envelope envelope, SubmitDocuments command)
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var receipt = await Space.Submit(envelope, command);
        Assert.Null(receipt.Refusal);
        return receipt.Value!;
    }
}
