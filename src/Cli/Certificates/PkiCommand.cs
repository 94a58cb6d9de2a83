using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Cli.Certificates;

/// <summary><c>mes pki</c>: issues, revokes and lists certificates of the development authority, in the folder <c>pki</c> of the data.</summary>
internal static class PkiCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "Name of the files, without extension." };
    private static readonly Argument<string> Serial = new("serial") { Description = "Serial number, in hexadecimal, as the list shows it." };

    /// <summary>The command and its subcommands.</summary>
    public static Command Create() => new("pki", "Certificates of the development authority.") { Person(), Organisation(), Revoke(), List() };

    private static Command Person()
    {
        var id = Required("--id", "idNat_PS: 8 and the RPPS number, or the identifier of a member of staff.");
        var surname = Required("--surname", "Surname of exercise.");
        var givenName = Required("--given-name", "Given name of exercise.");
        var title = Required("--title", "Label of the profession, such as Médecin.");
        var command = new Command("person", "Issues a certificate of three years to a person.") { Name, id, surname, givenName, title };
        command.SetAction(given => Issue(given, (authority, name) => authority.ForPerson(
            name,
            new(given.GetRequiredValue(id), given.GetRequiredValue(surname), given.GetRequiredValue(givenName), given.GetRequiredValue(title)))));
        return command;
    }

    private static Command Organisation()
    {
        var id = Required("--id", "idNat_Struct: 1 and the FINESS number, 2 and the SIREN, 3 and the SIRET…");
        var label = Required("--label", "Name of the structure.");
        var department = Required("--department", "Department, such as \"Paris (75)\".");
        var application = Required("--application", "Application that holds the key.");
        var command = new Command("organisation", "Issues a certificate of three years to an organisation.") { Name, id, label, department, application };
        command.SetAction(given => Issue(given, (authority, name) => authority.ForOrganisation(
            name,
            new(given.GetRequiredValue(id), given.GetRequiredValue(label), given.GetRequiredValue(department), given.GetRequiredValue(application)))));
        return command;
    }

    private static Command Revoke()
    {
        var command = new Command("revoke", "Revokes a certificate for good and publishes the lists again.") { Serial };
        command.SetAction(given =>
        {
            using var authority = Open(given);
            var serial = given.GetRequiredValue(Serial);
            authority.Revoke(serial);
            Say.Line($"{serial} is revoked.");
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Shows the certificates issued, and what the platform says of each.");
        command.SetAction(given =>
        {
            using var authority = Open(given);
            foreach (var kept in new KeptFolder(Folder(given), authority, TimeProvider.System).Read())
            {
                Say.Line($"{kept.Name,-16} {kept.SerialNumber,-34} until {kept.NotAfter:yyyy-MM-dd}  {kept.Standing}");
            }
        });
        return command;
    }

    private static void Issue(ParseResult given, Func<DevelopmentAuthority, string, IssuedFiles> issue)
    {
        using var authority = Open(given);
        var issued = issue(authority, given.GetRequiredValue(Name));
        Say.Line($"Certificate: {issued.CertificatePath}");
        Say.Line($"Key:         {issued.KeyPath}");
        Say.Line($"Serial:      {issued.SerialNumber}");
    }

    private static DevelopmentAuthority Open(ParseResult given) => DevelopmentAuthority.Open(Folder(given), TimeProvider.System);

    private static string Folder(ParseResult given) => Path.Combine(given.GetRequiredValue(Shared.Data), "pki");

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
}
