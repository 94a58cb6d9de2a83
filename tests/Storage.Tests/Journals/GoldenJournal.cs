using System.Text;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>The journal whose bytes are kept in the repository: fixed identity, keys, clock and chance; every kind and every key class.</summary>
internal sealed class GoldenJournal
{
    private byte _chance;

    public static JournalId Id { get; } = JournalId.Parse("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    public static SpaceKeySet Keys { get; } = new(Key(0x11), Key(0x22), Key(0x33));

    public static DateTimeOffset Time { get; } = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public static NewEntry[][] Written { get; } =
    [
        [Entry(EntryKind.Event, KeyClass.Data, 1, """{"event":"record-opened"}"""), Entry(EntryKind.CommandDone, KeyClass.Data, 1, """{"result":null}""")],
        [Entry(EntryKind.Event, KeyClass.Trace, 2, """{"who":"someone","what":"everything"}"""), Entry(EntryKind.Out, KeyClass.Message, 1, "")],
        [Entry(EntryKind.In, KeyClass.Message, 3, "é"), Entry(EntryKind.OutDone, KeyClass.Technical, 1, """{"upTo":1}""")],
    ];

    /// <summary>What stands in the repository, as bytes.</summary>
    public static byte[] Kept(int segment) =>
        Convert.FromHexString(File.ReadAllText(PathOf(segment)).ReplaceLineEndings(""));

    /// <summary>The text that stands, or would stand, in the repository: 32 bytes a line.</summary>
    public static string Text(byte[] bytes) => string.Concat(bytes.Chunk(32).Select(line => Convert.ToHexStringLower(line) + "\n"));

    public static string PathOf(int segment) => Path.Combine(AppContext.BaseDirectory, "Journals", "Golden", $"version-1-segment-{segment}.hex");

    public static JournalStore Store(SimulatedBlobStore blobs, Action<Span<byte>> random) =>
        new(new JournalSurroundings(blobs, new FixedKeys(), new ManualTime { Now = Time }, new() { MaxBlocks = 2 }, random));

    /// <summary>Writes the journal with today's code.</summary>
    public async Task<SimulatedBlobStore> WriteAsync()
    {
        var blobs = new SimulatedBlobStore();
        var journal = await Store(blobs, Count).OpenAsync(Id, 1, _ => { }, _ => { }, CancellationToken.None);
        foreach (var block in Written)
        {
            await journal.AppendAsync(block, CancellationToken.None);
        }

        return blobs;
    }

    private static NewEntry Entry(EntryKind kind, KeyClass keyClass, byte schema, string body) =>
        new(kind, keyClass, schema, Guid.Parse("a0b1c2d3-e4f5-4607-9819-2a3b4c5d6e7f"), Encoding.UTF8.GetBytes(body));

    private static ReadOnlyMemory<byte> Key(byte filling) => Enumerable.Repeat(filling, 32).ToArray();

    private void Count(Span<byte> bytes)
    {
        foreach (ref var value in bytes)
        {
            value = ++_chance;
        }
    }

    internal sealed class FixedKeys : ISpaceKeys
    {
        public Task<SpaceKeySet?> FindAsync(JournalId journal, CancellationToken cancellationToken) => Task.FromResult<SpaceKeySet?>(Keys);

        public Task<SpaceKeySet> CreateAsync(JournalId journal, CancellationToken cancellationToken) => Task.FromResult(Keys);

        public Task EraseContentAsync(JournalId journal, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task EraseAllAsync(JournalId journal, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
