using System.Text.Json;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Storage.Erasure;

/// <summary>
/// What the platform certifies of an erasure, signed as the heads of the night are: when it was decided and done, how many documents went, and where
/// each journal stood before and after. It names nobody; what is left of the journals can be checked against it, and not read.
/// </summary>
/// <param name="Number">What the holder was given: sixteen upper-case hexadecimal digits.</param>
/// <param name="DecidedAt">When the time of the space had come.</param>
/// <param name="ErasedAt">When the keys were destroyed and the documents deleted.</param>
/// <param name="Documents">How many documents were deleted by the run that certified; those that an interrupted one had deleted are not counted.</param>
/// <param name="Journals">The journals: the space's first.</param>
/// <param name="Key">The platform's public key, in hexadecimal.</param>
/// <param name="Signature">The signature, in hexadecimal.</param>
public sealed record ErasureCertificate(
    string Number, DateTimeOffset DecidedAt, DateTimeOffset ErasedAt, int Documents, IReadOnlyList<ErasedJournal> Journals, string Key, string Signature)
{
    /// <summary>How long backups of keys are kept: only after that no backup opens what was erased (storage design, section 6).</summary>
    public static readonly TimeSpan KeyBackups = TimeSpan.FromDays(35);

    /// <summary>Reads the JSON of a certificate.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ErasureCertificate Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, ProofsJson.Default.ErasureCertificate) ?? throw new JsonException("This is no certificate of erasure.");
}

/// <summary>A journal of which the content was erased.</summary>
/// <param name="Journal">The digest of its identity, as in the proofs of the night.</param>
/// <param name="Shard">The shard it is in.</param>
/// <param name="SequenceBefore">The last entry before the erasure was decided.</param>
/// <param name="ChainBefore">The chain value after it.</param>
/// <param name="SequenceAfter">The last entry once it was done.</param>
/// <param name="ChainAfter">The chain value after it.</param>
public sealed record ErasedJournal(
    ChainValue Journal, int Shard, long SequenceBefore, ChainValue ChainBefore, long SequenceAfter, ChainValue ChainAfter);
