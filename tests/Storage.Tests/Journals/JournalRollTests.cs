using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 4.5.</summary>
public sealed class JournalRollTests
{
    [Fact]
    public async Task Ten_thousand_commands_roll_through_two_hundred_segments_of_fifty_blocks()
    {
        var world = new JournalWorld(new() { MaxBlocks = 50 });
        var opened = await world.OpenAsync();
        for (var command = 0; command < 10_000; command++)
        {
            await opened.AppendAsync($"{command}");
        }

        var reopened = await world.OpenAsync();

        Assert.Equal(Enumerable.Range(0, 10_000).Select(command => $"{command}"), reopened.Bodies);
        Assert.Equal(199, reopened.Entries.Count(entry => entry.Kind is EntryKind.SegmentOpened));
        var report = await world.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal((200, 10_199), (report.Segment, report.Head.Sequence));
    }

    [Fact]
    public async Task A_segment_is_closed_by_the_block_that_fills_it()
    {
        var world = new JournalWorld(new() { MaxSegmentBytes = 1_000 });
        var opened = await world.OpenAsync();
        await opened.AppendAsync(new string('a', 500));
        await opened.AppendAsync(new string('b', 500));
        var third = await opened.AppendAsync("c");

        Assert.Equal(4, third.FirstSequence);
        Assert.Equal(2, Blocks.Of(await world.SegmentAsync(1)).Count);
        Assert.True((await world.Blobs.PropertiesAsync(JournalNames.Segment(world.Id, 1), CancellationToken.None))!.Sealed);
        Assert.Equal(3, (await world.OpenAsync()).Bodies.Count());
    }

    [Fact]
    public async Task A_journal_that_ends_with_a_closed_segment_goes_on_in_the_next_one()
    {
        var world = new JournalWorld(new() { MaxBlocks = 1 });
        await (await world.OpenAsync()).AppendAsync("one");
        await (await world.OpenAsync()).AppendAsync("two");

        Assert.Equal(["one", "two"], (await world.OpenAsync()).Bodies);
        Assert.Null((await world.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_journal_opened_from_a_snapshot_knows_how_full_its_segment_is()
    {
        var world = new JournalWorld(new() { MaxBlocks = 3 });
        for (var opening = 1; opening <= 5; opening++)
        {
            var opened = await world.OpenAsync();
            await opened.AppendAsync($"{opening}");
            await opened.SnapshotAsync($"{opening}");
        }

        Assert.Equal([3, 2], new[] { await world.SegmentAsync(1), await world.SegmentAsync(2) }.Select(segment => Blocks.Of(segment).Count));
        Assert.Equal("5", (await world.OpenAsync()).State);
    }

    [Fact]
    public async Task Of_two_activations_that_roll_at_once_one_opens_the_segment()
    {
        var world = new JournalWorld(new() { MaxBlocks = 1 });
        await (await world.OpenAsync()).AppendAsync("one");
        var (a, b) = (await world.OpenAsync(), await world.OpenAsync());

        await a.AppendAsync("two");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => b.AppendAsync("other"));

        Assert.Equal(["one", "two"], (await world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task A_store_that_refuses_to_seal_does_not_stop_the_journal()
    {
        var world = new JournalWorld(new() { MaxBlocks = 1 });
        var opened = await world.OpenThroughAsync(new NeverSeals(world.Blobs));

        await opened.AppendAsync("one");
        await opened.AppendAsync("two");

        Assert.Equal(["one", "two"], (await world.OpenAsync()).Bodies);
    }

    private sealed class NeverSeals(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public override Task SealAsync(BlobName name, CancellationToken cancellationToken) =>
            Task.FromException(new BlobConditionException("Retention."));
    }
}
