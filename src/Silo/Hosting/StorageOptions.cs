namespace MonEspaceSante.Silo.Hosting;

/// <summary>Where bytes are kept (configuration section <c>Storage</c>).</summary>
public sealed record StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Which adapter.</summary>
    public StorageKind Kind { get; init; } = StorageKind.Sqlite;

    /// <summary>The folder of the embedded store, and of the platform's own keys.</summary>
    public string Folder { get; init; } = "data";

    /// <summary>Connection string of the Azure account.</summary>
    public string? ConnectionString { get; init; }
}

/// <summary>The storage adapters.</summary>
public enum StorageKind
{
    /// <summary>SQLite and files on this machine.</summary>
    Sqlite,

    /// <summary>Azure Blob and Queue storage, or Azurite.</summary>
    Azure,
}
