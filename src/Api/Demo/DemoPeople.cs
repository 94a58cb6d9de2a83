using System.Text.Json;
using System.Text.Json.Serialization;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Demo;

/// <summary>Enrols fictive people and writes their letters, once; <c>demo.json</c> says who they are and how to come in as them.</summary>
internal sealed class DemoPeople(IGrainFactory grains, PatientDirectory patients, TimeProvider time, string folder)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public async Task EnsureAsync()
    {
        var file = Path.Combine(folder, "demo.json");
        if (File.Exists(file))
        {
            return;
        }

        using var acting = CallerContext.Become(new Caller.Platform("demo"));
        var people = new List<DemoPerson>();
        foreach (var sheet in Sheets(time.GetUtcNow()))
        {
            people.Add(await EnrolAsync(sheet));
        }

        var professionals = DevelopmentPeople.Professionals.Select(person => new DemoProfessional(
            person.FileName, person.Rpps, $"{person.GivenName} {person.Surname}", person.ProfessionLabel, person.StructureName));
        var text = JsonSerializer.Serialize(new DemoFile(people, [.. professionals]), Readable);

        // The mark that everything above is done: written whole or not at all.
        await File.WriteAllTextAsync(file + ".tmp", text);
        File.Move(file + ".tmp", file, overwrite: true);
    }

    private async Task<DemoPerson> EnrolAsync(HolderSheet sheet)
    {
        var key = await patients.KeyOf(sheet.Ins);
        var enrolled = await grains.GetGrain<IIdentityBucketGrain>(key.Bucket)
            .Enrol(Envelope.Once(), new EnrolPerson(key, SpaceId.Random(), sheet));
        if (!enrolled.Accepted)
        {
            throw new InvalidOperationException($"A fictive person could not be enrolled: {enrolled.Refusal.English}");
        }

        var code = string.Concat(System.Security.Cryptography.RandomNumberGenerator.GetItems<char>(CredentialRules.CodeAlphabet, CredentialRules.CodeLength));
        await grains.GetGrain<ILoginGuardGrain>(key.Bucket).IssueCode(new IssueCode(key, SlowDigest.New(code)));
        return new(
            sheet.BirthName, sheet.GivenNames, sheet.Ins.Matricule, sheet.Ins.System, sheet.BirthDate, sheet.Sex, sheet.BirthPlace, sheet.CardSerial!, $"{code[..5]} {code[5..]}",
            enrolled.Value.Space.Value);
    }

    // Invented: country code 990 belongs to no country, the names to nobody.
    private static IEnumerable<HolderSheet> Sheets(DateTimeOffset now)
    {
        var open = now - Space.OppositionWindow - TimeSpan.FromDays(30);
        var gp = ProfessionalId.Parse(DevelopmentPeople.Gp.IdNatPs, null);
        yield return Sheet("284059999001248", "RIVIERE", "Anna Louise", new(1984, 5, 12), Sex.Female, "80250000011", gp, open);
        yield return Sheet("152029999003444", "CLAIRVAL", "Marcel", new(1952, 2, 29), Sex.Male, "80250000022", gp, open);
        yield return Sheet("299119999005644", "BOISJOLI", "Noémie Jeanne", new(1999, 11, 3), Sex.Female, "80250000033", null, open);

        // Within the six weeks: nothing can be deposited for him yet.
        yield return Sheet("107069999007838", "MARECHAL-DUVAL", "Théo", new(2007, 6, 21), Sex.Male, "80250000044", null, now - TimeSpan.FromDays(7));
    }

    private static HolderSheet Sheet(
        string matricule, string birthName, string givenNames, DateOnly birthDate, Sex sex, string card, ProfessionalId? doctor, DateTimeOffset informedAt) =>
        new(Ins.Read(InsAuthority.Nir, matricule).Value, birthName, givenNames, birthDate, sex, "99990", card, null, doctor, informedAt);

    private sealed record DemoFile(IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoProfessional> Professionals);

    private sealed record DemoPerson(
        string BirthName, string GivenNames, string Matricule, string System, DateOnly BirthDate, Sex Sex, string BirthPlace, string CardSerial, string ProvisionalCode, string Space);

    private sealed record DemoProfessional(string Certificate, string Rpps, string Name, string Profession, string Structure);
}
