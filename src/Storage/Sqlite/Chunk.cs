namespace MonEspaceSante.Storage.Sqlite;

/// <summary>A staged piece of a blob: in memory until its commit, or already in a file if it is large.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Bytes">The content, where there is no file.</param>
/// <param name="File">The name of the file that holds it.</param>
internal sealed record Chunk(int Length, ReadOnlyMemory<byte> Bytes, string? File);
