using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Contracts;

public abstract partial class BlobStoreContract
{
    public static TheoryData<long, long> Ranges => new()
    {
        { 0, 10 }, { 0, 3 }, { 2, 5 }, { 3, 3 }, { 9, 1 }, { 9, 5 }, { 10, 1 }, { 11, 4 }, { 4, 0 }, { 0, long.MaxValue / 2 },
    };

    [SkippableTheory]
    [MemberData(nameof(Ranges))]
    public async Task A_read_gives_the_bytes_that_are_in_its_range(long offset, long length)
    {
        var appended = NewName();
        var committed = NewName(BlobContainer.Documents);
        await Store.CreateAppendBlobAsync(appended, None);
        await Store.AppendAsync(appended, 0, "0123"u8.ToArray(), None);
        await Store.AppendAsync(appended, 4, "456789"u8.ToArray(), None);
        await Put(Store, committed, "0123"u8.ToArray(), "456789"u8.ToArray());
        var from = (int)Math.Min(offset, 10);
        var expected = "0123456789"u8.ToArray()[from..(int)Math.Min(from + length, 10)];

        foreach (var name in new[] { appended, committed })
        {
            var content = await Store.ReadAsync(name, offset, length, None);
            Assert.Equal(expected, content.Bytes.ToArray());
            Assert.Equal((10L, (await Store.PropertiesAsync(name, None))!.Tag), (content.BlobLength, content.Tag));
            Assert.Equal(expected, await Drain(await Store.OpenReadAsync(name, offset, length, None)));
        }
    }

    [SkippableFact]
    public async Task Large_content_is_read_as_it_was_staged()
    {
        var name = NewName(BlobContainer.Documents);
        byte[][] chunks = [Bytes(200_000), Bytes(1_000), Bytes(300_001)];
        await Put(Store, name, chunks);
        var whole = chunks.SelectMany(chunk => chunk).ToArray();

        Assert.Equal(whole, await ReadAll(Store, name));
        Assert.Equal(whole, await Drain(await Store.OpenReadAsync(name, 0, long.MaxValue / 2, None)));
        Assert.Equal(whole[199_990..201_010], (await Store.ReadAsync(name, 199_990, 1_020, None)).Bytes.ToArray());
        Assert.Equal(whole[100..300_000], await Drain(await Store.OpenReadAsync(name, 100, 299_900, None)));
    }

