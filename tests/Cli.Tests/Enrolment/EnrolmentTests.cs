using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Cli.People;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Tests.Enrolment;

public sealed class EnrolmentTests : IDisposable
{
    private const string Matricule = "180059960012349";

    private static readonly DateTimeOffset Letter = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_with_every_column_becomes_the_sheet_that_it_tells()
    {
        _folder.WithPeople(
            "oid,matricule,birthName,givenNames,birthDate,sex,birthPlace,cardSerial,attendingDoctor,email,informedAt",
            $"1.2.250.1.213.1.4.10,{Matricule},\"DE L'ORÉE, DITE \"\"LA\"\"\",Zoé Élise,1980-05-17,F,99600,1234567890,99700900113,zoe@exemple.invalid,2026-03-01");

        var tally = await _folder.EnrolAsync();

        Assert.Equal(new EnrolmentTally(1, 0, 0, 0), tally);
        var person = Assert.Single(await _folder.EnrolledAsync()).Value;
        Assert.Equal(
            new HolderSheet(
                Ins.Read(InsAuthority.TestNir, Matricule).Value, "DE L'ORÉE, DITE \"LA\"", "Zoé Élise", new(1980, 5, 17), Sex.Female, "99600",
                "1234567890", "zoe@exemple.invalid", ProfessionalId.Of(Rpps.Parse("99700900113", null)), Letter),
            person.Sheet);
    }

    [Fact]
    public async Task Columns_may_be_missing_and_cells_empty_and_the_option_dates_the_letter()
    {
        _folder.WithPeople(TestFolder.Header + ",email,informedAt", $"{Matricule},ORÉE,Zoé,1980-05-17,male,99600,,");

        await _folder.EnrolAsync(Letter);

        var person = Assert.Single(await _folder.EnrolledAsync()).Value;
        Assert.Equal(
            new HolderSheet(Ins.Read(InsAuthority.Nir, Matricule).Value, "ORÉE", "Zoé", new(1980, 5, 17), Sex.Male, "99600", InformedAt: Letter),
            person.Sheet);
    }

    [Fact]
    public async Task A_file_taken_in_again_changes_nothing()
    {
        PeopleCommand.Write(_folder.People, 300, seed: 1);
        var first = await _folder.EnrolAsync();
        var before = await _folder.EnrolledAsync();

        var second = await _folder.EnrolAsync();

        Assert.Equal(new EnrolmentTally(300, 0, 0, 0), first);
        Assert.Equal(new EnrolmentTally(0, 0, 300, 0), second);
        Assert.Equal(300, before.Count);
        Assert.Equal(before, await _folder.EnrolledAsync());
    }

