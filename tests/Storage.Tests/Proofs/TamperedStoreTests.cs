using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Journals;

namespace MonEspaceSante.Storage.Tests.Proofs;

/// <summary>A storage administrator who changes what is stored obtains no proof of it.</summary>
public sealed class TamperedStoreTests : IAsyncLifetime
{
    private const string SameEntries = "same entries, or none";

    private readonly JournalWorld _world = new(new() { MaxBlocks = 2 });
    private KeyRingHeadSigner _signer = null!;
    private JournalHead _head;
    private byte[] _proof = [];
    private byte[][] _segments = [];

    public async Task InitializeAsync()
    {
        _signer = await KeyRingHeadSigner.OpenAsync(new SimulatedKeyRing(), CancellationToken.None);
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("one");
        await opened.Journal.AppendAsync([JournalWorld.Event("\"seen\"", KeyClass.Trace), JournalWorld.Event("said", KeyClass.Message)], CancellationToken.None);
        await opened.Journal.AppendAsync([JournalWorld.Event("\"seen again\"", KeyClass.Trace)], CancellationToken.None);
        (_head, _segments) = (opened.Journal.Head, [await _world.SegmentAsync(1), await _world.SegmentAsync(2)]);
        _proof = await ProveAsync(_world);
    }

    public Task DisposeAsync()
    {
        _signer.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0xff)]
    public async Task Every_stored_byte_flipped_is_found_before_a_proof_is_signed(byte mask)
    {
        foreach (var segment in _segments)
        {
            for (var position = 0; position < segment.Length; position++)
            {
                segment[position] ^= mask;
                await Assert.ThrowsAsync<JournalCorruptedException>(async () => await ProveAsync(await _world.WithAsync(_segments)));
                segment[position] ^= mask;
            }
        }
    }

    [Fact]
    public async Task A_forger_who_recomputes_the_crc_obtains_the_same_entries_or_no_proof()
    {
        foreach (var segment in _segments)
        {
            foreach (var block in Blocks.Of(segment))
            {
                for (var position = block.Start.Value; position < block.End.Value - BlockFormat.CrcLength; position++)
                {
                    var kept = segment.ToArray();
                    segment[position] ^= 0x01;
                    Blocks.RecomputeCrc(segment.AsSpan(block));
                    Assert.Equal(SameEntries, await TriedAsync());
                    kept.CopyTo(segment, 0);
                }
            }
        }
    }

    [Fact]
    public async Task The_last_block_cut_off_is_found()
    {
        var cut = await _world.WithAsync(_segments[0], []);

        await Assert.ThrowsAsync<JournalCorruptedException>(() => ProveAsync(cut));
        Assert.Null((await cut.VerifyAsync(withKeys: false)).Fault);
    }

    private async Task<string> TriedAsync()
    {
        try
        {
            // Which activation wrote a block is not an entry's, and not the chain's: all else is. Signatures alone differ from one proof to the next.
            var tried = await ProveAsync(await _world.WithAsync(_segments));
            return EntriesOf(tried) == EntriesOf(_proof) ? SameEntries : "other entries";
        }
        catch (JournalCorruptedException)
        {
            return SameEntries;
        }
    }

    private static string EntriesOf(byte[] proof) =>
        System.Text.Json.JsonDocument.Parse(proof).RootElement.GetProperty("entries").GetRawText();

    private async Task<byte[]> ProveAsync(JournalWorld world)
    {
        using var file = new MemoryStream();
        await new HistoryProofs(world.Blobs, _world.Keys, _signer).WriteAsync(file, world.Id, _head, new HashSet<long>(), CancellationToken.None);
        return file.ToArray();
    }
}
