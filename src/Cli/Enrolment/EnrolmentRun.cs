using MonEspaceSante.Cli.CommandLine;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>One run over a file of people, from its beginning or from its checkpoint to its end.</summary>
/// <param name="people">The file.</param>
/// <param name="rejectsPath">Where rejected rows go.</param>
/// <param name="checkpoint">Remembers finished batches.</param>
/// <param name="data">The data folder of the platform.</param>
/// <param name="informedAt">When the letter was sent, for rows that do not say.</param>
internal sealed class EnrolmentRun(PeopleFile people, string rejectsPath, CheckpointFile? checkpoint, string data, DateTimeOffset? informedAt)
{
    private EnrolmentTally _before;

    /// <summary>Where rejected rows are written.</summary>
    public string RejectsPath => rejectsPath;

    /// <summary>What became of the rows so far, those of finished batches of earlier runs included.</summary>
    public EnrolmentTally Tally { get; private set; }

    /// <summary>Rows settled by this run.</summary>
    public long RowsOfThisRun => Tally.Rows - _before.Rows;

    /// <summary>Bytes of the file whose rows are settled.</summary>
    public long BytesSettled { get; private set; }

    /// <summary>Takes in the whole file.</summary>
    /// <exception cref="PeopleFileException">The file or the checkpoint cannot be what they should be.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = checkpoint?.Find(people, data);
        if (begun is not null)
        {
            people.GoTo(begun.Next);
            (_before, Tally, BytesSettled) = (begun.Tally, begun.Tally, begun.Next.Position);
        }

        using var platform = new PlatformData(data);
        using var rejects = new RejectsFile(rejectsPath, begun?.RejectsLength ?? 0);
        var enrolment = new Enrolment(platform.Journals, platform.Due, await platform.IdentityKeyAsync(cancellationToken), informedAt, TimeProvider.System);
        while (people.ReadBatch() is { Count: > 0 } lines)
        {
            var rejectsLength = rejects.Write(await enrolment.EnrolAsync(people.Rows, lines, Settle, cancellationToken));
            BytesSettled = people.Next.Position;
            checkpoint?.Save(new(Path.GetFullPath(data), people.Length, people.Modified, people.Next, rejectsLength, Tally));
        }

        checkpoint?.Delete();
    }

    private void Settle(EnrolmentTally tally, long bytes)
    {
        Tally += tally;
        BytesSettled += bytes;
    }
}
