namespace MonEspaceSante.Cli.Enrolment;

/// <summary>A line of a file of people.</summary>
/// <param name="Number">Its number in the file, from 1: what an editor shows.</param>
/// <param name="Bytes">The line without its end, in UTF-8. Valid until the next batch is read.</param>
internal readonly record struct PeopleLine(long Number, ReadOnlyMemory<byte> Bytes);
