using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>
/// The statements on blobs. Those that write are run by <see cref="GroupCommit"/>: they check everything before they change anything.
/// </summary>
internal static class BlobRows
{
    /// <summary>Inserts an empty append blob, unless there is a blob of that name.</summary>
    public static bool Create(Session session, BlobName name)
    {
        using var insert = session.Query(
            "INSERT INTO blob (container, path, kind, length, blocks) VALUES (?1, ?2, 1, 0, 0) ON CONFLICT DO NOTHING RETURNING id");
        return insert.Bind(1, (long)name.Container).Bind(2, name.Path).Next();
    }

    /// <summary>Appends a block to the append blob if it is exactly <paramref name="position"/> long.</summary>
    public static void Append(Session session, BlobName name, long position, ReadOnlySpan<byte> block)
    {
        if (Lengthen(session, name, position, block.Length) is { } id)
        {
            Insert(session, id, position, block);
            return;
        }

        var blob = Require(session, name);
        throw new BlobConditionException($"{name} takes no block at {position}: it is {blob.Length} bytes long, kind {blob.Kind}, or full.");
    }

    /// <summary>Closes an append blob.</summary>
    public static void Seal(Session session, BlobName name)
    {
        var blob = Require(session, name);
        if (blob.Kind is BlobKind.Content)
        {
            throw new BlobConditionException($"{name} is no append blob.");
        }

        using var update = session.Query("UPDATE blob SET kind = 2 WHERE id = ?1");
        update.Bind(1, blob.Id).Run();
    }

    /// <summary>Makes <paramref name="chunks"/> the content of the blob if its tag is <paramref name="expected"/>.</summary>
    /// <returns>The new row, and the files of the content that it replaces.</returns>
    public static (BlobRow Row, List<string> Replaced) Commit(Session session, BlobName name, IReadOnlyList<Chunk> chunks, BlobTag? expected)
    {
        var found = Find(session, name);
        if (found?.Tag != expected || found is { Kind: not BlobKind.Content })
        {
            throw new BlobConditionException($"{name} is not in the expected state.");
        }

        var replaced = found is { } old ? Remove(session, old.Id) : [];
        return (Insert(session, name, chunks), replaced);
    }

    /// <summary>Removes the blob if its tag is <paramref name="expected"/>.</summary>
    /// <returns>The files of its content.</returns>
    public static List<string> Delete(Session session, BlobName name, BlobTag? expected)
    {
        if (Find(session, name) is not { } blob)
        {
            return [];
        }

        if (expected is not null && blob.Tag != expected)
        {
            throw new BlobConditionException($"{name} has another tag.");
        }

        return Remove(session, blob.Id);
    }

    /// <summary>The row of the blob, if there is one.</summary>
    public static BlobRow? Find(Session session, BlobName name)
    {
        using var query = session.Query("SELECT id, kind, length FROM blob WHERE container = ?1 AND path = ?2");
        return query.Bind(1, (long)name.Container).Bind(2, name.Path).Next()
            ? new(query.Number(0), (BlobKind)query.Number(1), query.Number(2))
            : null;
    }

    /// <summary>The row of the blob.</summary>
    /// <exception cref="BlobNotFoundException">There is none.</exception>
    public static BlobRow Require(Session session, BlobName name) =>
        Find(session, name) ?? throw new BlobNotFoundException($"There is no blob {name}.");

    /// <summary>Fills <paramref name="destination"/> with the bytes of the blob from <paramref name="offset"/>.</summary>
    /// <returns>How many bytes; fewer than asked at the end of the blob, or where it was removed since its row was read.</returns>
    public static int Fill(Session session, ChunkFiles files, long blob, long offset, Span<byte> destination)
    {
        using var query = session.Query(
            """
            SELECT position, bytes, file FROM block WHERE blob = ?1 AND position < ?3
            AND position >= coalesce((SELECT max(position) FROM block WHERE blob = ?1 AND position <= ?2), 0) ORDER BY position
            """);
        query.Bind(1, blob).Bind(2, offset).Bind(3, offset + destination.Length);
        var filled = 0;
        while (filled < destination.Length && query.Next())
        {
            var skip = offset + filled - query.Number(0);
            var rest = destination[filled..];
            filled += query.IsNull(1) ? files.Read(query.Text(2), skip, rest) : Copy(query.Bytes(1), skip, rest);
        }

        return filled;
    }

