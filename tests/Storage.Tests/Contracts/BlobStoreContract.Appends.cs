using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Contracts;

public abstract partial class BlobStoreContract
{
    [SkippableFact]
    public async Task A_new_append_blob_is_empty_and_open()
    {
        var name = NewName();

        Assert.True(await Store.CreateAppendBlobAsync(name, None));

        var properties = await Store.PropertiesAsync(name, None);
        Assert.Equal((0L, false), (properties!.Length, properties.Sealed));
        Assert.Empty(await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task Creating_an_append_blob_again_leaves_it_as_it_is()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        await Store.AppendAsync(name, 0, "kept"u8.ToArray(), None);

        Assert.False(await Store.CreateAppendBlobAsync(name, None));

        Assert.Equal("kept", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task Blocks_are_read_back_in_the_order_of_their_positions()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);

        await Store.AppendAsync(name, 0, "one"u8.ToArray(), None);
        await Store.AppendAsync(name, 3, "two"u8.ToArray(), None);
        await Store.AppendAsync(name, 6, "three"u8.ToArray(), None);

        Assert.Equal("onetwothree", await ReadText(Store, name));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task An_append_at_another_position_than_the_end_is_refused_and_changes_nothing(long position)
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        await Store.AppendAsync(name, 0, "abc"u8.ToArray(), None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.AppendAsync(name, position, "d"u8.ToArray(), None));

        Assert.Equal("abc", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task An_append_to_a_blob_that_does_not_exist_is_refused() =>
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.AppendAsync(NewName(), 0, "a"u8.ToArray(), None));

    [SkippableFact]
    public async Task An_append_to_committed_content_is_refused()
    {
        var name = NewName();
        await Put(Store, name, "abc"u8.ToArray());

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.AppendAsync(name, 3, "d"u8.ToArray(), None));
    }

    [SkippableFact]
    public async Task A_sealed_blob_takes_no_more_blocks()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        await Store.AppendAsync(name, 0, "abc"u8.ToArray(), None);

        await Store.SealAsync(name, None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.AppendAsync(name, 3, "d"u8.ToArray(), None));
        Assert.True((await Store.PropertiesAsync(name, None))!.Sealed);
        Assert.Equal("abc", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task Sealing_a_sealed_blob_changes_nothing()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        await Store.SealAsync(name, None);

        await Store.SealAsync(name, None);

        Assert.True((await Store.PropertiesAsync(name, None))!.Sealed);
    }

    [SkippableFact]
    public async Task Sealing_a_blob_that_does_not_exist_is_refused() =>
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.SealAsync(NewName(), None));

    [SkippableFact]
    public async Task A_block_has_1_byte_to_4_MiB()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        var longest = Bytes(BlobLimits.BlockBytes);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.AppendAsync(name, 0, Array.Empty<byte>(), None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.AppendAsync(name, 0, new byte[BlobLimits.BlockBytes + 1], None));
        await Store.AppendAsync(name, 0, longest, None);

        Assert.Equal(longest, await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task An_append_changes_the_tag()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        var before = await Store.PropertiesAsync(name, None);

        await Store.AppendAsync(name, 0, "a"u8.ToArray(), None);

        Assert.NotEqual(before!.Tag, (await Store.PropertiesAsync(name, None))!.Tag);
    }

    [SkippableFact]
    public async Task Of_the_appends_that_race_for_one_position_one_wins()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        var other = OpenAnother();
        var blocks = Enumerable.Range(0, 16).Select(_ => Bytes(64)).ToArray();

        var won = await Task.WhenAll(blocks.Select(
            (block, index) => Happened(() => (index % 2 is 0 ? Store : other).AppendAsync(name, 0, block, None))));

        var winner = Array.IndexOf(won, true);
        Assert.Single(won, true);
        Assert.Equal(blocks[winner], await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task A_refused_append_does_not_harm_those_beside_it()
    {
        var names = Enumerable.Range(0, 16).Select(_ => NewName()).ToArray();
        await Task.WhenAll(names.Select(name => Store.CreateAppendBlobAsync(name, None)));

        var won = await Task.WhenAll(names.Select(
            (name, index) => Happened(() => Store.AppendAsync(name, index % 4 is 0 ? 7 : 0, Bytes(32), None))));

        Assert.Equal(names.Select((_, index) => index % 4 is not 0), won);
    }

    [SkippableFact]
    public async Task The_buffer_of_an_append_is_the_callers_again_after_the_call()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        var buffer = "abc"u8.ToArray();

        await Store.AppendAsync(name, 0, buffer, None);
        buffer.AsSpan().Clear();

        Assert.Equal("abc", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task A_cancelled_append_is_not_made()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AppendAsync(name, 0, "abc"u8.ToArray(), new(canceled: true)));

        Assert.Empty(await ReadAll(Store, name));
    }
}
