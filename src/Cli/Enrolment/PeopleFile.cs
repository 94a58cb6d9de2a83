namespace MonEspaceSante.Cli.Enrolment;

/// <summary>A file of people being read, one to a line, in UTF-8: CSV under a header, or objects of JSON.</summary>
/// <remarks>
/// Lines stay the bytes they are, in one buffer that is used again for each batch: a person costs about 150 bytes of memory while they wait for
/// their bucket, not the kilobyte of their sheet, so a batch can be large, and a large batch opens each bucket once for many people.
/// </remarks>
internal sealed class PeopleFile : IDisposable
{
    private const int LeastBatchBytes = 128 * 1024 * 1024;

    // The bytes are an eighth of the memory, their places and the order of their buckets as much again: the rest is the machine's.
    private const int ShareOfMemory = 8;

    // Of very short lines the places would outgrow the bytes.
    private const int ShortestLine = 64;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly FileStream _file;
    private readonly byte[] _buffer;
    private readonly List<PeopleLine> _batch = [];
    private int _start;
    private int _end;
    private long _linesTaken;

    /// <summary>
    /// The bytes of a batch on this machine, from room for a million ordinary rows up to the largest array. Each batch reads again the buckets that it
    /// touches, and a million rows touch them all: what a person costs stays the same only where the batch grows with the file.
    /// </summary>
    public static int BatchBytes { get; } =
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / ShareOfMemory, LeastBatchBytes, Array.MaxLength);

    /// <summary>Opens the file at <paramref name="path"/> and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="batchBytes">The most that is kept in memory at once, <see cref="BatchBytes"/> where none is given; no line can be longer.</param>
    /// <exception cref="PeopleFileException">The header is not one of a file of people.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public PeopleFile(string path, int? batchBytes = null)
    {
        _file = new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        try
        {
            _buffer = new byte[Math.Min(batchBytes ?? BatchBytes, _file.Length + 1)];
            Fill();
            _start = _buffer.AsSpan(0, _end).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            Rows = ReadShape();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>How its lines are read.</summary>
    public IPeopleRows Rows { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>When it was last written.</summary>
    public DateTime Modified => File.GetLastWriteTimeUtc(_file.SafeFileHandle);

    /// <summary>Where the next batch begins.</summary>
    public FilePlace Next => new(_file.Position - (_end - _start), _linesTaken + 1);

    /// <summary>Goes on at <paramref name="place"/>, which an earlier reader of the same file has answered.</summary>
    public void GoTo(FilePlace place)
    {
        _file.Position = place.Position;
        (_start, _end, _linesTaken) = (0, 0, place.Line - 1);
    }

    /// <summary>The next lines, as many as the memory of a batch holds, without the empty ones; none at the end of the file.</summary>
    public IReadOnlyList<PeopleLine> ReadBatch()
    {
        _batch.Clear();
        Fill();
        while (_batch.Count < BatchBytes / ShortestLine && TryTakeLine(out var line))
        {
            if (!line.IsEmpty)
            {
                _batch.Add(new(_linesTaken, line));
            }
        }

        return _batch;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>A file whose first line is an object has no header: all of its lines are objects.</summary>
    private IPeopleRows ReadShape() =>
        _buffer.AsSpan(_start.._end) is [(byte)'{', ..] ? new PeopleObjects()
        : TryTakeLine(out var header) ? PeopleColumns.ReadHeader(header.Span)
        : throw new PeopleFileException("The file is empty.");

    /// <summary>Fills the buffer behind the line that the last batch has cut.</summary>
    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        _end += _file.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
    }

    private bool TryTakeLine(out ReadOnlyMemory<byte> line)
    {
        var length = _buffer.AsSpan(_start.._end).IndexOf((byte)'\n');
        if (length < 0)
        {
            return TryTakeLastLine(out line);
        }

        Take(length, length + 1, out line);
        return true;
    }

    private bool TryTakeLastLine(out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_file.Position < _file.Length)
        {
            var room = _start > 0 || _end < _buffer.Length;
            return room ? false : throw new PeopleFileException($"Line {_linesTaken + 1} is longer than {_buffer.Length} bytes.");
        }

        var length = _end - _start;
        if (length == 0)
        {
            return false;
        }

        Take(length, length, out line);
        return true;
    }

    private void Take(int length, int withEnd, out ReadOnlyMemory<byte> line)
    {
        line = _buffer.AsMemory(_start, length);
        line = line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        _start += withEnd;
        _linesTaken++;
    }
}

/// <summary>A place in a file, between two lines.</summary>
/// <param name="Position">The bytes before it.</param>
/// <param name="Line">The number of the line that follows, from 1.</param>
internal readonly record struct FilePlace(long Position, long Line);
