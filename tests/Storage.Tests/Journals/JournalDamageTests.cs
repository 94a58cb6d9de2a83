using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 15: a byte flipped, a block missing or swapped, a segment cut: quarantine, and the position named.</summary>
public sealed class JournalDamageTests : IAsyncLifetime
{
    private readonly JournalWorld _world = new(new() { MaxBlocks = 3 });
    private byte[] _first = [];
    private byte[] _second = [];

    /// <summary>Two segments: three blocks, the last of which closes the first segment, then two.</summary>
    public async Task InitializeAsync()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("one", "two");
        await opened.Journal.AppendAsync([JournalWorld.Event("seen", KeyClass.Trace), JournalWorld.Event("said", KeyClass.Message)], CancellationToken.None);
        await opened.AppendAsync("five");
        await opened.AppendAsync("six");
        await opened.AppendAsync("seven");
        (_first, _second) = (await _world.SegmentAsync(1), await _world.SegmentAsync(2));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_journal_is_right_before_it_is_damaged()
    {
        Assert.Equal([3, 2], new[] { _first, _second }.Select(segment => Blocks.Of(segment).Count));
        Assert.Null((await _world.VerifyAsync()).Fault);
        Assert.Null((await _world.VerifyAsync(withKeys: false)).Fault);
        Assert.Equal(8, (await _world.VerifyAsync()).Head.Sequence);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xff)]
    public async Task Any_byte_flipped_is_found_where_it_stands(byte mask)
    {
        for (var at = 0; at < _first.Length + _second.Length; at++)
        {
            var (first, second) = (_first.ToArray(), _second.ToArray());
            var (segment, number, position) = at < first.Length ? (first, 1, at) : (second, 2, at - first.Length);
            segment[position] ^= mask;
            var block = Blocks.Of(number == 1 ? _first : _second).Single(range => position >= range.Start.Value && position < range.End.Value);
            var damaged = await _world.WithAsync(first, second);

            var corrupted = await Assert.ThrowsAsync<JournalCorruptedException>(() => damaged.OpenAsync());
            var fault = (await damaged.VerifyAsync(withKeys: false)).Fault!;

            Assert.Equal(number, corrupted.Segment);
            Assert.InRange(corrupted.Position, block.Start.Value, block.End.Value - 1);
            Assert.Equal((corrupted.Segment, corrupted.Position, corrupted.Reason), (fault.Segment, fault.Position, fault.Reason));
        }
    }

    [Fact]
    public async Task A_forger_who_recomputes_the_crc_can_change_no_entry()
    {
        var block = Blocks.Of(_first)[1];
        var passed = new List<int>();
        for (var at = 0; at < block.End.Value - block.Start.Value - BlockFormat.CrcLength; at++)
        {
            var first = _first.ToArray();
            first[block.Start.Value + at] ^= 0x01;
            Blocks.RecomputeCrc(first.AsSpan(block));
            var forged = await _world.WithAsync(first, _second);
            if ((await forged.VerifyAsync()).Fault is null)
            {
                passed.Add(at);
            }
        }

        // Which activation wrote the block is for diagnosis alone; everything else is chained, authenticated or implied.
        Assert.Equal(Enumerable.Range(BlockFormat.ActivationOffset, 16), passed);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(0, 0, 1, 2)]
    [InlineData(0, 1, 2, 2)]
    [InlineData(0, 1)]
    public async Task Blocks_dropped_swapped_or_repeated_are_found(params int[] order)
    {
        var rearranged = await _world.WithAsync(Blocks.Rearranged(_first, order), _second);
        var right = Blocks.Rearranged(_first, [.. order.TakeWhile((number, place) => number == place)]).Length;

        var fault = (await rearranged.VerifyAsync(withKeys: false)).Fault!;

        Assert.Equal(1, fault.Segment);
        Assert.InRange(fault.Position, right, right + BlockFormat.EntriesOffset);
    }

    [Fact]
    public async Task A_segment_cut_inside_a_block_is_found_at_that_block()
    {
        var ends = Blocks.Of(_second).Select(block => block.End.Value).Prepend(0).ToList();
        foreach (var length in Enumerable.Range(1, _second.Length - 1).Except(ends))
        {
            var cut = await _world.WithAsync(_first, _second[..length]);

            var corrupted = await Assert.ThrowsAsync<JournalCorruptedException>(() => cut.OpenAsync());

            Assert.Equal((2, ends.Last(end => end < length)), (corrupted.Segment, corrupted.Position));
        }
    }

    [Fact]
    public async Task What_is_cut_off_between_blocks_is_missed_only_by_a_remembered_head()
    {
        var remembered = (await _world.VerifyAsync()).Head;
        var cut = await _world.WithAsync(_first, Blocks.Rearranged(_second, 0));

        Assert.Null((await cut.VerifyAsync()).Fault);
        Assert.Equal(7, (await cut.VerifyAsync()).Head.Sequence);
        Assert.NotNull((await cut.VerifyAsync(remembered: remembered)).Fault);
        Assert.Null((await _world.VerifyAsync(remembered: remembered)).Fault);
        Assert.Null((await _world.VerifyAsync(remembered: (await cut.VerifyAsync()).Head)).Fault);
    }

    [Fact]
    public async Task A_missing_segment_in_the_middle_is_found()
    {
        var small = new JournalWorld(new() { MaxBlocks = 1 });
        var opened = await small.OpenAsync();
        await opened.AppendAsync("one");
        await opened.AppendAsync("two");
        await opened.AppendAsync("three");
        var without = await small.WithAsync(await small.SegmentAsync(1), [], await small.SegmentAsync(3));

        Assert.Null((await small.VerifyAsync()).Fault);
        Assert.NotNull((await without.VerifyAsync(withKeys: false)).Fault);
    }

    [Fact]
    public async Task The_bytes_of_another_journal_are_refused()
    {
        var other = new JournalWorld { Id = JournalId.Parse("ffeeddccbbaa99887766554433221100") };
        await (await other.OpenAsync()).AppendAsync("theirs");
        await (await _world.OpenAsync()).AppendAsync("ours");

        var mixed = await _world.WithAsync(await other.SegmentAsync(1));

        Assert.Equal((1, (long)BlockFormat.ChainOffset), (await mixed.VerifyAsync(withKeys: false)).Fault is { } fault ? (fault.Segment, fault.Position) : default);
    }
}
