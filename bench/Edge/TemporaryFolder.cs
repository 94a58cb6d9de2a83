namespace MonEspaceSante.Edge;

/// <summary>A folder that is gone when the bench is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bench-edge-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
