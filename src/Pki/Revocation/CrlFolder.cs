namespace MonEspaceSante.Pki.Revocation;

/// <summary>
/// Keeps a <see cref="CrlStore"/> at what a folder of <c>*.crl</c> files (DER) holds. Files are looked at every 30 seconds and read again
/// when one has changed, so that a revocation written there takes effect well within the 15 minutes of security rule 11.
/// </summary>
public sealed class CrlFolder : IDisposable
{
    /// <summary>How often the folder is looked at.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly Lock _reading = new();
    private readonly string _folder;
    private readonly CrlStore _store;
    private readonly ITimer _timer;
    private string _seen = "";

    /// <summary>Fills <paramref name="store"/> from <paramref name="folder"/> at once, then keeps it up to date until disposed.</summary>
    /// <param name="folder">The folder; while it is absent the store holds nothing, and every certificate is refused.</param>
    /// <param name="store">The store to fill.</param>
    /// <param name="clock">Gives the rhythm of the looks.</param>
    public CrlFolder(string folder, CrlStore store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_folder, _store) = (folder, store);
        Refresh();
        _timer = clock.CreateTimer(_ => Refresh(), null, Period, Period);
    }

    /// <summary>Looks at the folder now. A folder that cannot be read leaves the lists as they are: they expire by themselves.</summary>
    public void Refresh()
    {
        lock (_reading)
        {
            try
            {
                var files = new DirectoryInfo(_folder).GetFiles("*.crl");
                Array.Sort(files, (one, other) => string.CompareOrdinal(one.Name, other.Name));
                var seen = string.Join('|', files.Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
                if (seen != _seen)
                {
                    _store.Replace([.. files.Select(file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file.FullName)))]);
                    _seen = seen;
                }
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                // Tried again at the next look.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
