using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Cli.Tests.HistoryProofs;

public sealed class HistoryVerifierTests : IAsyncLifetime
{
    private HistoryWorld _world = null!;
    private JournalId _journal;

    public async Task InitializeAsync()
    {
        _world = await HistoryWorld.CreateAsync(seed: 1);
        var journals = _world.Journals(8);
        _journal = journals[1];
        foreach (var journal in journals)
        {
            await _world.GrowAsync(journal, 4);
        }
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_history_is_right_before_any_night_and_after()
    {
        var head = await _world.GrowAsync(_journal, 1);
        var before = HistoryVerifier.Verify(await _world.ProveAsync(_journal, head), _world.Key);
        await _world.SignAsync(1, _journal);
        var later = await _world.GrowAsync(_journal, 3);
        var after = HistoryVerifier.Verify(await _world.ProveAsync(_journal, later), _world.Key);

        Assert.Equal(new HistoryVerdict(head.Sequence), before);
        Assert.Equal(new HistoryVerdict(later.Sequence, "2026-01-02", head.Sequence), after);
    }

    [Fact]
    public async Task A_journal_that_has_not_grown_keeps_its_last_night()
    {
        var head = await _world.GrowAsync(_journal, 1);
        await _world.SignAsync(1, _journal);
        var signed = await _world.SignAsync(2, _journal);

        Assert.Equal(0, signed);
        Assert.Equal("2026-01-02", HistoryVerifier.Verify(await _world.ProveAsync(_journal, head)).Night);
    }

    [Fact]
    public async Task The_file_tells_accesses_and_nothing_of_other_entries()
    {
        var head = await _world.GrowAsync(_journal, 20);
        var file = HistoryFileReader.Read(await _world.ProveAsync(_journal, head)).File!;

        Assert.All(file.Entries, entry => Assert.Equal(entry.KeyClass == (byte)KeyClass.Trace && entry.Kind == (ushort)EntryKind.Event, entry.Body is not null));
        Assert.Contains(file.Entries, entry => entry.Body is not null);
    }

    [Fact]
    public async Task An_access_that_is_withheld_is_told_by_its_digest_alone()
    {
        var head = await _world.GrowAsync(_journal, 20);
        var open = HistoryFileReader.Read(await _world.ProveAsync(_journal, head)).File!.Entries.First(entry => entry.Body is not null).Sequence;
        var proof = await _world.ProveAsync(_journal, head, open);

        Assert.Null(HistoryFileReader.Read(proof).File!.Entries[(int)open - 1].Body);
        Assert.Null(HistoryVerifier.Verify(proof).Fault);
    }

    [Fact]
    public async Task Erasing_the_content_leaves_the_history_and_its_proof()
    {
        var head = await _world.GrowAsync(_journal, 1);
        await _world.SignAsync(1, _journal);
        var before = await _world.ProveAsync(_journal, head);
        await _world.EraseAsync(_journal);
        var after = await _world.ProveAsync(_journal, head);

        Assert.Null(HistoryVerifier.Verify(after).Fault);
        Assert.Equal(HistoryFileReader.Read(before).File!.Entries.Count(entry => entry.Body is not null), HistoryFileReader.Read(after).File!.Entries.Count(entry => entry.Body is not null));
    }

    [Fact]
    public async Task A_proof_is_not_written_of_another_end_than_the_space_knows()
    {
        var head = await _world.GrowAsync(_journal, 1);

        await Assert.ThrowsAsync<JournalCorruptedException>(() => _world.ProveAsync(_journal, head with { Sequence = head.Sequence + 1 }));
        await Assert.ThrowsAsync<JournalCorruptedException>(() => _world.ProveAsync(_journal, head with { Chain = ChainValue.Start(_journal) }));
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0xff)]
    public async Task Any_byte_of_the_file_flipped_is_found(byte mask)
    {
        var small = _world.Journals(1)[0];
        var head = await _world.GrowAsync(small, 3);
        await _world.SignAsync(1, small);
        var proof = await _world.ProveAsync(small, head);
        Assert.Equal(new HistoryVerdict(head.Sequence, "2026-01-02", head.Sequence), HistoryVerifier.Verify(proof));

        var meant = JsonNode.Parse(proof);
        for (var position = 0; position < proof.Length; position++)
        {
            proof[position] ^= mask;

            // Escapes of JSON say the same in capitals and in small letters.
            Assert.True(
                HistoryVerifier.Verify(proof).Fault is not null || JsonNode.DeepEquals(meant, JsonNode.Parse(proof)),
                $"The byte {position} was flipped, and nothing found.");
            proof[position] ^= mask;
        }
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_not_read()
    {
        var proof = await _world.ProveAsync(_journal, await _world.GrowAsync(_journal, 1));
        foreach (var length in Enumerable.Range(0, proof.Length))
        {
            Assert.Equal(new HistoryFault(FaultKind.Unreadable), HistoryVerifier.Verify(proof.AsMemory(0, length)).Fault);
        }
    }

    [Fact]
    public async Task A_receipt_finds_the_entry_it_was_made_for_in_a_later_history()
    {
        var head = await _world.GrowAsync(_journal, 1);
        var receipt = Receipt.Of(head.Chain).ToString();
        var proof = await _world.ProveAsync(_journal, await _world.GrowAsync(_journal, 5));

        Assert.Equal(head.Sequence, HistoryVerifier.Verify(proof, receipt: receipt).Receipt);
        Assert.Equal(head.Sequence, HistoryVerifier.Verify(proof, receipt: "  " + receipt.ToUpperInvariant().Replace(" ", " - ", StringComparison.Ordinal)).Receipt);
    }

    [Fact]
    public async Task A_history_cut_off_before_a_receipt_is_found_though_the_platform_signed_it()
    {
        var head = await _world.GrowAsync(_journal, 1);
        var receipt = Receipt.Of((await _world.GrowAsync(_journal, 1)).Chain).ToString();
        var shortened = await _world.ProveAsync(_journal, head);

        Assert.Null(HistoryVerifier.Verify(shortened, _world.Key).Fault);
        Assert.Equal(new HistoryFault(FaultKind.Receipt), HistoryVerifier.Verify(shortened, _world.Key, receipt).Fault);
    }

    [Fact]
    public async Task A_word_copied_wrongly_is_told_from_another_history()
    {
        var head = await _world.GrowAsync(_journal, 1);
        var words = Receipt.Of(head.Chain).ToString().Split(' ');
        var proof = await _world.ProveAsync(_journal, head);
        string[] wrong = [.. words[1..], words[0]];

        Assert.Equal(new HistoryFault(FaultKind.ReceiptUnreadable), HistoryVerifier.Verify(proof, receipt: string.Join(' ', wrong)).Fault);
        Assert.Equal(new HistoryFault(FaultKind.ReceiptUnreadable), HistoryVerifier.Verify(proof, receipt: string.Join(' ', words[1..])).Fault);
        Assert.Equal(new HistoryFault(FaultKind.ReceiptUnreadable), HistoryVerifier.Verify(proof, receipt: "hello").Fault);
    }

    [Fact]
    public void Every_fault_has_a_code_and_a_sentence_in_both_languages()
    {
        var faults = Enum.GetValues<FaultKind>().Select(kind => new HistoryFault(kind, 3)).ToList();

        Assert.Equal(faults.Count, faults.Select(fault => fault.Code).Distinct().Count());
        Assert.All(faults, fault => Assert.EndsWith(".", fault.English, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.NotEqual(fault.English, fault.French));
    }

    [Fact]
    public void Nonsense_is_unreadable_and_another_version_is_named()
    {
        Assert.Equal(new HistoryFault(FaultKind.Unreadable), HistoryVerifier.Verify("[]"u8.ToArray()).Fault);
        Assert.Equal(new HistoryFault(FaultKind.Unreadable), HistoryVerifier.Verify(Encoding.UTF8.GetBytes("""{"format":"other","version":1}""")).Fault);
        Assert.Equal(new HistoryFault(FaultKind.Version), HistoryVerifier.Verify(Encoding.UTF8.GetBytes("""{"format":"mes-history-proof","version":2}""")).Fault);
    }
}
