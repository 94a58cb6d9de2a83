using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Cli.OldRecords;
using MonEspaceSante.Cli.Tests.Enrolment;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Cli.Tests.OldRecords;

/// <summary>Documents of old records move into spaces once, as they were.</summary>
public sealed class OldRecordImportTests : IDisposable
{
    private static readonly DocumentTypes Types = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference")).Types;

    private static readonly Ins Patient = Ins.Read(InsAuthority.Nir, "284059999001248").Value;

    private static readonly PeopleColumns Columns = PeopleColumns.ReadHeader("matricule,birthName,givenNames,birthDate,sex,birthPlace,informedAt"u8);

    private readonly string _folder = Directory.CreateTempSubdirectory("mes-import-").FullName;

    public OldRecordImportTests()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "samples", "consultation.xml"), Path.Combine(_folder, "one.xml"));
        Index("one.xml,2026-11-20T12:00:00+01:00,N,");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_document_keeps_its_author_and_its_dates_and_is_marked_and_its_content_is_the_file()
    {
        var store = await WithPatientAsync();

        Assert.Empty((await ImportAsync(store)).Rejects);

        var space = await SpaceAsync(store);
        var document = Assert.Single(space.Documents);
        Assert.True(document.Imported);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 11, 0, 0, TimeSpan.Zero), document.DepositedAt);
        Assert.Equal(("urn:oid:2.999.2026.11.21.1", "11488-4", "Consultation de suivi (document fictif)"), (document.Draft.UniqueId, document.Draft.Type, document.Draft.Title));
        Assert.Equal("899700900113", Assert.Single(document.Draft.Authors).Id?.Value);
        Assert.Equal(("1990000010", false), (document.Depositor.Structure?.Value, document.Depositor.Holder));
        Assert.Equal(Patient, space.Holder!.Ins);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder, "one.xml")), await ContentAsync(store, document));
    }

    [Fact]
    public async Task What_came_before_the_letter_is_of_the_old_record_which_professionals_read_after_an_objection()
    {
        var store = await WithPatientAsync("2026-12-01");
        await ImportAsync(store, at: new(2026, 12, 2, 0, 0, 0, TimeSpan.Zero));
        var space = await SpaceAsync(store);

        space.Apply(new SpaceEvent.Opposed(new(2026, 12, 3, 0, 0, 0, TimeSpan.Zero)));

        Assert.True(space.IsOfOldRecord(Assert.Single(space.Documents)));
        Assert.True(space.ShowsOldRecordAt(new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task An_import_done_again_changes_nothing()
    {
        var store = await WithPatientAsync();
        await ImportAsync(store);
        var before = await SpaceAsync(store);

        var (imported, known, rejects) = await ImportAsync(store);

        Assert.Equal((0, 1), (imported, known));
        Assert.Empty(rejects);
        Assert.Equal(before.Documents, (await SpaceAsync(store)).Documents);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_ends_at_any_storage_call_imports_each_document_once(bool after)
    {
        for (var (finished, call) = (false, 1); !finished; call++)
        {
            var store = await WithPatientAsync();
            finished = await CrashAsync(store, call, after);
            await ImportAsync(store);
            var document = Assert.Single((await SpaceAsync(store)).Documents);
            Assert.NotEmpty(await ContentAsync(store, document));
        }
    }

    [Fact]
    public async Task Lines_that_cannot_be_imported_are_told_by_line_and_code()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.xml"), "<ClinicalDocument");
        File.WriteAllText(Path.Combine(_folder, "bare.xml"), """<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Rien</title></ClinicalDocument>""");
        var other = File.ReadAllText(Path.Combine(_folder, "one.xml"));
        File.WriteAllText(Path.Combine(_folder, "stranger.xml"), other.Replace("284059999001248", "279035121518989", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder, "type.xml"), other.Replace("11488-4", "99999-9", StringComparison.Ordinal));
        Index(
            "absent.xml,2020-01-01,N,", "../one.xml,2020-01-01,N,", "broken.xml,2020-01-01,N,", "bare.xml,2020-01-01,N,", "stranger.xml,2020-01-01,N,",
            "type.xml,2020-01-01,N,", "one.xml,hier,N,", "one.xml,2020-01-01,SECRET,", "one.xml,2020-01-01", "one.xml,2999-01-01,N,", "one.xml,2020-01-01,MASQUE_PS;INVISIBLE_PATIENT,");

        var (imported, _, rejects) = await ImportAsync(await WithPatientAsync());

        Assert.Equal(0, imported);
        Assert.Equal(
            [
                "old-record-file-missing", "old-record-file-missing", "cda-malformed", "old-record-header-incomplete", "person-unknown", "document-type-unknown",
                "old-record-deposited-at-invalid", "old-record-confidentiality-unknown", "row-cell-count", "document-created-in-future", "document-labels-exclusive",
            ],
            rejects.Select(line => line.Reason.Code));
        Assert.Equal(Enumerable.Range(2, 11).Select(line => (long)line), rejects.Select(line => line.Line));
    }

    private void Index(params string[] lines) => File.WriteAllLines(Path.Combine(_folder, "index.csv"), [OldRecordLine.Header, .. lines]);

    private static async Task<FedStore> WithPatientAsync(string informedAt = "")
    {
        var store = new FedStore();
        await store.FeedAsync(Columns, [$"{Patient.Matricule},RIVIERE,Anna Louise,1984-05-12,F,99990,{informedAt}"]);
        return store;
    }

    private async Task<(long Imported, long Known, IReadOnlyList<(long Line, Domain.Kernel.Refusal Reason)> Rejects)> ImportAsync(
        FedStore store, FedStore.CrashingStore? blobs = null, DateTimeOffset? at = null)
    {
        blobs ??= store.Crashing(int.MaxValue, false);
        var time = new Frozen(at ?? new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
        var import = new OldRecordImport(store.Journals(blobs), new BlobVault(blobs), new byte[32], Types, time);
        var rejects = await import.RunAsync(_folder, CancellationToken.None);
        return (import.Imported, import.Known, rejects);
    }

    private async Task<bool> CrashAsync(FedStore store, int call, bool after)
    {
        var blobs = store.Crashing(call, after);
        try
        {
            await ImportAsync(store, blobs);
            return true;
        }
        catch (Exception) when (blobs.Crashed)
        {
            return false;
        }
    }

    private static async Task<Space> SpaceAsync(FedStore store)
    {
        var journal = JournalId.Parse((await store.FindAsync(Patient))!.Space.Value);
        return await new RuleWriter<Space, SpaceEvent>(store.Journals(store.Crashing(int.MaxValue, false)), JournalFormats.Space).ReadAsync(journal, CancellationToken.None);
    }

    private static async Task<byte[]> ContentAsync(FedStore store, DocumentSheet document)
    {
        var content = document.Content;
        await using var stream = await new BlobVault(store.Crashing(int.MaxValue, false)).OpenReadAsync(
            new(content.Blob, content.Key, content.Length, content.Sha256, content.Sha1), 0, content.Length, CancellationToken.None);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private sealed class Frozen(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