    [Fact]
    public async Task Changed_traits_are_taken_in_and_the_space_stands()
    {
        _folder.WithPeople(TestFolder.Header, $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600");
        await _folder.EnrolAsync(Letter);
        var before = Assert.Single(await _folder.EnrolledAsync()).Value;

        _folder.WithPeople(TestFolder.Header, $"{Matricule},LISIÈRE,Zoé,1980-05-17,F,99600");
        var tally = await _folder.EnrolAsync();

        Assert.Equal(new EnrolmentTally(0, 1, 0, 0), tally);
        var after = Assert.Single(await _folder.EnrolledAsync()).Value;
        Assert.Equal(before with { Sheet = before.Sheet with { BirthName = "LISIÈRE" } }, after);
    }

    [Fact]
    public async Task A_person_who_stands_twice_in_a_file_is_enrolled_once_and_the_last_row_counts()
    {
        _folder.WithPeople(TestFolder.Header, $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600", $"{Matricule},LISIÈRE,Zoé,1980-05-17,F,99600");

        Assert.Equal(new EnrolmentTally(1, 1, 0, 0), await _folder.EnrolAsync());
        Assert.Equal("LISIÈRE", Assert.Single(await _folder.EnrolledAsync()).Value.Sheet.BirthName);
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_in_are_told_by_line_code_and_reason_alone_and_the_others_are_enrolled()
    {
        _folder.WithPeople(
            TestFolder.Header + ",attendingDoctor,informedAt",
            $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600,,",
            "180059960012355,CLÉ,Fausse,1980-05-17,F,99600,,",
            "18005996001235,COURT,Trop,1980-05-17,F,99600,,",
            $"{Matricule},ORÉE,Zoé,1980-05-18,F,99600,,",
            $"{Matricule},ORÉE,Zoé,17/05/1980,F,99600,,",
            $"{Matricule},ORÉE,Zoé,1980-05-17,X,99600,,",
            $"{Matricule},,Zoé,1980-05-17,F,99600,,",
            $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600,99700900114,",
            $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600,,hier",
            $"{Matricule},ORÉE,Zoé,1980-05-17,F,99600",
            "",
            $"{Matricule},\"ORÉE,Zoé,1980-05-17,F,99600,,",
            $"{Matricule},\"ORÉE, DE L'\",Zoé,1980-05-17,F,9960,,");

        var tally = await _folder.EnrolAsync();

        Assert.Equal(new EnrolmentTally(1, 0, 0, 11), tally);
        Assert.Single(await _folder.EnrolledAsync());
        Assert.Equal(
            [
                "line,code,reason",
                "3,matricule-key-wrong,The two last digits of the matricule do not match the others: one of them is mistyped.",
                "4,matricule-malformed,A matricule has 15 characters: 13 of the number (2A and 2B for Corsica) and 2 of the key.",
                "5,traits-differ,This matricule is enrolled with another birth date or sex.",
                "6,trait-invalid,birthDate: A trait of the person is missing or impossible.",
                "7,trait-invalid,sex: A trait of the person is missing or impossible.",
                "8,trait-invalid,birthName: A trait of the person is missing or impossible.",
                "9,professional-id-malformed,attendingDoctor: A professional's national identifier is a digit that tells its kind (8 for RPPS) and the identifier itself.",
                "10,informed-at-invalid,\"informedAt: The date of the information letter is a date such as 2026-03-01, with a time and its offset if wished.\"",
                "11,row-cell-count,The row has more or fewer cells than the header.",
                "13,row-quote-open,A quotation mark is opened and not closed on the same line.",
                "14,trait-invalid,birthPlace: A trait of the person is missing or impossible.",
            ],
            await File.ReadAllLinesAsync(_folder.Rejects));
    }

    [Fact]
    public async Task A_row_that_is_no_text_is_rejected()
    {
        var row = $"{Matricule},OR?E,Zoe,1980-05-17,F,99600\n".Select(c => c == '?' ? (byte)0xC9 : (byte)c);
        await File.WriteAllBytesAsync(_folder.People, [.. (TestFolder.Header + "\n").Select(c => (byte)c), .. row]);

        Assert.Equal(new EnrolmentTally(0, 0, 0, 1), await _folder.EnrolAsync());
        Assert.StartsWith("2,row-not-utf8,", (await File.ReadAllLinesAsync(_folder.Rejects))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_its_grain_has_written_meanwhile_is_read_again_and_the_grain_s_identity_stands()
    {
        using var platform = new PlatformData(_folder.Data);
        var key = BlindKey.Of(Ins.Read(InsAuthority.Nir, Matricule).Value, (await platform.IdentityKeyAsync(CancellationToken.None)).Span);
        var sheet = new HolderSheet(Ins.Read(InsAuthority.Nir, Matricule).Value, "ORÉE", "Zoé", new(1980, 5, 17), Sex.Female, "99600");
        var (ours, theirs) = (SpaceId.Random(), SpaceId.Random());
        var overtaken = new OvertakenOnce(platform.Journals, new BucketEvent.Enrolled(key, theirs, sheet));

        var decision = Assert.Single(await new RuleWriter<IdentityBucket, BucketEvent>(overtaken, JournalFormats.Identity).WriteAsync<EnrolledPerson>(
            JournalFormats.IdentityOf(key.Bucket), [state => EnrolPerson.Decide(state, new(key, ours, sheet))], CancellationToken.None));

        Assert.Equal(2, overtaken.Opened);
        Assert.Empty(decision.Events);
        Assert.Equal(theirs, decision.Answer.Value!.Space);
    }

    /// <summary>Somebody else writes between the first opening of the journal and the append that follows it.</summary>
    private sealed class OvertakenOnce(IJournalStore inner, BucketEvent happened) : IJournalStore
    {
        public int Opened { get; private set; }

        public async Task<IJournal> OpenAsync(
            JournalId id, int schema, Action<ReadOnlyMemory<byte>> restore, Action<JournalEntry> replay, CancellationToken cancellationToken)
        {
            var opened = await inner.OpenAsync(id, schema, restore, replay, cancellationToken);
            if (Opened++ == 0)
            {
                var other = await inner.OpenAsync(id, schema, _ => { }, _ => { }, cancellationToken);
                await other.AppendAsync([JournalFormats.Identity.Entry(Guid.NewGuid(), happened)], cancellationToken);
            }

            return opened;
        }
    }
}
