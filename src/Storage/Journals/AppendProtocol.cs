using System.Buffers.Binary;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// Puts a block where it must land, or finds that it cannot be known (storage design, section 4.4): the same bytes are tried at the same position
/// until the store confirms them, and a refusal is settled by reading back what stands there.
/// </summary>
internal sealed class AppendProtocol(IBlobStore blobs, TimeProvider time, JournalOptions options, Action<Span<byte>> random)
{
    /// <summary>Appends <paramref name="block"/> after <paramref name="at"/>. Returning means that it is durable.</summary>
    /// <exception cref="OutcomeUnknownException">Another block stands there, or nobody can say what does.</exception>
    /// <exception cref="JournalCorruptedException">The segment is shorter than what the store had confirmed.</exception>
    public async Task AppendAsync(JournalId journal, JournalPoint at, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.AppendDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            for (var attempt = 1; !await TryAsync(journal, at, block, attempt, either.Token); attempt++)
            {
                await Task.Delay(PauseAfter(attempt), time, either.Token);
            }
        }
        catch (Exception unanswered) when (unanswered is StorageUnavailableException or BlobNotFoundException or OperationCanceledException)
        {
            throw new OutcomeUnknownException($"Journal {journal}: nobody confirms an append after entry {at.Sequence}.", unanswered);
        }
    }

    /// <summary>One try; false when there was no answer and there may be another try.</summary>
    private async Task<bool> TryAsync(JournalId journal, JournalPoint at, ReadOnlyMemory<byte> block, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            if (at.NextPosition == 0)
            {
                await CreateSegmentAsync(journal, at, cancellationToken);
            }

            try
            {
                await blobs.AppendAsync(JournalNames.Segment(journal, at.NextSegment), at.NextPosition, block, cancellationToken);
            }
            catch (BlobConditionException)
            {
                await SettleAsync(journal, at, block, cancellationToken);
            }

            return true;
        }
        catch (StorageUnavailableException) when (attempt < options.AppendTries)
        {
            return false;
        }
    }

    private async Task CreateSegmentAsync(JournalId journal, JournalPoint at, CancellationToken cancellationToken)
    {
        if (at.Rolled)
        {
            try
            {
                await blobs.SealAsync(JournalNames.Segment(journal, at.Segment), cancellationToken);
            }
            catch (Exception refused) when (refused is BlobConditionException or StorageUnavailableException)
            {
                // A retention policy may refuse it; the flag of the last block alone says that the segment is closed.
            }
        }

        await blobs.CreateAppendBlobAsync(JournalNames.Segment(journal, at.NextSegment), cancellationToken);
    }

    /// <summary>The store refused: either this very block is there already and its answer was lost, or the activation has been overtaken.</summary>
    private async Task SettleAsync(JournalId journal, JournalPoint at, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        var standing = await blobs.ReadAsync(JournalNames.Segment(journal, at.NextSegment), at.NextPosition, block.Length, cancellationToken);
        if (standing.BlobLength < at.NextPosition)
        {
            throw new JournalCorruptedException(journal, at.NextSegment, standing.BlobLength, "the segment has lost bytes that the store had confirmed");
        }

        if (!standing.Bytes.Span.SequenceEqual(block.Span))
        {
            throw new OutcomeUnknownException($"Journal {journal}: another activation has written after entry {at.Sequence}.");
        }
    }

    private TimeSpan PauseAfter(int attempt)
    {
        Span<byte> chance = stackalloc byte[2];
        random(chance);
        var jitter = 0.5 + (BinaryPrimitives.ReadUInt16LittleEndian(chance) / (2.0 * ushort.MaxValue));
        return options.RetryDelay * (1 << attempt - 1) * jitter;
    }
}
