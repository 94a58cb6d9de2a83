using System.Buffers.Binary;
using System.Globalization;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Torture.Check;

/// <summary>
/// Reads the frames of a journal's blocks from the description of the format (storage design, sections 4.2 and 4.3), not with the platform's
/// reader: what that one refuses to show is seen here.
/// </summary>
internal static class Frames
{
    private const int EntriesOffset = 72;
    private const int TrailerLength = 36;

    /// <summary>Every entry of the journal, without its body, and the activation of every block.</summary>
    public static async Task<(List<Guid> Blocks, List<StandingEntry> Entries)> ReadAsync(IBlobStore blobs, JournalId journal)
    {
        var (blocks, entries) = (new List<Guid>(), new List<StandingEntry>());
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}/j/");
        await foreach (var segment in blobs.ListAsync(BlobContainer.Journals, prefix, CancellationToken.None))
        {
            var content = await blobs.ReadAsync(new(BlobContainer.Journals, segment.Path), 0, segment.Length, CancellationToken.None);
            Read(content.Bytes.Span, blocks, entries);
        }

        return (blocks, entries);
    }

    private static void Read(ReadOnlySpan<byte> segment, List<Guid> blocks, List<StandingEntry> entries)
    {
        while (segment.Length > EntriesOffset && segment.StartsWith("ESJ1"u8))
        {
            var block = segment[..BinaryPrimitives.ReadInt32LittleEndian(segment[8..])];
            for (var rest = block[EntriesOffset..^TrailerLength]; rest.Length > 0; rest = rest[BinaryPrimitives.ReadInt32LittleEndian(rest)..])
            {
                entries.Add(new(
                    BinaryPrimitives.ReadInt64LittleEndian(rest[4..]), blocks.Count,
                    new(BinaryPrimitives.ReadInt64LittleEndian(rest[12..]), TimeSpan.Zero),
                    (EntryKind)BinaryPrimitives.ReadInt16LittleEndian(rest[20..]), new Guid(rest[24..40], bigEndian: true), default));
            }

            blocks.Add(new(block[24..40]));
            segment = segment[block.Length..];
        }
    }
}
