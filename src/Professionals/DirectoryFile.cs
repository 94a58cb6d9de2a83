using System.Collections.Frozen;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Professionals.Extract;

namespace MonEspaceSante.Professionals;

/// <summary>
/// The national directory as a file keeps it: read at the start, read again when the file has changed and is no longer being written, replaced in
/// one step. A file that cannot be used changes nothing: the directory that stands goes on.
/// </summary>
public sealed class DirectoryFile : IProfessionalDirectory, IDisposable
{
    /// <summary>How often the file is looked at. A change is taken at the second look that finds it the same: a file being copied is left alone.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly Lock _reading = new();
    private readonly FileInfo _file;
    private readonly FrozenSet<string> _regulationCentres;
    private readonly Action<LoadReport> _tell;
    private readonly ITimer _timer;
    private (long Length, DateTime Written) _taken;
    private (long Length, DateTime Written) _seen;
    private volatile NationalDirectory _current;

    /// <summary>Reads <paramref name="path"/> at once, then keeps up with it until disposed.</summary>
    /// <param name="path">The extract.</param>
    /// <param name="regulationCentres">National identifiers of the emergency dispatch centres (SAMU): the extract does not tell them from other structures.</param>
    /// <param name="clock">Gives the rhythm of the looks.</param>
    /// <param name="tell">Is told what came of each reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no extract, or holds nobody.</exception>
    public DirectoryFile(string path, IEnumerable<string> regulationCentres, TimeProvider clock, Action<LoadReport> tell)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_file, _regulationCentres, _tell) = (new(path), regulationCentres.ToFrozenSet(), tell);
        _taken = _seen = Stamp();
        _current = Read();
        _timer = clock.CreateTimer(_ => Refresh(), null, Period, Period);
    }

    /// <summary>The directory that stands. Two questions that belong together are asked of one of them.</summary>
    public NationalDirectory Current => _current;

    /// <inheritdoc/>
    public DirectoryEntry? Find(string rpps) =>
        Rpps.TryParse(rpps, null, out var number) && _current.Find(number) is { } practitioner ? Entry(practitioner) : null;

    /// <summary>Looks at the file now.</summary>
    public void Refresh()
    {
        lock (_reading)
        {
            try
            {
                var (before, now) = (_seen, Stamp());
                _seen = now;
                if (now != _taken && now == before)
                {
                    // Taken whether it can be used or not: a bad file is read, and told of, once.
                    _taken = now;
                    _current = Read();
                }
            }
            catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                _tell(LoadReport.Failed(unusable.Message));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private NationalDirectory Read()
    {
        using var extract = _file.OpenRead();
        var directory = ExtractLoader.Load(extract, out var report);
        _tell(report);
        return directory;
    }

    private (long Length, DateTime Written) Stamp()
    {
        _file.Refresh();
        return _file.Exists ? (_file.Length, _file.LastWriteTimeUtc) : throw new FileNotFoundException("The file of the directory is not there.");
    }

    // The first situation of the extract is the one of the session: a professional of two professions comes in as the first.
    private DirectoryEntry Entry(Practitioner practitioner)
    {
        var situation = practitioner.Situations[0];
        var placed = practitioner.Situations.FirstOrDefault(other => other.Structure is not null);
        return new(
            practitioner.Number.Value, practitioner.Surname, practitioner.GivenName, situation.Profession.Code, situation.Profession.Label, situation.Speciality?.Code,
            Standing.Active,
            placed?.Structure is { } workplace ? new(workplace.NationalId, workplace.Name, _regulationCentres.Contains(workplace.NationalId)) : null,
            (situation.Sector ?? placed?.Sector)?.Code);
    }
}
