using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>One command: decide, append, apply, answer; repeated, refused, interrupted.</summary>
public sealed class CommandTests : IAsyncLifetime
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
    public async Task A_deposited_document_is_there_after_a_restart()
    {
        var receipt = await DepositAsync(Envelope.Once());
        await RestartAsync();

        using var acting = CallerContext.Become(Fictive.Doctor);
        var list = await Space.List(Envelope.Once(), Fictive.List);
        Assert.Equal(receipt.LogicalId, Assert.Single(list.Value!.Documents).LogicalId);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_result_and_changes_nothing()
    {
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        var first = await DepositAsync(envelope);
        _stores.Blobs.Reset();

        Assert.Equal(first, await DepositAsync(envelope, "urn:oid:2.999.2"));
        Assert.Equal(0, _stores.Blobs.Appends);
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_result_after_a_restart_too()
    {
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        var first = await DepositAsync(envelope);
        await RestartAsync();

        Assert.Equal(first, await DepositAsync(envelope));
    }

    [Fact]
    public async Task One_identity_for_two_commands_is_refused()
    {
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        await DepositAsync(envelope);

        using var acting = CallerContext.Become(Fictive.Laboratory);
        var other = await Space.Deposit(envelope with { Digest = "another" }, Fictive.Deposit(_stores, "urn:oid:2.999.2"));
        Assert.Equal(JournalRefusals.CommandIdReused, other.Refusal);
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing()
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var deposit = Fictive.Deposit(_stores);
        var refused = await Space.Deposit(Envelope.Once(), deposit with { Holder = deposit.Holder with { InformedAt = null } });

        Assert.Equal(SpaceRefusals.NotOpen, refused.Refusal);
        Assert.Equal(0, _stores.Blobs.Appends);
    }

    [Fact]
    public async Task A_command_costs_one_append()
    {
        await DepositAsync(Envelope.Once());
        _stores.Blobs.Reset();

        await DepositAsync(Envelope.Once(), "urn:oid:2.999.2");
        Assert.Equal((1, 0), (_stores.Blobs.Appends, _stores.Blobs.Others));
    }

    [Fact]
    public async Task A_warm_reading_costs_one_append_and_no_read()
    {
        await DepositAsync(Envelope.Once());
        _stores.Blobs.Reset();

        using var acting = CallerContext.Become(Fictive.Doctor);
        await Space.List(Envelope.Once(), Fictive.List);
        Assert.Equal((1, 0), (_stores.Blobs.Appends, _stores.Blobs.Others));
    }

    [Fact]
    public async Task Nothing_is_disclosed_where_the_trace_cannot_be_written()
    {
        await DepositAsync(Envelope.Once());
        _stores.Blobs.Next = Failure.BeforeEffect;

        using var acting = CallerContext.Become(Fictive.Doctor);
        await Assert.ThrowsAsync<StorageTroubleException>(() => Space.List(Envelope.Once(), Fictive.List));
    }

    [Fact]
    public async Task After_a_failed_append_the_space_rereads_its_journal_and_goes_on()
    {
        await DepositAsync(Envelope.Once());
        _stores.Blobs.Next = Failure.BeforeEffect;
        await Assert.ThrowsAsync<StorageTroubleException>(() => DepositAsync(Envelope.Once(), "urn:oid:2.999.2"));
        _stores.Blobs.Next = Failure.None;

        Assert.Equal(1, await CountAsync());
        await DepositAsync(Envelope.Once(), "urn:oid:2.999.2");
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_repetition_after_an_answer_that_was_lost_finds_the_first_result()
    {
        await DepositAsync(Envelope.Once());
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        _stores.Blobs.Next = Failure.AnswerLost;
        try
        {
            await DepositAsync(envelope, "urn:oid:2.999.2");
        }
        catch (StorageTroubleException)
        {
            // Unclear to the caller: that is what the repetition is for.
        }

        _stores.Blobs.Next = Failure.None;
        await DepositAsync(envelope, "urn:oid:2.999.2");
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Of_two_activations_of_one_space_the_loser_rereads_and_nothing_is_lost()
    {
        await DepositAsync(Envelope.Once());
        await using var other = await RunningGrains.StartAsync(_stores);
        var twin = other.Factory.GetGrain<ISpaceGrain>(_id.Value);
        using var acting = CallerContext.Become(Fictive.Laboratory);
        await twin.Deposit(Envelope.Once(), Fictive.Deposit(_stores, "urn:oid:2.999.2"));

        await Assert.ThrowsAsync<StorageTroubleException>(() => DepositAsync(Envelope.Once(), "urn:oid:2.999.3"));
        await DepositAsync(Envelope.Once(), "urn:oid:2.999.3");
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task A_space_with_a_long_journal_comes_back_from_its_snapshot()
    {
        for (var i = 0; i < 150; i++)
        {
            await DepositAsync(Envelope.Once(), $"urn:oid:2.999.{i}");
        }

        await RestartAsync();
        Assert.Equal(150, await CountAsync());
    }

    private async Task<DepositReceipt> DepositAsync(Envelope envelope, string uniqueId = "urn:oid:2.999.1")
    {
        using var acting = CallerContext.Become(Fictive.Laboratory);
        var receipt = await Space.Deposit(envelope, Fictive.Deposit(_stores, uniqueId));
        Assert.Null(receipt.Refusal);
        return receipt.Value!;
    }

    private async Task<int> CountAsync()
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        return (await Space.List(Envelope.Once(), Fictive.List)).Value!.Documents.Count;
    }

    private async Task RestartAsync()
    {
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
    }
}
