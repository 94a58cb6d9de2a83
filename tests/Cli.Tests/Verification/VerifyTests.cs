using Microsoft.Data.Sqlite;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.People;
using MonEspaceSante.Cli.Verification;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Tests.Verification;

public sealed class VerifyTests : IDisposable
{
    private const int People = 40;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sound_store_is_counted_and_found_right(bool withKeys)
    {
        await EnrolAsync();

        var (tally, damaged) = await VerifyAsync(withKeys);

        Assert.Equal(People, tally.Entries);
        Assert.Equal(0, tally.Damaged);
        Assert.InRange(tally.Journals, 1, People);
        Assert.Empty(damaged);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(300)]
    public async Task A_journal_with_a_flipped_byte_is_named_and_the_others_are_still_counted(int position)
    {
        await EnrolAsync();
        var sound = (await VerifyAsync(withKeys: false)).Tally;
        var journal = Flip(position);

        var (tally, damaged) = await VerifyAsync(withKeys: false);

        Assert.Equal((sound.Journals, 1), (tally.Journals, tally.Damaged));
        var (named, fault) = Assert.Single(damaged);
        Assert.Equal(journal, named.ToString());
        Assert.Equal(1, fault.Segment);
        Assert.InRange(fault.Position, 0, position);
    }

    [Fact]
    public async Task The_command_answers_3_and_names_the_journal_and_the_byte()
    {
        await EnrolAsync();
        var right = await Mes.RunAsync("verify", "--data", _folder.Data);
        var journal = Flip(0);

        var wrong = await Mes.RunAsync("verify", "--journal", journal, "--data", _folder.Data);

        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.Equal(3, wrong.ExitCode);
        Assert.StartsWith($"Journal {journal} is damaged: segment 1, byte 0: ", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enrolment_that_meets_a_damaged_bucket_says_so_and_answers_3()
    {
        await EnrolAsync();
        var journal = Flip(0);

        var answer = await Mes.RunAsync("enrol", _folder.People, "--data", _folder.Data);

        Assert.Equal(3, answer.ExitCode);
        Assert.StartsWith($"mes: Journal {journal}, segment 1, position 0: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_store_is_refused_in_one_line()
    {
        var answer = await Mes.RunAsync("verify", "--data", _folder.Data);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal($"mes: There is no store in {_folder.Data}.{Environment.NewLine}", answer.Error);
        Assert.False(Directory.Exists(_folder.Data));
    }

    private async Task EnrolAsync()
    {
        PeopleCommand.Write(_folder.People, People, seed: 4);
        await _folder.EnrolAsync();
    }

    private async Task<(VerificationTally Tally, List<(JournalId, JournalFault)> Damaged)> VerifyAsync(bool withKeys)
    {
        using var platform = PlatformData.Existing(_folder.Data);
        var damaged = new List<(JournalId, JournalFault)>();
        var tally = await new StoreVerifier(platform, withKeys).VerifyAllAsync((journal, fault) => damaged.Add((journal, fault)), CancellationToken.None);
        return (tally, damaged);
    }

    /// <summary>Flips a bit of a byte of the first journal, behind the back of the store, and answers which journal that is.</summary>
    private string Flip(int position)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(_folder.Data, "store.db")};Pooling=False");
        database.Open();
        using var find = database.CreateCommand();
        find.CommandText = "SELECT block.rowid, block.bytes, blob.path FROM block JOIN blob ON blob.id = block.blob WHERE blob.container = 0 ORDER BY blob.path LIMIT 1";
        using var found = find.ExecuteReader();
        Assert.True(found.Read());
        var (row, bytes, path) = (found.GetInt64(0), (byte[])found.GetValue(1), found.GetString(2));
        bytes[position] ^= 1;

        using var update = database.CreateCommand();
        update.CommandText = "UPDATE block SET bytes = $bytes WHERE rowid = $row";
        update.Parameters.AddWithValue("$bytes", bytes);
        update.Parameters.AddWithValue("$row", row);
        Assert.Equal(1, update.ExecuteNonQuery());
        return path.Split('/')[1];
    }
}
