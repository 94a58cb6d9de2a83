using MonEspaceSante.Storage.Azure;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Bench;

// Each figure is measured for this long, after a warm-up of a third of it.
var duration = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 6);
var folder = Path.Combine(Path.GetTempPath(), $"mes-bench-{Guid.NewGuid():N}");
Console.WriteLine("| Adapter | Measure | Callers | Per second | p50 ms | p99 ms |");
Console.WriteLine("|---|---|---|---|---|---|");
try
{
    using var sqlite = new SqliteStore(folder, TimeProvider.System);
    await StorageBench.RunAsync("SQLite", sqlite, duration);

    // The emulator or a real account, where there is one.
    if (Environment.GetEnvironmentVariable("STORAGE_CONNECTION_STRING") is { Length: > 0 } connection)
    {
        await StorageBench.RunAsync("Azure", new AzureBlobStore(AzureAccounts.One(AzureAccount.FromConnectionString(connection))), duration);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
