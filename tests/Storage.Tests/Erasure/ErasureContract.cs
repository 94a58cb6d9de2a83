using System.Text;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Simulated;
using MonEspaceSante.Storage.Tests.Journals;
using MonEspaceSante.Storage.Tests.Proofs;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Storage.Tests.Erasure;

/// <summary>
/// What was erased is read by nobody, whatever they have kept: the store itself, and every old backup of everything but the keys. What happened stays
/// checkable. Believed of each store, and proved of each.
/// </summary>
public abstract class ErasureContract
{
    private const string Canary = "Anna a vu le docteur";

    private readonly JournalId _space = JournalId.Random();

    protected abstract IBlobStore Store { get; }

    private static CancellationToken None => CancellationToken.None;

    // Other tests write to the same store at the same time: whose blobs these are, by name.
    private string Folder => $"{_space.Shard:x3}/{_space}/";

    private SpaceKeys Keys => JournalWorld.KeysIn(Store);

    private BlobVault Vault => new(Store);

    [SkippableFact]
    public async Task Neither_the_store_nor_its_old_backups_give_a_byte_back()
    {
        var (journal, content) = await LiveAsync();
        var backup = new SimulatedBlobStore();
        foreach (var container in Enum.GetValues<BlobContainer>().Where(container => container is not BlobContainer.Keys))
        {
            await StoreBlobs.CopyAsync(Store, backup, container, Folder);
        }

        Assert.Contains(Canary, string.Concat((await ReadAsync(Store)).Read), StringComparison.Ordinal);
        await EraseAsync(journal);

        await StoreBlobs.CopyAsync(Store, backup, BlobContainer.Keys, Folder);
        foreach (var store in new[] { Store, backup })
        {
            var (state, read) = await ReadAsync(store);
            Assert.Null(state);
            Assert.Equal(["accès 1", "accès 2"], read);
        }

        // The content is there again, and what opens it is not: its key stood in the journal.
        Assert.NotNull(await backup.PropertiesAsync(new(BlobContainer.Documents, content.Blob), None));
        Assert.Null(await Store.PropertiesAsync(new(BlobContainer.Documents, content.Blob), None));
        var report = await new JournalVerifier(Store, Keys).VerifyAsync(_space, journal.Head, None);
        Assert.Equal((null, 3L, journal.Head), (report.Fault, report.Erased, report.Head));
    }

