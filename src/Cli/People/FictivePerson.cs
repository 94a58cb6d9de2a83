using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.People;

/// <summary>A person who does not exist, as a row of a file of people tells them.</summary>
internal sealed record FictivePerson(
    string Matricule, string BirthName, string GivenNames, DateOnly BirthDate, Sex Sex, string BirthPlace, string CardSerial, string? AttendingDoctor, string? Email);