    [SkippableFact]
    public async Task What_does_not_exist_is_not_found()
    {
        var name = NewName();

        Assert.Null(await Store.PropertiesAsync(name, None));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.ReadAsync(name, 0, 1, None));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.OpenReadAsync(name, 0, 1, None));
    }

    [SkippableFact]
    public async Task Blobs_of_one_name_in_two_containers_are_two_blobs()
    {
        var name = NewName(BlobContainer.Heads);
        await Put(Store, name, "abc"u8.ToArray());

        Assert.Null(await Store.PropertiesAsync(name with { Container = BlobContainer.Keys }, None));
    }

    [SkippableFact]
    public async Task What_was_answered_is_there_after_the_store_was_closed()
    {
        var appended = NewName();
        var committed = NewName(BlobContainer.Documents);
        var large = Bytes(500_000);
        await Store.CreateAppendBlobAsync(appended, None);
        await Store.AppendAsync(appended, 0, "abc"u8.ToArray(), None);
        await Store.SealAsync(appended, None);
        var tag = await Put(Store, committed, large);

        Reopen();

        Assert.Equal("abc", await ReadText(Store, appended));
        Assert.True((await Store.PropertiesAsync(appended, None))!.Sealed);
        Assert.Equal(large, await ReadAll(Store, committed));
        Assert.Equal(tag, (await Store.PropertiesAsync(committed, None))!.Tag);
    }

    [SkippableFact]
    public async Task Two_instances_see_each_others_writes()
    {
        var name = NewName();
        var other = OpenAnother();

        await Store.CreateAppendBlobAsync(name, None);
        await other.AppendAsync(name, 0, "abc"u8.ToArray(), None);
        await Store.AppendAsync(name, 3, "def"u8.ToArray(), None);

        Assert.Equal("abcdef", await ReadText(other, name));
    }

    [SkippableFact]
    public async Task Writers_of_two_instances_do_not_disturb_each_other()
    {
        IBlobStore[] stores = [Store, OpenAnother()];
        var names = Enumerable.Range(0, 16).Select(_ => NewName()).ToArray();

        await Task.WhenAll(names.Select((name, index) => Task.Run(async () =>
        {
            await stores[index % 2].CreateAppendBlobAsync(name, None);
            for (var position = 0; position < 10; position++)
            {
                await stores[(index + position) % 2].AppendAsync(name, position, Bytes(1), None);
            }
        })));

        Assert.All(await Task.WhenAll(names.Select(name => Store.PropertiesAsync(name, None))), blob => Assert.Equal(10, blob!.Length));
    }

    [SkippableFact]
    public async Task A_deleted_blob_is_gone()
    {
        var name = NewName(BlobContainer.Documents);
        await Put(Store, name, Bytes(200_000));

        await Store.DeleteAsync(name, expected: null, None);

        Assert.Null(await Store.PropertiesAsync(name, None));
        await Assert.ThrowsAsync<BlobNotFoundException>(() => Store.ReadAsync(name, 0, 1, None));
    }

    [SkippableFact]
    public async Task Deleting_what_does_not_exist_changes_nothing()
    {
        var name = NewName(BlobContainer.Documents);

        await Store.DeleteAsync(name, expected: null, None);

        Assert.Null(await Store.PropertiesAsync(name, None));
    }

    [SkippableFact]
    public async Task A_blob_of_another_tag_is_not_deleted()
    {
        var name = NewName(BlobContainer.Heads);
        var first = await Put(Store, name, "first"u8.ToArray());
        await Store.StageAsync(name, 0, "second"u8.ToArray(), None);
        var second = await Store.CommitAsync(name, 1, first, None);

        await Assert.ThrowsAsync<BlobConditionException>(() => Store.DeleteAsync(name, first, None));
        Assert.Equal("second", await ReadText(Store, name));

        await Store.DeleteAsync(name, second, None);
        Assert.Null(await Store.PropertiesAsync(name, None));
    }

    [SkippableFact]
    public async Task A_blob_made_again_after_a_deletion_has_another_tag()
    {
        var name = NewName(BlobContainer.Heads);
        var before = await Put(Store, name, "abc"u8.ToArray());
        await Store.DeleteAsync(name, before, None);

        Assert.NotEqual(before, await Put(Store, name, "abc"u8.ToArray()));
    }

    [SkippableFact]
    public async Task A_listing_gives_names_of_the_prefix_in_ordinal_order_with_lengths()
    {
        var folder = $"0a2/{Guid.NewGuid():N}";
        string[] inside = [$"{folder}/j/00000002", $"{folder}/a-b", $"{folder}/a_b", $"{folder}/a.b", $"{folder}/a/b", $"{folder}/a0", $"{folder}/z"];
        foreach (var (path, index) in inside.Select((path, index) => (path, index)))
        {
            await Put(Store, new(BlobContainer.Heads, path), Bytes(index + 1));
        }

        await Put(Store, new(BlobContainer.Heads, $"{folder}0"), Bytes(1));
        await Put(Store, new(BlobContainer.Keys, $"{folder}/k"), Bytes(1));
        await Store.StageAsync(new(BlobContainer.Heads, $"{folder}/staged"), 0, Bytes(1), None);

        var listed = await Store.ListAsync(BlobContainer.Heads, $"{folder}/", None).ToListAsync();

        Assert.Equal(inside.Order(StringComparer.Ordinal), listed.Select(blob => blob.Path));
        Assert.All(listed, blob => Assert.Equal(Array.IndexOf(inside, blob.Path) + 1, blob.Length));
    }

    [SkippableFact]
    public async Task A_listing_of_nothing_is_empty() =>
        Assert.Empty(await Store.ListAsync(BlobContainer.Heads, $"{Guid.NewGuid():N}/", None).ToListAsync());

    private static async Task<byte[]> Drain(Stream stream)
    {
        await using (stream)
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            return all.ToArray();
        }
    }
}
