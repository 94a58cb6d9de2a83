using System.CommandLine;
using System.Globalization;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.People;

/// <summary><c>mes people generate</c>: writes a file of people who do not exist, for tests and trials.</summary>
internal static class PeopleCommand
{
    // Test numbers: a platform that tells authorities apart cannot take these people for real ones.
    private const string TestNirOid = "1.2.250.1.213.1.4.10";

    private static readonly Argument<FileInfo> Output = new("out") { Description = "The file to write." };
    private static readonly Option<int> Count = new("--count") { Description = "How many people.", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };

    static PeopleCommand() => Count.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<int>() is < 0 or > (int)FictivePeople.Most)
        {
            given.AddError($"--count is 0 to {FictivePeople.Most}.");
        }
    });

    /// <summary>The command and its subcommands.</summary>
    public static Command Create()
    {
        var generate = new Command("generate", "Writes fictive people with valid matricules.") { Output, Count, Seed };
        generate.SetAction(given =>
        {
            var (path, count) = (given.GetRequiredValue(Output).FullName, given.GetValue(Count));
            Write(path, count, given.GetValue(Seed));
            Say.Line($"{count:N0} fictive people are in {path}.");
        });
        return new Command("people", "Files of people.") { generate };
    }

    /// <summary>Writes <paramref name="count"/> people of <paramref name="seed"/>.</summary>
    public static void Write(string path, int count, int seed)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("matricule,birthName,givenNames,birthDate,sex,birthPlace,cardSerial,attendingDoctor,email,oid");
        var people = new FictivePeople(seed);
        for (var i = 0; i < count; i++)
        {
            file.WriteLine(Row(people.Next()));
        }
    }

    private static string Row(FictivePerson person) => string.Join(
        ',',
        person.Matricule, CsvCells.Cell(person.BirthName), CsvCells.Cell(person.GivenNames),
        person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), person.Sex is Sex.Male ? "M" : "F", person.BirthPlace,
        person.CardSerial, person.AttendingDoctor, person.Email, TestNirOid);
}
