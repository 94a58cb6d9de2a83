using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// What people type is found nowhere in clear: in no log line of any level, no file name, no byte of the store (security design, rule 31 and
/// section 4). Mails are where one-time codes and addresses belong.
/// </summary>
public sealed class CanaryTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Login = "canari.des.identifiants";
    private const string Password = "Canari-mot-de-passe-7391";
    private const string WrongPassword = "Canari-faux-passe-8264";
    private const string Email = "canari.courriel@example.org";
    private const string Title = "CANARI-TITRE-5512";
    private const string Reason = "canari motif des urgences 3307";
    private const string Name = "CANARI-NOM-9920";
    private const string Content = "%PDF-1.7 canari-contenu-4418";
    private const string Unknown = "canari-inconnu-6675";

    private readonly List<string> _canaries =
        [Login, Password, WrongPassword, Email, Title, Reason, Uri.EscapeDataString(Reason), Name, Content[9..], Unknown, "CARDIOLOGUE", DevelopmentPeople.Specialist.Rpps];

    private string _space = "";

    [Fact]
    public async Task What_people_type_is_found_nowhere_in_clear()
    {
        await UseEverythingAsync();
        await UseEverythingWronglyAsync();

        var logs = platform.Logs.Lines.ToArray();
        Assert.NotEmpty(logs);
        Assert.All(_canaries, canary => Assert.DoesNotContain(logs, line => line.Contains(canary, StringComparison.OrdinalIgnoreCase)));

        var files = platform.StoredFiles.ToList();
        // The search can find: the mail has the address, the store the space's opaque identity.
        Assert.Contains(Directory.EnumerateFiles(Path.Combine(platform.Folder, "outbox")), file => RunningPlatform.ReadBytes(file).Contains(Email, StringComparison.Ordinal));
        Assert.Contains(files, file => RunningPlatform.ReadBytes(file).Contains(_space, StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = RunningPlatform.ReadBytes(file);
            Assert.All(_canaries, canary =>
            {
                Assert.DoesNotContain(canary, Path.GetFileName(file), StringComparison.OrdinalIgnoreCase);
                Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} stands in {Path.GetFileName(file)}.");
            });
        }
    }

    private async Task UseEverythingAsync()
    {
        var person = await platform.People.EnrolAsync();
        _space = person.Space.Value;
        _canaries.AddRange(person.Matricule, person.Sheet.BirthName, person.Sheet.GivenNames, person.Sheet.CardSerial!);
        var account = await platform.OpenAccountAsync(person, Login, Password, Email);
        var token = await account.SignInAsync();
        var oneTimeCode = await platform.Mails.LatestCodeAsync(Email);
        _canaries.Add(token);

        // Another letter, so that its code is known here.
        var provisionalCode = await platform.People.WriteAsync(person);
        _canaries.Add(provisionalCode);
        (await platform.Visitors.Citizen().PostAsync("/api/v1/activation/verify",
            $$"""{"attempt":"{{await platform.StartActivationAsync(person)}}","code":"{{provisionalCode}}"}""")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(platform.Logs.Lines, line => line.Contains($"\"{oneTimeCode}\"", StringComparison.Ordinal));

        var me = platform.Visitors.Citizen(token);
        var id = await new Deposit(person) { Title = Title, Content = Encoding.ASCII.GetBytes(Content) }.ByAsync(platform.Visitors.Professional("lab-org"));
        var specialist = platform.Visitors.Professional("specialist");
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}";
        (await specialist.GetAsync(search, ("Mes-Consent", "declared"))).Is(HttpStatusCode.OK);
        (await specialist.GetAsync(search, ("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", Uri.EscapeDataString(Reason)))).Is(HttpStatusCode.OK);
        (await specialist.GetAsync($"/fhir/Binary/{id}")).Is(HttpStatusCode.OK);
        (await specialist.GetAsync($"/fhir/Patient?identifier={person.Token}")).Is(HttpStatusCode.OK);
        var subject = $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}","name":"{{Name}}"}""";
        (await me.PostAsync("/api/v1/privacy/authorisations", subject)).Is(HttpStatusCode.OK);
        (await me.PostAsync("/api/v1/privacy/blocks", subject)).Is(HttpStatusCode.Created);
        (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{id}}"}""")).Is(HttpStatusCode.NoContent);
        (await me.GetAsync($"/fhir/DocumentReference?patient={person.Space}")).Is(HttpStatusCode.OK);
        (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK);
        (await me.GetAsync("/fhir/AuditEvent")).Is(HttpStatusCode.OK);
        (await me.GetAsync("/api/v1/notifications")).Is(HttpStatusCode.OK);
    }

    private async Task UseEverythingWronglyAsync()
    {
        var nobody = platform.Visitors.Citizen();
        var stranger = new Person(default, (await platform.People.EnrolAsync()).Sheet);
        _canaries.Add(stranger.Matricule);
        (await nobody.PostAsync("/api/v1/session", $$"""{"login":"{{Login}}","password":"{{WrongPassword}}"}""")).Is(HttpStatusCode.Unauthorized);
        (await nobody.PostAsync("/api/v1/session", $$"""{"login":"{{Unknown}}","password":"{{WrongPassword}}"}""")).Is(HttpStatusCode.Unauthorized);
        (await nobody.PostAsync("/api/v1/session", $$"""{"login":"{{Unknown}}","{{Unknown}}":"{{WrongPassword}}"}""")).Is(HttpStatusCode.BadRequest);
        (await nobody.PostAsync("/api/v1/session/otp", $$"""{"attempt":"{{Unknown}}","code":"{{Unknown}}"}""")).Is(HttpStatusCode.Unauthorized);
        (await nobody.PostAsync("/api/v1/activation/start", Accounts.Traits(stranger).Replace("1961-03-04", Unknown, StringComparison.Ordinal))).Is(HttpStatusCode.BadRequest);
        (await nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{Unknown}}","code":"{{Unknown}}"}""")).Is(HttpStatusCode.Unauthorized);
        (await nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(Unknown, Login, Password))).Is(HttpStatusCode.Unauthorized);
        (await nobody.GetAsync("/api/v1/history", ("Authorization", $"Bearer {Unknown}{Unknown}"))).Is(HttpStatusCode.Unauthorized);
        var lab = platform.Visitors.Professional("lab-org");
        (await lab.PostAsync("/fhir/DocumentReference", new Deposit(stranger) { Title = Title, Type = Unknown }.Json)).Is(HttpStatusCode.UnprocessableEntity);
        (await lab.PostAsync("/fhir/DocumentReference", new Deposit(stranger) { Title = Title }.Json[..^5])).Is(HttpStatusCode.BadRequest);
        (await lab.PostAsync("/fhir/DocumentReference", new Deposit(stranger) { UniqueId = Unknown }.Json)).Is(HttpStatusCode.UnprocessableEntity);
        (await lab.GetAsync($"/fhir/Patient?identifier={stranger.Token}&{Unknown}={Unknown}")).Is(HttpStatusCode.BadRequest);
        (await lab.GetAsync($"/fhir/Patient?identifier={stranger.Token}{Unknown}")).Is(HttpStatusCode.BadRequest);
        (await lab.GetAsync($"/fhir/DocumentReference/{Unknown}", ("Mes-Access-Mode", Unknown))).Is(HttpStatusCode.BadRequest);
        (await platform.Visitors.Professional("bad/revoked").GetAsync($"/fhir/Patient?identifier={stranger.Token}")).Is(HttpStatusCode.Forbidden);
        (await platform.Visitors.Professional("bad/struck-off").GetAsync($"/fhir/{Unknown}")).Is(HttpStatusCode.Forbidden);
    }
}
