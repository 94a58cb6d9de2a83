namespace MonEspaceSante.Professionals.Extract;

/// <summary>The lines of a stream as the bytes they are, in one buffer: no text is made of what is not kept.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest line, in bytes: a hundred times a line of the extract.</summary>
    public const int LongestLine = 64 * 1024;

    private readonly byte[] _buffer = new byte[16 * LongestLine];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The next line, without what ends it; it holds until the next one is read.</summary>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="LongestLine"/>.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var ready = _buffer.AsSpan(_start.._end);
            var length = ready.IndexOf((byte)'\n');
            if (length >= 0 || _ended)
            {
                line = (length >= 0 ? ready[..length] : ready).TrimEnd((byte)'\r');
                _start = length >= 0 ? _start + length + 1 : _end;
                return length >= 0 || !line.IsEmpty;
            }

            if (ready.Length > LongestLine)
            {
                throw new InvalidDataException($"A line is longer than {LongestLine} bytes.");
            }

            ready.CopyTo(_buffer);
            (_start, _end) = (0, ready.Length);
            var read = stream.Read(_buffer.AsSpan(_end));
            _end += read;
            _ended = read == 0;
        }
    }
}