    [SkippableFact]
    public async Task The_same_activation_forgets_too_and_tells_on_what_is_left_to_tell()
    {
        var (journal, _) = await LiveAsync();
        await EraseAsync(journal);

        Assert.True(journal is { ContentErased: true, HistoryErased: false });
        Assert.False(await journal.SnapshotAsync(Encoding.UTF8.GetBytes(Canary), None));
        await journal.AppendAsync([JournalWorld.Event("accès 3", KeyClass.Trace)], None);
        Assert.Equal(["accès 1", "accès 2", "accès 3"], (await ReadAsync(Store)).Read);
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync([JournalWorld.Event(Canary)], None));
    }

    [SkippableFact]
    public async Task The_history_goes_last_and_the_chain_stays()
    {
        var (journal, _) = await LiveAsync();
        await EraseAsync(journal);
        await journal.EraseHistoryAsync(None);
        await journal.EraseHistoryAsync(None);

        Assert.True(journal.HistoryErased);
        Assert.Empty((await ReadAsync(Store)).Read);
        var report = await new JournalVerifier(Store, Keys).VerifyAsync(_space, journal.Head, None);
        Assert.Equal((null, journal.Sequence), (report.Fault, report.Erased));
        Assert.Equal(new(null, null, null), await Keys.CreateAsync(_space, None));
    }

    [SkippableFact]
    public async Task A_certificate_holds_against_the_store_and_only_with_it()
    {
        var (journal, _) = await LiveAsync();
        var other = JournalId.Of("notice-book", _space.ToString());
        var beside = await OpenAsync(Store, other);
        await beside.AppendAsync([JournalWorld.Event(Canary, KeyClass.Message)], None);
        var decided = await journal.AppendAsync([JournalWorld.Event("effacé", KeyClass.Trace)], None);
        await EraseAsync(journal);
        var signer = await KeyRingHeadSigner.OpenAsync(new SimulatedKeyRing(), None);
        var book = new ErasureBook(Store, Keys, signer);
        var done = new ErasureDone(
            "0123456789ABCDEF", _space, decided.FirstSequence, [other, JournalId.Of("reports", _space.ToString())],
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), 1);
        await book.CertifyAsync(done, None);
        await book.CertifyAsync(done with { Documents = 0 }, None);

        var certificate = (await book.FindAsync("0123456789ABCDEF", None))!;
        Assert.Equal((1, 2), (certificate.Documents, certificate.Journals.Count));
        Assert.Equal((decided.FirstSequence - 1, journal.Sequence), (certificate.Journals[0].SequenceBefore, certificate.Journals[0].SequenceAfter));
        var verifier = new ErasureVerifier(Store, Keys);
        Assert.Contains("not destroyed", Assert.Single(await verifier.FaultsAsync(certificate, signer.PublicKey, None)), StringComparison.Ordinal);
        await beside.EraseContentAsync(None);
        Assert.Empty(await verifier.FaultsAsync(certificate, signer.PublicKey, None));

        var signature = Convert.FromHexString(certificate.Signature);
        signature[^1] ^= 1;
        ErasureCertificate[] tamperings = [
            certificate with { Documents = 2 }, certificate with { Number = "0123456789ABCDEE" }, certificate with { ErasedAt = certificate.ErasedAt.AddTicks(1) },
            certificate with { Journals = [.. certificate.Journals.Skip(1)] }, certificate with { Signature = Convert.ToHexStringLower(signature) },
            certificate with { Journals = [certificate.Journals[0] with { ChainAfter = certificate.Journals[1].ChainAfter }, certificate.Journals[1]] },
        ];
        foreach (var tampered in tamperings)
        {
            Assert.NotEmpty(await verifier.FaultsAsync(tampered, signer.PublicKey, None));
        }
    }

    private static async Task<IJournal> OpenAsync(IBlobStore store, JournalId id, Action<string>? state = null, Action<JournalEntry>? replay = null) =>
        await new JournalStore(store, JournalWorld.KeysIn(store), new ManualTime(), new()).OpenAsync(
            id, JournalWorld.Schema, restored => state?.Invoke(Encoding.UTF8.GetString(restored.Span)), entry => replay?.Invoke(entry), None);

    /// <summary>A life: content in the vault, what the journal says of it, a message, two accesses, a snapshot.</summary>
    private async Task<(IJournal Journal, VaultedContent Content)> LiveAsync()
    {
        var content = await Vault.WriteAsync(_space, Guid.NewGuid(), new MemoryStream(Encoding.UTF8.GetBytes(Canary)), 1_000, None);
        var journal = await OpenAsync(Store, _space);
        await journal.AppendAsync([JournalWorld.Event($"{Canary} {content.Key}"), JournalWorld.Event("accès 1", KeyClass.Trace)], None);
        await journal.AppendAsync([JournalWorld.Event(Canary, KeyClass.Message)], None);
        Assert.True(await journal.SnapshotAsync(Encoding.UTF8.GetBytes(Canary), None));
        await journal.AppendAsync([JournalWorld.Event(Canary), JournalWorld.Event("accès 2", KeyClass.Trace)], None);
        return (journal, content);
    }

    private async Task EraseAsync(IJournal journal)
    {
        await journal.EraseContentAsync(None);
        Assert.Equal(1, await Vault.DeleteAllAsync(_space, None));
        await journal.EraseContentAsync(None);
        Assert.Equal(0, await Vault.DeleteAllAsync(_space, None));
    }

    private async Task<(string? State, List<string> Read)> ReadAsync(IBlobStore store)
    {
        var (state, read) = ((string?)null, new List<string>());
        await OpenAsync(store, _space, kept => state = kept, entry => read.Add(Encoding.UTF8.GetString(entry.Body.Span)));
        return (state, read.Where(body => body.Length > 0).Append(state ?? "").Where(body => body.Length > 0).ToList());
    }
}
