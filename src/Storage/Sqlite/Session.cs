using MonEspaceSante.Storage.Blobs;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, sqlite3_stmt> _statements = new(ReferenceEqualityComparer.Instance);

    private Session(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the database at <paramref name="path"/>, creating it if need be, and runs <paramref name="pragmas"/>.</summary>
    /// <exception cref="StorageUnavailableException">The file cannot be opened or is no database.</exception>
    public static Session Open(string path, string pragmas)
    {
        // No pool of the provider's: ours keeps the prepared statements with the connection.
        var session = new Session(new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()));
        try
        {
            session._connection.Open();
            session.Script($"PRAGMA busy_timeout = 5000; {pragmas}");
            return session;
        }
        catch (SqliteException failure)
        {
            session.Dispose();
            throw new StorageUnavailableException("The database does not open.", failure);
        }
        catch (StorageUnavailableException)
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements that are needed once.</summary>
    /// <exception cref="StorageUnavailableException">SQLite refused one.</exception>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Always one of our constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw new StorageUnavailableException("SQLite refused a statement.", failure);
        }
    }

    /// <summary>A run of <paramref name="sql"/>, which is a constant: it is prepared at its first use and kept.</summary>
    public Query Query(string sql)
    {
        var database = _connection.Handle!;
        if (!_statements.TryGetValue(sql, out var statement))
        {
            var result = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement);
            if (result is not raw.SQLITE_OK)
            {
                throw new StorageUnavailableException($"SQLite answered {result}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
            }

            _statements.Add(sql, statement);
        }

        return new(database, statement);
    }

    /// <summary>Runs a statement without parameter or row.</summary>
    public void Run(string sql)
    {
        using var query = Query(sql);
        query.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
