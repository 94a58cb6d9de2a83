namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary>The file of a history proof, as it is written (docs/history-proof.md). Nothing in it is believed yet.</summary>
internal sealed record HistoryFile(byte[] Journal, byte[] Key, IReadOnlyList<FileEntry> Entries, FileHead Head, FileNight? Night);

/// <summary>An entry; without salt and body where the digest alone is told.</summary>
internal sealed record FileEntry(
    long Sequence, long Time, ushort Kind, byte KeyClass, byte Schema, byte[] CommandId, byte[] BodyHash, byte[]? Salt, byte[]? Body, byte[] Chain);

/// <summary>The end, signed when the file was written.</summary>
internal sealed record FileHead(long Sequence, byte[] Chain, byte[] Signature);

/// <summary>What was signed at night: an earlier end, and its path to the root of that night.</summary>
internal sealed record FileNight(
    ushort Shard, string Date, long Sequence, byte[] Chain, long Leaf, long Leaves, IReadOnlyList<byte[]> Path, byte[] Previous, byte[] Signature);
