namespace MonEspaceSante.Cli.Enrolment;

/// <summary>What became of the rows of a file of people.</summary>
/// <param name="Enrolled">People who were not known.</param>
/// <param name="Updated">Known people whose sheet has changed.</param>
/// <param name="Unchanged">Known people of whom the row says nothing new.</param>
/// <param name="Rejected">Rows that were not taken in.</param>
internal readonly record struct EnrolmentTally(long Enrolled, long Updated, long Unchanged, long Rejected)
{
    /// <summary>All the rows.</summary>
    public long Rows => Enrolled + Updated + Unchanged + Rejected;

    public static EnrolmentTally operator +(EnrolmentTally left, EnrolmentTally right) => new(
        left.Enrolled + right.Enrolled, left.Updated + right.Updated, left.Unchanged + right.Unchanged, left.Rejected + right.Rejected);
}
