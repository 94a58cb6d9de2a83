using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Journals;

namespace MonEspaceSante.Storage.Tests.Proofs;

/// <summary>Storage design, section 4.3: each night the heads of what has grown are signed, shard by shard.</summary>
public sealed class HeadSigningTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 3, 1);

    private readonly JournalWorld _world = new(new() { MaxBlocks = 3 });
    private KeyRingHeadSigner _signer = null!;

    private int Shard => _world.Id.Shard;

    private ChainValue Journal => ChainValue.Start(_world.Id);

    public async Task InitializeAsync()
    {
        _signer = await KeyRingHeadSigner.OpenAsync(new SimulatedKeyRing(), CancellationToken.None);
        await (await _world.OpenAsync()).AppendAsync("one", "two");
    }

    public Task DisposeAsync()
    {
        _signer.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_night_signs_the_heads_of_a_shard_over_the_night_before()
    {
        await SignAsync(_world, First);
        await (await _world.OpenAsync()).AppendAsync("three");
        await SignAsync(_world, First.AddDays(1));

        var (first, second) = (await ReadAsync(First), await ReadAsync(First.AddDays(1)));

        Assert.Equal((default(ChainValue), first.Root), (first.Previous, second.Previous));
        Assert.Equal([2, 3], new[] { first, second }.Select(night => Assert.Single(night.Leaves).Sequence));
        Assert.Equal((await _world.VerifyAsync()).Head, new(second.Leaves[0].Sequence, second.Leaves[0].Chain));
        Assert.All(new[] { first, second }, night => Assert.True(IsSigned(night)));
        Assert.False(IsSigned(second with { Previous = default }));
    }

    [Fact]
    public async Task What_has_not_grown_is_not_signed_again_and_keeps_its_night()
    {
        Assert.Equal(1, (await SignAsync(_world, First)).Journals);
        Assert.Equal(0, (await SignAsync(_world, First.AddDays(1))).Journals);

        await Assert.ThrowsAsync<BlobNotFoundException>(() => ReadAsync(First.AddDays(1)));
        Assert.Equal(First, (await MarksAsync()).Of(Journal)!.Night);
    }

    [Fact]
    public async Task A_night_is_signed_once()
    {
        await SignAsync(_world, First);
        await (await _world.OpenAsync()).AppendAsync("three");

        Assert.Equal(0, (await SignAsync(_world, First)).Journals);
        Assert.Equal(2, Assert.Single((await ReadAsync(First)).Leaves).Sequence);
        Assert.Equal(1, (await SignAsync(_world, First.AddDays(1))).Journals);
    }

    [Fact]
    public async Task One_process_claims_a_night()
    {
        var signing = new HeadSigning(_world.Blobs, _signer);

        Assert.True(await signing.ClaimAsync(First, CancellationToken.None));
        Assert.False(await signing.ClaimAsync(First, CancellationToken.None));
        Assert.True(await signing.ClaimAsync(First.AddDays(1), CancellationToken.None));
    }

    [Fact]
    public async Task Journals_that_go_on_in_another_segment_are_followed()
    {
        for (var night = 0; night < 8; night++)
        {
            await (await _world.OpenAsync()).AppendAsync($"night {night}");
            Assert.Equal(1, (await SignAsync(_world, First.AddDays(night))).Journals);
            Assert.Equal((await _world.VerifyAsync()).Head.Sequence, (await MarksAsync()).Of(Journal)!.Leaf.Sequence);
        }
    }

    [Fact]
    public async Task Marks_that_are_lost_or_late_are_made_again_from_the_nights()
    {
        await SignAsync(_world, First);
        var late = await KeptMarksAsync();
        await (await _world.OpenAsync()).AppendAsync("three");
        await SignAsync(_world, First.AddDays(1));
        var marks = (await MarksAsync()).Kept();

        await ReplaceMarksAsync(late);
        Assert.Equivalent(marks, (await MarksAsync()).Kept(), strict: true);
        await _world.Blobs.DeleteAsync(new(BlobContainer.Heads, $"{Shard:x3}/nights"), null, CancellationToken.None);
        Assert.Equivalent(marks, (await MarksAsync()).Kept(), strict: true);
        Assert.Equal(0, (await SignAsync(_world, First.AddDays(2))).Journals);
    }

    [Fact]
    public async Task A_new_key_signs_everything_again()
    {
        await SignAsync(_world, First);
        using var other = await KeyRingHeadSigner.OpenAsync(new OtherRing(), CancellationToken.None);

        var signed = await new HeadSigning(_world.Blobs, other).SignShardAsync(Shard, First.AddDays(1), CancellationToken.None);

        Assert.Equal(1, signed.Journals);
        Assert.Equal(Convert.ToHexStringLower(other.PublicKey.Span), (await ReadAsync(First.AddDays(1))).Key);
    }

    [Fact]
    public async Task A_journal_that_was_signed_and_is_shorter_changed_or_gone_is_named_and_not_signed()
    {
        await (await _world.OpenAsync()).AppendAsync("three");
        await SignAsync(_world, First);
        var bytes = await _world.SegmentAsync(1);
        var grown = await (await _world.OpenAsync()).AppendAsync("four");
        var longer = await _world.SegmentAsync(1);
        longer[bytes.Length + BlockFormat.ChainOffset] ^= 1;

        Assert.Contains("shorter", await FaultAsync(Blocks.Rearranged(bytes, 0)), StringComparison.Ordinal);
        Assert.Contains("CRC", await FaultAsync(longer), StringComparison.Ordinal);
        Assert.Contains("gone", await FaultAsync([]), StringComparison.Ordinal);
        Assert.True(grown.FirstSequence > 0);
    }

    /// <summary>What a night says of the journal where its segment has become <paramref name="segment"/>.</summary>
    private async Task<string> FaultAsync(byte[] segment)
    {
        var other = await _world.WithAsync(segment);
        await StoreBlobs.CopyAsync(_world.Blobs, other.Blobs, BlobContainer.Proofs);
        var signed = await SignAsync(other, First.AddDays(1));
        Assert.Equal(0, signed.Journals);
        return Assert.Single(signed.Faults).Reason;
    }

    private Task<SignedShard> SignAsync(JournalWorld world, DateOnly night) =>
        new HeadSigning(world.Blobs, _signer).SignShardAsync(Shard, night, CancellationToken.None);

    private Task<Night> ReadAsync(DateOnly night) => new NightBook(_world.Blobs).ReadAsync(Shard, night, CancellationToken.None);

    private async Task<ShardMarks> MarksAsync() => (await new NightBook(_world.Blobs).MarksAsync(Shard, CancellationToken.None)).Marks;

    private async Task<byte[]> KeptMarksAsync() =>
        (await _world.Blobs.ReadAsync(new(BlobContainer.Heads, $"{Shard:x3}/nights"), 0, int.MaxValue, CancellationToken.None)).Bytes.ToArray();

    private async Task ReplaceMarksAsync(byte[] bytes)
    {
        var name = new BlobName(BlobContainer.Heads, $"{Shard:x3}/nights");
        await _world.Blobs.StageAsync(name, 0, bytes, CancellationToken.None);
        await _world.Blobs.CommitAsync(name, 1, (await _world.Blobs.PropertiesAsync(name, CancellationToken.None))!.Tag, CancellationToken.None);
    }

    private bool IsSigned(Night night)
    {
        var point = _signer.PublicKey.ToArray();
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } });
        var root = MerkleTree.Root(night.Leaves.Select(leaf => leaf.Digest).ToArray());
        return key.VerifyData(
            Statements.Night(night.Shard, night.Date, night.Leaves.Count, root, night.Previous), Convert.FromHexString(night.Signature), HashAlgorithmName.SHA256);
    }

    private sealed class OtherRing : IKeyRing
    {
        public ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken) => new(SHA256.HashData("other"u8));
    }
}
