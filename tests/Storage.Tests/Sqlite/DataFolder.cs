using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Storage.Tests.Sqlite;

/// <summary>A folder of its own for one test, with the stores opened on it; removed at the end.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly List<SqliteStore> _stores = [];

    public DataFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mes-storage-{Guid.NewGuid():N}");

    public ManualClock Clock { get; } = new();

    public SqliteStore Open()
    {
        var store = new SqliteStore(Path, Clock);
        _stores.Add(store);
        return store;
    }

    public void Close(SqliteStore store)
    {
        _stores.Remove(store);
        store.Dispose();
    }

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        Directory.Delete(Path, recursive: true);
    }
}
