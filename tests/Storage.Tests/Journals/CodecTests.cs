using FsCheck;
using FsCheck.Fluent;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

public sealed class CodecTests
{
    private static readonly EntryKind[] Kinds = [.. Enum.GetValues<EntryKind>().Where(kind => kind is not EntryKind.SegmentOpened)];

    private static readonly Gen<NewEntry> Entry =
        from kind in Gen.Elements(Kinds)
        from keyClass in Gen.Elements(Enum.GetValues<KeyClass>())
        from schema in Gen.Choose(0, 255)
        from command in ArbMap.Default.GeneratorFor<Guid>()
        from body in ArbMap.Default.GeneratorFor<byte[]>()
        select new NewEntry(kind, keyClass, (byte)schema, command, body);

    private static readonly Arbitrary<List<List<NewEntry>>> Journals = Entry.NonEmptyListOf().NonEmptyListOf().ToArbitrary();

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(Journals, written =>
    {
        var world = new JournalWorld(new() { MaxBlocks = 4 });
        var opened = world.OpenAsync().Result;
        foreach (var block in written)
        {
            opened.Journal.AppendAsync(block, CancellationToken.None).Wait();
        }

        var read = world.OpenAsync().Result.Entries.Where(entry => entry.Kind is not EntryKind.SegmentOpened);
        return written.SelectMany(block => block).Select(Tell).SequenceEqual(read.Select(Tell)) && world.VerifyAsync().Result.Fault is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_length_is_known_before_the_block_is_written() => Prop.ForAll(Entry.NonEmptyListOf().ToArbitrary(), entries =>
    {
        var world = new JournalWorld();
        world.OpenAsync().Result.Journal.AppendAsync(entries, CancellationToken.None).Wait();
        return world.SegmentAsync(1).Result.Length == BlockWriter.Measure(entries);
    }).QuickCheckThrowOnFailure();

    private static string Tell(NewEntry entry) => $"{entry.Kind} {entry.KeyClass} {entry.Schema} {entry.CommandId} {Convert.ToHexString(entry.Body.Span)}";

    private static string Tell(JournalEntry entry) => Tell(new NewEntry(entry.Kind, entry.KeyClass, entry.Schema, entry.CommandId, entry.Body));
}
