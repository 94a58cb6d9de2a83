namespace MonEspaceSante.Cli.Enrolment;

/// <summary>The file as a whole cannot be read as a file of people: no row of it was taken in.</summary>
internal sealed class PeopleFileException(string message) : Exception(message);
