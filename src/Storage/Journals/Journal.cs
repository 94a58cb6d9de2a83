using System.Buffers;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>The journal of one activation. After a failed or unclear append it never writes again.</summary>
internal sealed class Journal : IJournal
{
    // Storage design, section 4.7.
    private const int SnapshotEntries = 256;
    private const long SnapshotBytes = 64 * 1024;

    // Any block may turn out to be the first of its segment: room is kept for the entry that opens it.
    private const int LargestBlock = BlockFormat.MaximumLength - SegmentOpening.EntryLength;

    private readonly JournalSurroundings _around;
    private readonly AppendProtocol _protocol;
    private readonly HeadBlob _head;
    private readonly int _schema;
    private readonly Guid _activation;
    private SpaceKeySet? _keys;
    private JournalPoint _at;
    private bool _dead;
    private long _tailEntries;
    private long _tailBytes;

    public Journal(JournalSurroundings around, JournalId id, int schema, LoadedJournal loaded)
    {
        Span<byte> activation = stackalloc byte[16];
        around.Random(activation);
        (_around, Id, _schema, _activation) = (around, id, schema, new(activation));
        (_at, _keys, var headTag, _tailEntries, _tailBytes) = loaded;
        _head = new(around.Blobs, JournalNames.Head(id), headTag);
        _protocol = new(around.Blobs, around.Time, around.Options, around.Random);
    }

    public JournalId Id { get; }

    public long Sequence => _at.Sequence;

    public JournalHead Head => _at.Head;

    public bool SnapshotDue => _tailEntries > SnapshotEntries || _tailBytes > SnapshotBytes;

    public async Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(entries);
        if (_dead)
        {
            throw new OutcomeUnknownException($"Journal {Id}: this activation has lost track of its journal.");
        }

        // Dead until the store has confirmed: whatever is thrown below, nothing more is written from a state that may be wrong.
        _dead = true;
        try
        {
            _keys ??= await _around.Keys.CreateAsync(Id, cancellationToken);
            var next = await AppendBlockAsync(_keys, _at.OpensSegment ? [SegmentOpening.After(_at), .. entries] : entries, cancellationToken);
            _tailEntries += next.Sequence - _at.Sequence;
            _tailBytes += next.Position - _at.NextPosition;
            _at = next;
            _dead = false;
            return new(next.Sequence - entries.Count + 1, new DateTimeOffset(next.Time, TimeSpan.Zero));
        }
        catch (Exception keyless) when (keyless is StorageUnavailableException or KeysRefusedException)
        {
            throw new OutcomeUnknownException($"Journal {Id}: its keys could not be made.", keyless);
        }
        catch (JournalCorruptedException)
        {
            JournalMeter.Quarantined();
            throw;
        }
    }

    public async Task<bool> SnapshotAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken)
    {
        if (state.Length > Snapshot.MaximumState)
        {
            throw new ArgumentException($"A snapshot holds at most {Snapshot.MaximumState} bytes.", nameof(state));
        }

        // Taken or not, the next one is due after as many more entries: a store that refuses snapshots is not asked at each command.
        (_tailEntries, _tailBytes) = (0, 0);
        if (_dead || _at.Sequence == 0 || _keys?.Data is null)
        {
            return false;
        }

        // Written before the first wait: the journal may go on meanwhile.
        var bytes = new Snapshot(_at, state).Write(_schema, Id, _keys, _around.Random);
        return await _head.ReplaceAsync(bytes, cancellationToken);
    }

    public bool ContentErased => _keys is { Data: null };

    public bool HistoryErased => _keys is { Trace: null };

    public async Task EraseContentAsync(CancellationToken cancellationToken)
    {
        await _around.Keys.EraseContentAsync(Id, cancellationToken);
        _keys = _keys is null ? null : _keys with { Data = null, Message = null };
        await _around.Blobs.DeleteAsync(JournalNames.Head(Id), expected: null, cancellationToken);
    }

    public async Task EraseHistoryAsync(CancellationToken cancellationToken)
    {
        await EraseContentAsync(cancellationToken);
        await _around.Keys.EraseAllAsync(Id, cancellationToken);
        _keys = _keys is null ? null : new(null, null, null);
    }

    private static void Check(IReadOnlyList<NewEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        if (entries.Any(entry => entry.Kind is EntryKind.SegmentOpened || !Enum.IsDefined(entry.KeyClass)))
        {
            throw new ArgumentException("An entry has a kind or a key class that is not for callers.", nameof(entries));
        }

        if (BlockWriter.Measure(entries) > LargestBlock)
        {
            throw new ArgumentException($"The entries take more than the {LargestBlock} bytes of a block.", nameof(entries));
        }
    }

    private async Task<JournalPoint> AppendBlockAsync(SpaceKeySet keys, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken)
    {
        var length = (int)BlockWriter.Measure(entries);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var block = buffer.AsMemory(0, length);
        var next = Write(block.Span, keys, entries);
        await _protocol.AppendAsync(Id, _at, block, cancellationToken);

        // Only after success: the position is then taken, and an earlier try of these bytes that is still on its way can no longer land.
        ArrayPool<byte>.Shared.Return(buffer);
        return next;
    }

    private JournalPoint Write(Span<byte> block, SpaceKeySet keys, IReadOnlyList<NewEntry> entries)
    {
        var blocks = _at.NextPosition == 0 ? 0 : _at.Blocks;
        var rolls = blocks + 1 >= _around.Options.MaxBlocks || _at.NextPosition + block.Length >= _around.Options.MaxSegmentBytes;

        // Time never goes backwards inside a journal, whatever the clock does (storage design, section 4.3).
        var time = Math.Max(_at.Time + 1, _around.Time.GetUtcNow().UtcTicks);
        using var cipher = new JournalCipher(Id, keys);
        return new BlockWriter(cipher, _activation, _around.Random).Write(block, _at, entries, time, rolls);
    }
}
