using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>A row that was not taken in.</summary>
/// <param name="Line">The row.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct RejectedRow(PeopleLine Line, Refusal Reason);

/// <summary>The rows that were not taken in, as CSV: <c>line,code,reason</c>. Nothing of what they say of anybody: the line finds it.</summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly FileStream _file;
    private readonly StreamWriter _writer;

    /// <summary>Opens the file at <paramref name="path"/>, made if need be, and forgets what it holds after <paramref name="length"/> bytes.</summary>
    /// <exception cref="PeopleFileException">It is shorter: these are not the rejects of the run that goes on.</exception>
    public RejectsFile(string path, long length)
    {
        _file = new(path, FileMode.OpenOrCreate, FileAccess.Write);
        if (_file.Length < length)
        {
            _file.Dispose();
            throw new PeopleFileException($"{path} is not the rejects file of the run that the checkpoint remembers; remove the checkpoint to begin anew.");
        }

        _file.SetLength(length);
        _file.Position = length;
        _writer = new(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        if (length == 0)
        {
            _writer.WriteLine("line,code,reason");
        }
    }

    /// <summary>Writes <paramref name="rows"/> in the order of their lines, down to the disk, and answers the length of the file.</summary>
    public long Write(IEnumerable<RejectedRow> rows)
    {
        foreach (var (line, reason) in rows.OrderBy(row => row.Line.Number))
        {
            var sentence = reason.Expression is { } column ? $"{column}: {reason.English}" : reason.English;
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Number},{reason.Code},{CsvCells.Cell(sentence)}"));
        }

        _writer.Flush();
        _file.Flush(flushToDisk: true);
        return _file.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
