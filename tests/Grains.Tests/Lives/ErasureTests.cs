using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Tests.World;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Grains.Tests.Lives;

/// <summary>A space is closed, deleted, erased and certified, by the due index alone, whatever interrupts it.</summary>
public sealed class ErasureTests
{
    private static readonly TimeSpan Window = SpaceEnding.DeletedAfter(LifeWorld.Start) - LifeWorld.Start;

    [Fact]
    public async Task What_was_closed_with_deletion_is_erased_certified_and_forgotten()
    {
        await using var world = await LifeWorld.BeginAsync();
        var number = await CloseAsync(world);
        await world.PassAsync(Window - TimeSpan.FromTicks(1));
        Assert.Equal(SpaceStatus.InDeletion, await world.StatusAsync());
        await world.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal(SpaceStatus.Erased, await world.StatusAsync());
        Assert.Contains(NoticeKind.SpaceErased, await NoticesAsync(world));

        await world.PassAsync(EraseSpace.Farewell);
        await ErasedAsync(world, number);
        Assert.Empty(await NoticesAsync(world));
    }

    [Fact]
    public async Task An_erased_space_answers_so_and_writes_nothing_that_nobody_could_read()
    {
        await using var world = await LifeWorld.BeginAsync();
        await CloseAsync(world);
        await world.PassAsync(Window);
        await world.PassAsync(EraseSpace.Farewell);

        Assert.Equal(SpaceRefusals.IsErased, (await world.AsHolder(space => space.Activate(Envelope.Once(), Fictive.Activation(world.Stores)))).Refusal);
        var deposit = new Envelope(Guid.NewGuid(), "digest");
        Assert.Equal(SpaceRefusals.NotOpen, (await world.As(Fictive.Laboratory, space => space.Deposit(deposit, Fictive.Deposit(world.Stores)))).Refusal);
        Assert.False((await world.As(Fictive.Doctor, space => space.Exists(Fictive.Sheet(LifeWorld.Start)))).Exists);
        var chosen = await world.AsHolder(space => space.Choose(Envelope.Once(), new(new(true, true, true, true))));
        Assert.Equal(SpaceRefusals.IsErased, chosen.Refusal);

        // A notice that comes late is taken for delivered, and not kept.
        await world.As(Fictive.Doctor, space => space.List(Envelope.Once(), Fictive.List));
        await world.RestartAsync();
        Assert.Equal(SpaceStatus.Erased, await world.StatusAsync());
    }

    [Fact]
    public async Task A_mark_of_a_command_goes_with_the_answer_that_it_held()
    {
        await using var world = await LifeWorld.BeginAsync();
        var deposit = new Envelope(Guid.NewGuid(), "digest");
        Assert.True((await world.As(Fictive.Laboratory, space => space.Deposit(deposit, Fictive.Deposit(world.Stores, "urn:oid:2.999.7")))).Accepted);
        await CloseAsync(world);
        await world.PassAsync(Window);
        await world.PassAsync(EraseSpace.Farewell);

        Assert.Equal(
            SpaceRefusals.NotOpen, (await world.As(Fictive.Laboratory, space => space.Deposit(deposit, Fictive.Deposit(world.Stores, "urn:oid:2.999.7")))).Refusal);
    }

    [Fact]
    public async Task A_deletion_that_was_cancelled_or_a_space_reopened_is_not_erased()
    {
        await using var world = await LifeWorld.BeginAsync();
        await CloseAsync(world);
        await world.AsHolder(space => space.CancelDeletion(Envelope.Once(), new()));
        await world.PassAsync(Window);
        Assert.Equal(SpaceStatus.Closed, await world.StatusAsync());
        await world.AsHolder(space => space.AskDeletion(Envelope.Once(), new()));
        await world.AsHolder(space => space.Reopen(Envelope.Once(), new()));
        await world.PassAsync(Window + Window);
        Assert.Equal(SpaceStatus.Activated, await world.StatusAsync());
        Assert.Single((await world.As(Fictive.Doctor, space => space.List(Envelope.Once(), Fictive.List))).Value!.Documents);
    }

    [Fact]
    public async Task After_ten_years_the_archive_goes_and_its_history_with_it()
    {
        await using var world = await LifeWorld.BeginAsync();
        await world.AsHolder(space => space.Close(Envelope.Once(), new()));
        await world.WakeAsync();
        await world.PassAsync(LegalTerm.AfterYears(LifeWorld.Start, 10) - LifeWorld.Start);
        Assert.Equal(SpaceStatus.Erased, await world.StatusAsync());
        await world.PassAsync(EraseSpace.Farewell);
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(new(null, null, null), await world.Keys.FindAsync(world.Journal, CancellationToken.None));
        Assert.Null((await new JournalVerifier(world.Stores.Blobs, world.Keys).VerifyAsync(world.Journal, null, CancellationToken.None)).Fault);
        await world.RestartAsync();
        Assert.Equal(SpaceStatus.Erased, await world.StatusAsync());
        Assert.False((await world.As(Fictive.Doctor, space => space.Exists(Fictive.Sheet(LifeWorld.Start)))).Exists);
        Assert.False((await world.As(Fictive.Doctor, space => space.List(Envelope.Once(), Fictive.List))).Accepted);
    }

