using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Reads a segment forwards through a window, so that a short journal takes one call and a long one little memory.</summary>
internal sealed class SegmentReader(IBlobStore blobs, JournalId journal, int segment)
{
    // Two snapshots are about 64 KiB apart, so the first call brings all that most journals have to read.
    private const int FirstWindow = 128 * 1024;
    private const int NextWindow = 1024 * 1024;

    private int _ahead = FirstWindow;
    private BlobContent _window = new(default, default, BlobLength: long.MaxValue);
    private long _start;

    /// <summary>The number of the segment.</summary>
    public int Segment { get; } = segment;

    /// <summary>The bytes from <paramref name="position"/>, at least <paramref name="wanted"/> of them unless the segment ends before; none for a segment that does not exist.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(long position, int wanted, CancellationToken cancellationToken)
    {
        if (!Holds(position, wanted))
        {
            _window = await ReadAsync(position, Math.Max(wanted, _ahead), cancellationToken);
            _start = position;
            _ahead = NextWindow;
        }

        return _window.Bytes[(int)(position - _start)..];
    }

    private bool Holds(long position, int wanted)
    {
        var end = _start + _window.Bytes.Length;
        return position >= _start && position <= end && (position + wanted <= end || end == _window.BlobLength);
    }

    private async Task<BlobContent> ReadAsync(long position, int length, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.ReadAsync(JournalNames.Segment(journal, Segment), position, length, cancellationToken);
        }
        catch (BlobNotFoundException)
        {
            return new(default, default, BlobLength: position);
        }
    }
}
