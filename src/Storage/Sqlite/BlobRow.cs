using System.Globalization;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>What a blob is. Numbers are on disk: never reuse one.</summary>
internal enum BlobKind
{
    /// <summary>Committed content.</summary>
    Content = 0,

    /// <summary>Takes appends.</summary>
    Append = 1,

    /// <summary>Took appends, and is closed.</summary>
    SealedAppend = 2,
}

/// <summary>The row of a blob.</summary>
internal readonly record struct BlobRow(long Id, BlobKind Kind, long Length)
{
    /// <summary>Differs after every change: replacing content makes a new row, and the others change length or kind.</summary>
    public BlobTag Tag => new(string.Create(CultureInfo.InvariantCulture, $"{Id}.{(int)Kind}.{Length}"));
}
