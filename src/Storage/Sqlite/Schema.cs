using System.Globalization;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>The tables of the store.</summary>
internal static class Schema
{
    private const int Version = 1;

    // Identities of blobs are never reused (AUTOINCREMENT): the tag of a blob contains its identity.
    // A block is in the database or, if it is large, in a file beside it.
    private const string Tables =
        """
        CREATE TABLE blob (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            container INTEGER NOT NULL,
            path TEXT NOT NULL,
            kind INTEGER NOT NULL,
            length INTEGER NOT NULL,
            blocks INTEGER NOT NULL,
            UNIQUE (container, path));
        CREATE TABLE block (
            blob INTEGER NOT NULL,
            position INTEGER NOT NULL,
            bytes BLOB,
            file TEXT,
            PRIMARY KEY (blob, position));
        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            body TEXT NOT NULL,
            visible INTEGER NOT NULL,
            receptions INTEGER NOT NULL);
        CREATE INDEX message_by_visibility ON message (queue, visible);
        """;

    /// <summary>Makes the tables of a new database.</summary>
    /// <exception cref="StorageUnavailableException">A later version of the platform wrote this database.</exception>
    public static void Ensure(Session session)
    {
        // Several processes may open a new folder at once: the first makes the tables, the others find them.
        session.Run("BEGIN IMMEDIATE");
        try
        {
            var found = Found(session);
            if (found is 0)
            {
                session.Script(Tables + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version};"));
            }
            else if (found is not Version)
            {
                throw new StorageUnavailableException($"The database has version {found}; this platform knows version {Version}.");
            }

            session.Run("COMMIT");
        }
        catch
        {
            session.Run("ROLLBACK");
            throw;
        }
    }

    private static long Found(Session session)
    {
        using var query = session.Query("PRAGMA user_version");
        query.Next();
        return query.Number(0);
    }
}
