using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Contracts;

public abstract partial class BlobStoreContract
{
    [SkippableFact]
    public async Task A_staged_chunk_is_not_visible()
    {
        var name = NewName(BlobContainer.Documents);

        await Store.StageAsync(name, 0, "abc"u8.ToArray(), None);

        Assert.Null(await Store.PropertiesAsync(name, None));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.ReadAsync(name, 0, 3, None));
    }

    [SkippableFact]
    public async Task Chunks_are_committed_in_the_order_of_their_numbers()
    {
        var name = NewName(BlobContainer.Documents);
        await Store.StageAsync(name, 1, "two"u8.ToArray(), None);
        await Store.StageAsync(name, 0, "one"u8.ToArray(), None);

        await Store.CommitAsync(name, 2, expected: null, None);

        Assert.Equal("onetwo", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task A_chunk_staged_again_takes_the_place_of_the_first()
    {
        var name = NewName(BlobContainer.Documents);
        await Store.StageAsync(name, 0, "old"u8.ToArray(), None);
        await Store.StageAsync(name, 0, "new"u8.ToArray(), None);

        await Store.CommitAsync(name, 1, expected: null, None);

        Assert.Equal("new", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task Chunks_beside_those_committed_are_forgotten()
    {
        var name = NewName(BlobContainer.Documents);
        await Store.StageAsync(name, 0, "kept"u8.ToArray(), None);
        await Store.StageAsync(name, 1, Bytes(300_000), None);

        await Store.CommitAsync(name, 1, expected: null, None);

        Assert.Equal("kept", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task No_chunk_makes_an_empty_blob()
    {
        var name = NewName(BlobContainer.Documents);

        await Store.CommitAsync(name, 0, expected: null, None);

        Assert.Equal(0, (await Store.PropertiesAsync(name, None))!.Length);
        Assert.Empty(await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task A_commit_that_lacks_a_chunk_is_refused()
    {
        var name = NewName(BlobContainer.Documents);
        await Store.StageAsync(name, 0, "abc"u8.ToArray(), None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(name, 2, expected: null, None));

        Assert.Null(await Store.PropertiesAsync(name, None));
    }

    [SkippableFact]
    public async Task Content_that_exists_is_not_committed_over_without_its_tag()
    {
        var name = NewName(BlobContainer.Heads);
        await Put(Store, name, "first"u8.ToArray());
        await Store.StageAsync(name, 0, "second"u8.ToArray(), None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(name, 1, expected: null, None));

        Assert.Equal("first", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task Content_is_replaced_by_who_knows_its_tag()
    {
        var name = NewName(BlobContainer.Heads);
        var first = await Put(Store, name, "first"u8.ToArray());
        await Store.StageAsync(name, 0, "second"u8.ToArray(), None);

        var second = await Store.CommitAsync(name, 1, first, None);

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await Store.PropertiesAsync(name, None))!.Tag);
        Assert.Equal("second", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task Content_is_not_replaced_by_who_knows_a_former_tag()
    {
        var name = NewName(BlobContainer.Heads);
        var first = await Put(Store, name, "first"u8.ToArray());
        await Store.StageAsync(name, 0, "second"u8.ToArray(), None);
        await Store.CommitAsync(name, 1, first, None);
        await Store.StageAsync(name, 0, "third"u8.ToArray(), None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(name, 1, first, None));

        Assert.Equal("second", await ReadText(Store, name));
    }

    [SkippableFact]
    public async Task A_tag_is_refused_where_there_is_no_blob()
    {
        var gone = NewName(BlobContainer.Heads);
        var tag = await Put(Store, gone, "abc"u8.ToArray());
        await Store.DeleteAsync(gone, tag, None);
        await Store.StageAsync(gone, 0, "def"u8.ToArray(), None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(gone, 1, tag, None));
    }

    [SkippableFact]
    public async Task An_append_blob_is_never_committed_over()
    {
        var name = NewName();
        await Store.CreateAppendBlobAsync(name, None);
        var tag = (await Store.PropertiesAsync(name, None))!.Tag;
        await Happened(() => Store.StageAsync(name, 0, "abc"u8.ToArray(), None));

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(name, 1, expected: null, None));
        await Assert.ThrowsAsync<BlobConditionException>(() => Store.CommitAsync(name, 1, tag, None));

        Assert.Empty(await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task Of_the_commits_that_race_for_one_name_one_wins()
    {
        var name = NewName(BlobContainer.Keys);
        var other = OpenAnother();
        await Store.StageAsync(name, 0, "a"u8.ToArray(), None);
        await other.StageAsync(name, 0, "b"u8.ToArray(), None);

        var won = await Task.WhenAll(
            Happened(() => Store.CommitAsync(name, 1, expected: null, None)),
            Happened(() => other.CommitAsync(name, 1, expected: null, None)));

        Assert.Single(won, true);
    }

    [SkippableFact]
    public async Task A_chunk_has_1_byte_to_8_MiB()
    {
        var name = NewName(BlobContainer.Documents);
        var longest = Bytes(BlobLimits.ChunkBytes);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.StageAsync(name, 0, Array.Empty<byte>(), None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.StageAsync(name, 0, new byte[BlobLimits.ChunkBytes + 1], None));
        await Put(Store, name, longest);

        Assert.Equal(longest, await ReadAll(Store, name));
    }

    [SkippableFact]
    public async Task The_buffer_of_a_chunk_is_the_callers_again_after_the_call()
    {
        var name = NewName(BlobContainer.Documents);
        var buffer = "abc"u8.ToArray();

        await Store.StageAsync(name, 0, buffer, None);
        buffer.AsSpan().Clear();
        await Store.CommitAsync(name, 1, expected: null, None);

        Assert.Equal("abc", await ReadText(Store, name));
    }
}
