using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 4.4.</summary>
public sealed class AppendProtocolTests
{
    [Fact]
    public void An_append_whose_answer_was_lost_is_found_by_reading_back() => Run(async (world, opened) =>
    {
        world.Faults.Script(Fault.AnswerLost);

        var appended = await opened.AppendAsync("once");

        Assert.Equal(2, appended.FirstSequence);
        Assert.Equal(["zero", "once"], (await world.World.OpenAsync()).Bodies);
    });

    [Fact]
    public void A_request_that_arrives_twice_has_one_effect() => Run(async (world, opened) =>
    {
        world.Faults.Script(Fault.Duplicated);

        await opened.AppendAsync("once");
        await Task.Delay(TimeSpan.FromSeconds(5), world.Time);
        await opened.AppendAsync("then");

        Assert.Equal(["zero", "once", "then"], (await world.World.OpenAsync()).Bodies);
    });

    [Fact]
    public void Five_refusals_are_borne() => Run(async (world, opened) =>
    {
        world.Faults.Script(Enumerable.Repeat(Fault.Refused, 5));

        await opened.AppendAsync("at last");

        Assert.Equal(["zero", "at last"], (await world.World.OpenAsync()).Bodies);
    });

    [Fact]
    public void After_six_refusals_the_outcome_is_unknown_and_the_activation_is_dead() => Run(async (world, opened) =>
    {
        world.Faults.Script(Enumerable.Repeat(Fault.Refused, 6));
        var before = world.Faults.Calls;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("never"));
        Assert.Equal(6, world.Faults.Calls - before);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("neither"));
        Assert.Equal(6, world.Faults.Calls - before);

        Assert.Equal(["zero"], (await world.World.OpenAsync()).Bodies);
    });

    [Fact]
    public void An_append_is_given_up_at_its_deadline_and_may_land_later() => Run(
        new FaultyWorld { Faults = new() { DelayBy = TimeSpan.FromSeconds(30) } },
        async (world, opened) =>
        {
            world.Faults.Script(Fault.Delayed);
            var sent = world.Time.GetUtcNow();

            await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("late"));
            Assert.Equal(world.World.Options.AppendDeadline, world.Time.GetUtcNow() - sent);
            Assert.Equal(["zero"], (await world.World.OpenAsync()).Bodies);

            await Task.Delay(TimeSpan.FromSeconds(30), world.Time);
            Assert.Equal(["zero", "late"], (await world.World.OpenAsync()).Bodies);
        });

    [Fact]
    public void A_late_landing_fences_the_activation_that_came_after() => Run(
        new FaultyWorld { Faults = new() { DelayBy = TimeSpan.FromSeconds(30) } },
        async (world, opened) =>
        {
            world.Faults.Script(Fault.Delayed);
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("late"));
            var next = await world.OpenAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), world.Time);

            await Assert.ThrowsAsync<OutcomeUnknownException>(() => next.AppendAsync("overtaken"));

            Assert.Equal(["zero", "late"], (await world.World.OpenAsync()).Bodies);
        });

    [Fact]
    public void A_late_landing_is_refused_when_somebody_else_wrote_first() => Run(
        new FaultyWorld { Faults = new() { DelayBy = TimeSpan.FromSeconds(30) } },
        async (world, opened) =>
        {
            world.Faults.Script(Fault.Delayed);
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("late"));
            await (await world.OpenAsync()).AppendAsync("first");
            await Task.Delay(TimeSpan.FromSeconds(30), world.Time);

            Assert.Equal(["zero", "first"], (await world.World.OpenAsync()).Bodies);
        });

    [Fact]
    public async Task Each_try_sends_the_same_bytes_to_the_same_position()
    {
        var world = new JournalWorld(new() { RetryDelay = TimeSpan.Zero });
        await (await world.OpenAsync()).AppendAsync("zero");
        var deaf = new NeverAnswers(world.Blobs);
        var opened = await world.OpenThroughAsync(deaf);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("x"));

        Assert.Equal(6, deaf.Sent.Count);
        Assert.Single(deaf.Sent.Distinct());
    }

    [Fact]
    public async Task A_sealed_segment_fences_the_activation()
    {
        var world = new JournalWorld();
        var opened = await world.OpenAsync();
        await opened.AppendAsync("one");
        await world.Blobs.SealAsync(JournalNames.Segment(world.Id, 1), CancellationToken.None);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("two"));
    }

    [Fact]
    public async Task A_segment_that_is_gone_fences_the_activation()
    {
        var world = new JournalWorld();
        var opened = await world.OpenAsync();
        await opened.AppendAsync("one");
        await world.Blobs.DeleteAsync(JournalNames.Segment(world.Id, 1), null, CancellationToken.None);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("two"));
    }

    [Fact]
    public async Task A_store_that_went_backwards_is_quarantined()
    {
        var world = new JournalWorld();
        var opened = await world.OpenAsync();
        await opened.AppendAsync("one");
        var kept = (await world.SegmentAsync(1)).Length;
        await opened.AppendAsync("two");
        var shorter = await world.WithAsync((await world.SegmentAsync(1))[..kept]);
        var switched = new Switchable(world.Blobs);
        var stale = await world.OpenThroughAsync(switched);
        switched.Now = shorter.Blobs;

        var corrupted = await Assert.ThrowsAsync<JournalCorruptedException>(() => stale.AppendAsync("three"));

        Assert.Equal((1, (long)kept), (corrupted.Segment, corrupted.Position));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => stale.AppendAsync("four"));
    }

    [Fact]
    public void A_caller_who_stops_waiting_leaves_a_dead_activation() => Run(async (world, opened) =>
    {
        world.Faults.Script(Fault.Delayed);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50), world.Time);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.Journal.AppendAsync([JournalWorld.Event("x")], impatience.Token));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => opened.AppendAsync("y"));
    });

    [Fact]
    public void A_caller_who_has_stopped_waiting_before_the_start_changes_nothing() => Run(async (world, opened) =>
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => opened.Journal.AppendAsync([JournalWorld.Event("x")], new CancellationToken(canceled: true)));

        await opened.AppendAsync("y");
        Assert.Equal(["zero", "y"], (await world.World.OpenAsync()).Bodies);
    });

    private static void Run(Func<FaultyWorld, Opened, Task> test) => Run(new FaultyWorld(), test);

    private static void Run(FaultyWorld world, Func<FaultyWorld, Opened, Task> test) => world.Run(async () =>
    {
        await (await world.World.OpenAsync()).AppendAsync("zero");
        await test(world, await world.OpenAsync());
    });

    private sealed class NeverAnswers(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public List<string> Sent { get; } = [];

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
        {
            Sent.Add($"{name} {position} {Convert.ToHexString(block.Span)}");
            return Task.FromException(new StorageUnavailableException("Deaf."));
        }
    }

    private sealed class Switchable(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public IBlobStore Now { get; set; } = inner;

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
            Now.AppendAsync(name, position, block, cancellationToken);

        public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
            Now.ReadAsync(name, offset, length, cancellationToken);
    }
}
