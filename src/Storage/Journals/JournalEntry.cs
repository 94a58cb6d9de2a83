namespace MonEspaceSante.Storage.Journals;

/// <summary>Which key of the space protects an entry, hence when it can be erased (storage design, section 6).</summary>
public enum KeyClass : byte
{
    /// <summary>Marks of the storage itself; no personal content. Encrypted with the trace key.</summary>
    Technical = 0,

    /// <summary>What the space holds.</summary>
    Data = 1,

    /// <summary>Who saw what: outlives the data.</summary>
    Trace = 2,

    /// <summary>Messages and notifications.</summary>
    Message = 3,
}

/// <summary>What an entry is for its journal. Numbers are on disk: never reuse one.</summary>
public enum EntryKind : short
{
    /// <summary>First entry of a segment after the first: where the previous one ended.</summary>
    SegmentOpened = 1,

    /// <summary>Something that happened in the domain.</summary>
    Event = 2,

    /// <summary>A command was carried out: its identity, a digest of its content, and its result.</summary>
    CommandDone = 3,

    /// <summary>Something to send to another grain.</summary>
    Out = 4,

    /// <summary>Receivers have confirmed everything up to a number.</summary>
    OutDone = 5,

    /// <summary>Something that another grain sent was taken in.</summary>
    In = 6,
}

/// <summary>An entry to append.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="KeyClass">Which key protects it.</param>
/// <param name="Schema">Version of the body's shape, from 1.</param>
/// <param name="CommandId">The command that caused it.</param>
/// <param name="Body">Deterministic UTF-8 JSON.</param>
public readonly record struct NewEntry(EntryKind Kind, KeyClass KeyClass, byte Schema, Guid CommandId, ReadOnlyMemory<byte> Body);

/// <summary>An entry that stands in a journal, decrypted.</summary>
/// <param name="Sequence">Its number, from 1, without gap.</param>
/// <param name="Time">When it was written; never before the previous entry's.</param>
/// <param name="Kind">What it is.</param>
/// <param name="KeyClass">Which key protects it.</param>
/// <param name="Schema">Version of the body's shape.</param>
/// <param name="CommandId">The command that caused it.</param>
/// <param name="Body">The body; empty where its key was destroyed.</param>
/// <param name="Salt">The 16 random bytes that hide the body from guesses about its digest; empty where its key was destroyed.</param>
/// <param name="BodyHash">SHA-256 of salt and body; it outlives them.</param>
/// <param name="Chain">The chain value after it.</param>
/// <param name="Erased">The key of the entry was destroyed: the entry stands, its content is gone.</param>
public readonly record struct JournalEntry(
    long Sequence, DateTimeOffset Time, EntryKind Kind, KeyClass KeyClass, byte Schema, Guid CommandId,
    ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> BodyHash, ChainValue Chain, bool Erased);
