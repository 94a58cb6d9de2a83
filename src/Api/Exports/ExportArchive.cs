using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Api.History;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Exports;
using MonEspaceSante.Fhir.Summary;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Exports;

/// <summary>What goes into an archive beside documents and resources.</summary>
/// <param name="Space">What the space holds.</param>
/// <param name="History">The accesses, as who asked is told them.</param>
/// <param name="Proof">What the proof of the history may tell; <see langword="null"/> where there is none for who asked.</param>
internal sealed record ExportContent(ExportedSpace Space, ValueList<AccessTrace> History, HistoryGrant? Proof);

/// <summary>
/// Writes an export as one zip, in one go: files as they are read from the vault, then resources, history, and the page that lists everything. Memory stays that of
/// one chunk, whatever the size.
/// </summary>
internal sealed class ExportArchive(IVault vault, HistoryProofs proofs, ExportBundles bundles, ExportPage page)
{
    private const string Proof = "history/proof.json";

    /// <summary>Writes <paramref name="content"/>, and tells each time how many documents are in.</summary>
    /// <exception cref="StorageUnavailableException">The store is out of reach: what was written is no archive.</exception>
    public async Task WriteAsync(Stream destination, ExportContent content, Func<int, Task> written, CancellationToken cancellationToken)
    {
        var space = content.Space;
        var unreadable = new HashSet<string>();
        await using var zip = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        async Task AddAsync(string path, Func<Stream, Task> write)
        {
            var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
            entry.LastWriteTime = space.At;
            await using var file = await entry.OpenAsync(cancellationToken);
            await write(file);
        }

        foreach (var (document, number) in space.Documents.Select((document, index) => (document, index + 1)))
        {
            await AddAsync(document.Path, async file =>
            {
                if (!await CopyAsync(document, file, cancellationToken))
                {
                    unreadable.Add(document.Path);
                }
            });
            await written(number);
        }

        await AddAsync(ExportBundles.PathOf("Patient"), file => bundles.WritePatientAsync(file, space, cancellationToken));
        await AddAsync(ExportBundles.PathOf("DocumentReference"), file => bundles.WriteDocumentsAsync(file, space, cancellationToken));
        foreach (var type in space.Types)
        {
            await AddAsync(ExportBundles.PathOf(type), file => bundles.WriteAsync(file, space, type, cancellationToken));
        }

        await AddAsync("history/history.json", file => file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(content.History, GrainsJson.Default.ValueListAccessTrace), cancellationToken).AsTask());
        await AddAsync("history/historique.csv", file => file.WriteAsync(HistoryCsv.Of(content.History, english: false), cancellationToken).AsTask());
        await AddAsync("history/history.csv", file => file.WriteAsync(HistoryCsv.Of(content.History, english: true), cancellationToken).AsTask());
        if (content.Proof is { } proof)
        {
            await AddAsync(Proof, file => proofs.WriteAsync(
                file, JournalId.Parse(space.Space.Value), proof.Head.ToJournal(), proof.Closed.ToHashSet(), cancellationToken));
        }

        var proved = content.Proof is not null;
        await AddAsync("index.html", file => file.WriteAsync(page.Of(space, unreadable, French(proved), SummaryLanguage.French), cancellationToken).AsTask());
        await AddAsync("index.en.html", file => file.WriteAsync(page.Of(space, unreadable, English(proved), SummaryLanguage.English), cancellationToken).AsTask());
    }

    /// <summary>Copies the file of a document; false where it is not there or damaged, which must not keep the rest from its owner.</summary>
    private async Task<bool> CopyAsync(ExportedDocument document, Stream file, CancellationToken cancellationToken)
    {
        var content = document.Sheet.Content;
        try
        {
            await using var plain = await vault.OpenReadAsync(
                new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1), 0, content.Length, cancellationToken);
            await plain.CopyToAsync(file, cancellationToken);
            return true;
        }
        catch (Exception lost) when (lost is ContentDamagedException or BlobNotFoundException)
        {
            return false;
        }
    }

    private static List<(string Path, string What)> French(bool proved)
    {
        List<(string, string)> files =
        [
            (ExportBundles.PathOf("Patient"), "Identité (FHIR)"), (ExportBundles.PathOf("DocumentReference"), "Fiches des documents (FHIR)"),
            ("history/historique.csv", "Historique des accès (tableau)"), ("history/history.json", "Historique des accès (JSON)"),
        ];
        return proved ? [.. files, (Proof, "Preuve de l’historique, vérifiable sans la plateforme")] : files;
    }

    private static List<(string Path, string What)> English(bool proved)
    {
        List<(string, string)> files =
        [
            (ExportBundles.PathOf("Patient"), "Identity (FHIR)"), (ExportBundles.PathOf("DocumentReference"), "Sheets of the documents (FHIR)"),
            ("history/history.csv", "History of accesses (table)"), ("history/history.json", "History of accesses (JSON)"),
        ];
        return proved ? [.. files, (Proof, "Proof of the history, to be checked without the platform")] : files;
    }
}
