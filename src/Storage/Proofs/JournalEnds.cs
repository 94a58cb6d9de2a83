using System.Globalization;
using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>How far a journal goes, as a listing tells it without reading a byte.</summary>
/// <param name="Id">The journal.</param>
/// <param name="Segment">Its last segment.</param>
/// <param name="Length">The bytes of it.</param>
internal readonly record struct JournalEnd(JournalId Id, int Segment, long Length)
{
    /// <summary>The journal ends where it did.</summary>
    public bool Is(NightLeaf leaf) => Segment == leaf.Segment && Length == leaf.Position;

    /// <summary>The journal ends before where it did: something was taken away.</summary>
    public bool IsBefore(NightLeaf leaf) => Segment < leaf.Segment || (Segment == leaf.Segment && Length < leaf.Position);
}

/// <summary>Lists the journals of a shard: one call for about 5,000 segments.</summary>
internal static class JournalEnds
{
    /// <summary>The journals of <paramref name="shard"/> that have a segment.</summary>
    public static async IAsyncEnumerable<JournalEnd> ListAsync(IBlobStore blobs, int shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = default(JournalEnd);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{shard:x3}/");
        await foreach (var listed in blobs.ListAsync(BlobContainer.Journals, prefix, cancellationToken))
        {
            // {shard}/{journal}/j/{segment}: the segments of a journal follow one another, the last one last.
            var parts = listed.Path.Split('/');
            var next = new JournalEnd(JournalId.Parse(parts[1]), int.Parse(parts[3], CultureInfo.InvariantCulture), listed.Length);
            if (end.Segment > 0 && end.Id != next.Id)
            {
                yield return end;
            }

            end = next;
        }

        if (end.Segment > 0)
        {
            yield return end;
        }
    }
}
