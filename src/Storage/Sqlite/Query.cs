using MonEspaceSante.Storage.Blobs;
using SQLitePCL;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>One run of a prepared statement. Disposing of it ends the run, and with it the read transaction that a run holds.</summary>
/// <remarks>Straight on the SQLite interface: an ADO command would allocate a reader and box each parameter of each append.</remarks>
internal readonly ref struct Query(sqlite3 database, sqlite3_stmt statement)
{
    /// <summary>Gives parameter <paramref name="index"/> (from 1) a number.</summary>
    public Query Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, index, value));
        return this;
    }

    /// <summary>Gives parameter <paramref name="index"/> a copy of <paramref name="value"/>.</summary>
    public Query Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(statement, index, value));
        return this;
    }

    /// <summary>Gives parameter <paramref name="index"/> a text.</summary>
    public Query Bind(int index, string value)
    {
        Check(raw.sqlite3_bind_text(statement, index, value));
        return this;
    }

    /// <summary>Goes to the next row; <see langword="false"/> after the last one.</summary>
    public bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW)
        {
            return true;
        }

        Check(result is raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Runs a statement that answers no row.</summary>
    public void Run() => Next();

    /// <summary>The number in <paramref name="column"/> (from 0).</summary>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The text in <paramref name="column"/>.</summary>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>The bytes in <paramref name="column"/>, valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>Whether <paramref name="column"/> holds nothing.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) is raw.SQLITE_NULL;

    /// <summary>Ends the run; the statement can be run again.</summary>
    public void Dispose()
    {
        // What the last step answered was thrown then; reset repeats it.
        _ = raw.sqlite3_reset(statement);
        _ = raw.sqlite3_clear_bindings(statement);
    }

    private void Check(int result)
    {
        if (result is not raw.SQLITE_OK)
        {
            throw new StorageUnavailableException($"SQLite answered {result}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
        }
    }
}
