using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Journals;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Tests;

/// <summary>A folder of its own for one test, with a file of people and the data of a platform; removed at the end.</summary>
public sealed class TestFolder : IDisposable
{
    public const string Header = "matricule,birthName,givenNames,birthDate,sex,birthPlace";

    public TestFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mes-cli-{Guid.NewGuid():N}");

    public string Data => System.IO.Path.Combine(Path, "data");

    public string People => System.IO.Path.Combine(Path, "people.csv");

    public string Rejects => System.IO.Path.Combine(Path, "rejects.csv");

    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint.json");

    public TestFolder WithPeople(params string[] lines)
    {
        File.WriteAllText(People, string.Join('\n', lines) + "\n");
        return this;
    }

    /// <summary>Enrols the file of people, as the command does.</summary>
    internal async Task<EnrolmentTally> EnrolAsync(DateTimeOffset? informedAt = null)
    {
        using var people = new PeopleFile(People);
        var run = new EnrolmentRun(people, Rejects, checkpoint: null, Data, informedAt);
        await run.RunAsync(CancellationToken.None);
        return run.Tally;
    }

    /// <summary>Everybody in the store, as the grains of the buckets would replay them. A person enrolled twice makes the replay itself fail.</summary>
    internal async Task<Dictionary<string, EnrolledPerson>> EnrolledAsync()
    {
        using var platform = new PlatformData(Data);
        var everybody = new Dictionary<string, EnrolledPerson>();
        await foreach (var segment in platform.Blobs.ListAsync(BlobContainer.Journals, "", CancellationToken.None))
        {
            var bucket = new IdentityBucket();
            var journal = JournalId.Parse(segment.Path.Split('/')[1]);
            await platform.Journals.OpenAsync(journal, 1, _ => { }, entry => JournalFormats.Identity.Replay(entry, bucket), CancellationToken.None);
            foreach (var person in bucket.Snapshot().OfType<BucketEvent.Enrolled>())
            {
                Assert.Equal(journal, JournalFormats.IdentityOf(person.Key.Bucket));
                everybody.Add(person.Sheet.Ins.Matricule, new(person.Space, person.Sheet));
            }
        }

        return everybody;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
