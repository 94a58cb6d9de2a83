using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.People;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Cli.Tests.Enrolment;

public sealed class InterruptionTests : IDisposable
{
    // Room for some 40 rows.
    private const int SmallBatch = 4096;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_killed_in_the_middle_and_begun_again_loses_nobody_and_doubles_nobody()
    {
        const int People = 2_000;
        PeopleCommand.Write(_folder.People, People, seed: 2);
        using (var killed = Mes.Start("enrol", _folder.People, "--data", _folder.Data))
        {
            await BucketsAreWrittenAsync(200);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var before = await _folder.EnrolledAsync();
        Assert.InRange(before.Count, 100, People - 1);

        var tally = await _folder.EnrolAsync();

        var after = await _folder.EnrolledAsync();
        Assert.Equal(People, after.Count);
        Assert.Equal(new EnrolmentTally(People - before.Count, 0, before.Count, 0), tally);
        Assert.All(before, person => Assert.Equal(person.Value, after[person.Key]));
    }

    [Fact]
    public async Task A_checkpoint_skips_finished_batches_and_keeps_their_rejects()
    {
        // The first run stops at a line that is longer than its memory; the second has room for it.
        WriteHundredRows(spoiledLine: 3, longLine: 80);
        using var narrow = new PeopleFile(_folder.People, SmallBatch);
        await Assert.ThrowsAsync<PeopleFileException>(() => Run(narrow).RunAsync(CancellationToken.None));
        using var wide = new PeopleFile(_folder.People, 4 * SmallBatch);
        var second = Run(wide);

        await second.RunAsync(CancellationToken.None);

        Assert.Equal(100 - 78, second.RowsOfThisRun);
        Assert.Equal(new EnrolmentTally(98, 0, 0, 2), second.Tally);
        Assert.Equal(98, (await _folder.EnrolledAsync()).Count);
        Assert.Equal(["line", "3", "80"], (await File.ReadAllLinesAsync(_folder.Rejects)).Select(line => line.Split(',')[0]));
        Assert.False(File.Exists(_folder.Checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_of_another_file_is_refused()
    {
        WriteHundredRows(spoiledLine: 3, longLine: 80);
        using var people = new PeopleFile(_folder.People);
        new CheckpointFile(_folder.Checkpoint).Save(new(_folder.Data, people.Length + 1, people.Modified, people.Next, 0, default));

        await Assert.ThrowsAsync<PeopleFileException>(() => Run(people).RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_checkpoint_whose_rejects_file_is_gone_is_refused()
    {
        WriteHundredRows(spoiledLine: 3, longLine: 80);
        using (var narrow = new PeopleFile(_folder.People, SmallBatch))
        {
            await Assert.ThrowsAsync<PeopleFileException>(() => Run(narrow).RunAsync(CancellationToken.None));
        }

        File.Delete(_folder.Rejects);
        using var wide = new PeopleFile(_folder.People);

        await Assert.ThrowsAsync<PeopleFileException>(() => Run(wide).RunAsync(CancellationToken.None));
    }

    private EnrolmentRun Run(PeopleFile people) => new(people, _folder.Rejects, new CheckpointFile(_folder.Checkpoint), _folder.Data, informedAt: null);

    private void WriteHundredRows(int spoiledLine, int longLine)
    {
        PeopleCommand.Write(_folder.People, 100, seed: 3);
        var lines = File.ReadAllLines(_folder.People);
        lines[spoiledLine - 1] = "spoiled";
        lines[longLine - 1] = new('x', SmallBatch + 1);
        _folder.WithPeople(lines);
    }

    private async Task BucketsAreWrittenAsync(int wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var platform = new PlatformData(_folder.Data);
        for (var written = 0; written < wanted;)
        {
            patience.Token.ThrowIfCancellationRequested();
            written = 0;
            await foreach (var segment in platform.Blobs.ListAsync(BlobContainer.Journals, "", patience.Token))
            {
                written += segment.Length > 0 ? 1 : 0;
            }
        }
    }
}