    [Fact]
    public async Task The_history_of_a_deleted_space_stays_for_the_ten_years_that_its_archive_would_have_had()
    {
        await using var world = await LifeWorld.BeginAsync();
        await CloseAsync(world);
        await world.PassAsync(Window);
        await world.PassAsync(EraseSpace.Farewell);
        var end = LegalTerm.AfterYears(LifeWorld.Start, 10);
        await world.PassAsync(end - world.Stores.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
        Assert.NotNull((await world.Keys.FindAsync(world.Journal, CancellationToken.None))!.Trace);
        await world.PassAsync(TimeSpan.FromTicks(1));
        Assert.Null((await world.Keys.FindAsync(world.Journal, CancellationToken.None))!.Trace);
    }

    [Fact]
    public async Task Only_the_platform_erases()
    {
        await using var world = await LifeWorld.BeginAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ErasingAs(new Caller.Holder(world.Id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_ends_the_erasure_is_gone_through_to_its_end(bool afterEffect)
    {
        var crashes = 0;
        for (var call = 1; call < 400; call++)
        {
            await using var world = await LifeWorld.BeginAsync();
            var number = await CloseAsync(world);
            await world.PassAsync(Window);
            world.Stores.Clock.Pass(EraseSpace.Farewell);
            world.Stores.Process.DiesAt(call, afterEffect);
            await Record.ExceptionAsync(world.WakeAsync);
            var died = world.Stores.Process.IsDead;
            crashes += died ? 1 : 0;
            await world.RestartAsync();

            // A call in vain is repeated a minute later, then five, then an hour.
            await world.PassAsync(TimeSpan.FromMinutes(2));
            await world.PassAsync(TimeSpan.FromHours(2));
            await ErasedAsync(world, number);
            if (!died)
            {
                Assert.True(crashes > 20, $"{crashes} crashes");
                return;
            }
        }

        Assert.Fail("The erasure never ended without a crash.");
    }

    private static async Task<string> CloseAsync(LifeWorld world)
    {
        Assert.True((await world.AsHolder(space => space.Close(Envelope.Once(), new(Deleting: true)))).Accepted);
        await world.WakeAsync();
        return (await world.AsHolder(space => space.Life())).Value!.Receipts.Single(receipt => receipt.Decision is LifeDecision.Deletion).Number;
    }

    private static async Task<List<NoticeKind>> NoticesAsync(LifeWorld world)
    {
        using var acting = CallerContext.Become(new Caller.Holder(world.Id));
        return [.. (await world.Notices.Read()).Value!.Notices.Select(told => told.Kind)];
    }

    /// <summary>The certificate holds, and nothing that is in the stores, opened with every key that is left, tells what the space held.</summary>
    private static async Task ErasedAsync(LifeWorld world, string number)
    {
        using var signer = await KeyRingHeadSigner.OpenAsync(world.Stores.Ring, CancellationToken.None);
        var certificate = await new ErasureBook(world.Stores.Blobs, world.Keys, signer).FindAsync(number, CancellationToken.None);
        Assert.NotNull(certificate);
        Assert.Empty(await new ErasureVerifier(world.Stores.Blobs, world.Keys).FaultsAsync(certificate, signer.PublicKey, CancellationToken.None));
        Assert.True(certificate.Journals.Count >= 2, "the space, and what it had told its holder");
        Assert.True(certificate.Journals[0].SequenceBefore < certificate.Journals[0].SequenceAfter);
        foreach (var journal in Belongings.Kinds.Select(kind => JournalOf(kind, world)).Append(world.Journal))
        {
            var bodies = new StringBuilder();
            await new JournalStore(world.Stores.Blobs, world.Keys, world.Stores.Clock, new()).OpenAsync(
                journal, 0, state => bodies.Append(Encoding.UTF8.GetString(state.Span)), entry => bodies.Append(Encoding.UTF8.GetString(entry.Body.Span)),
                CancellationToken.None);
            Assert.DoesNotContain(LifeWorld.Canary, bodies.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("anna@example.test", bodies.ToString(), StringComparison.Ordinal);
        }

        await foreach (var document in world.Stores.Blobs.ListAsync(BlobContainer.Documents, "", CancellationToken.None))
        {
            Assert.Fail(document.Path);
        }
    }

    private static JournalId JournalOf(string kind, LifeWorld world) => JournalId.Of(kind is "notifications" ? "notice-book" : kind, world.Id.Value);
}