    /// <summary>At most <paramref name="count"/> blobs whose name begins with <paramref name="prefix"/> and comes after <paramref name="after"/>.</summary>
    public static List<BlobListing> List(Session session, BlobContainer container, string prefix, string after, int count)
    {
        // Names are lower-case letters, digits and signs before DEL, so DEL ends the range of a prefix.
        using var query = session.Query(
            """
            SELECT path, length FROM blob WHERE container = ?1 AND path >= ?2 AND path < ?2 || char(127) AND path > ?3
            ORDER BY path LIMIT ?4
            """);
        query.Bind(1, (long)container).Bind(2, prefix).Bind(3, after).Bind(4, count);
        var page = new List<BlobListing>();
        while (query.Next())
        {
            page.Add(new(query.Text(0), query.Number(1)));
        }

        return page;
    }

    private static long? Lengthen(Session session, BlobName name, long position, int length)
    {
        using var update = session.Query(
            """
            UPDATE blob SET length = length + ?4, blocks = blocks + 1
            WHERE container = ?1 AND path = ?2 AND length = ?3 AND kind = 1 AND blocks < ?5 RETURNING id
            """);
        update.Bind(1, (long)name.Container).Bind(2, name.Path).Bind(3, position).Bind(4, length).Bind(5, BlobLimits.Blocks);
        return update.Next() ? update.Number(0) : null;
    }

    private static BlobRow Insert(Session session, BlobName name, IReadOnlyList<Chunk> chunks)
    {
        var length = chunks.Sum(chunk => (long)chunk.Length);
        var id = InsertContent(session, name, length, chunks.Count);
        var position = 0L;
        foreach (var chunk in chunks)
        {
            if (chunk.File is { } file)
            {
                Insert(session, id, position, file);
            }
            else
            {
                Insert(session, id, position, chunk.Bytes.Span);
            }

            position += chunk.Length;
        }

        return new(id, BlobKind.Content, length);
    }

    private static long InsertContent(Session session, BlobName name, long length, int blocks)
    {
        using var insert = session.Query("INSERT INTO blob (container, path, kind, length, blocks) VALUES (?1, ?2, 0, ?3, ?4) RETURNING id");
        insert.Bind(1, (long)name.Container).Bind(2, name.Path).Bind(3, length).Bind(4, blocks).Next();
        return insert.Number(0);
    }

    private static void Insert(Session session, long blob, long position, ReadOnlySpan<byte> bytes)
    {
        using var insert = session.Query("INSERT INTO block (blob, position, bytes) VALUES (?1, ?2, ?3)");
        insert.Bind(1, blob).Bind(2, position).Bind(3, bytes).Run();
    }

    private static void Insert(Session session, long blob, long position, string file)
    {
        using var insert = session.Query("INSERT INTO block (blob, position, file) VALUES (?1, ?2, ?3)");
        insert.Bind(1, blob).Bind(2, position).Bind(3, file).Run();
    }

    private static List<string> Remove(Session session, long blob)
    {
        var files = new List<string>();
        using var blocks = session.Query("DELETE FROM block WHERE blob = ?1 RETURNING file");
        blocks.Bind(1, blob);
        while (blocks.Next())
        {
            if (!blocks.IsNull(0))
            {
                files.Add(blocks.Text(0));
            }
        }

        using var row = session.Query("DELETE FROM blob WHERE id = ?1");
        row.Bind(1, blob).Run();
        return files;
    }

    private static int Copy(ReadOnlySpan<byte> block, long skip, Span<byte> destination)
    {
        var available = block[(int)skip..];
        var copied = available[..Math.Min(available.Length, destination.Length)];
        copied.CopyTo(destination);
        return copied.Length;
    }
}
