using System.Text.RegularExpressions;

namespace MonEspaceSante.Torture.Load;

/// <summary>How a fictive person activates their space, once, and signs in, after each start.</summary>
internal static partial class Holder
{
    private const string Login = "titulaire.torture";
    private const string Password = "Tilleul-en-fleur-84";
    private const string Email = "titulaire@example.org";

    /// <summary>What the person has told the platform: may stand nowhere in the clear.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [Login, Password, Email];

    public static async Task ActivateAsync(Client client, DemoPerson person)
    {
        var started = await client.StepAsync("api/v1/activation/start", new { person.Matricule, person.BirthDate, person.CardSerial });
        var attempt = started.GetProperty("attempt").GetString();
        await client.StepAsync("api/v1/activation/verify", new { attempt, code = person.ProvisionalCode });
        await client.StepAsync("api/v1/activation/complete", new
        {
            attempt, login = Login, password = Password, email = Email,
            hideNewDocuments = false, regulationCentre = true, breakGlass = true, hiddenInEmergency = false,
        });
    }

    public static async Task SignInAsync(Client client, string folder)
    {
        var started = await client.StepAsync("api/v1/session", new { login = Login, password = Password });
        var mail = Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Max(StringComparer.Ordinal)!;
        var code = Code().Match(await File.ReadAllTextAsync(mail)).Groups[1].Value;
        var session = await client.StepAsync("api/v1/session/otp", new { attempt = started.GetProperty("attempt").GetString(), code });
        client.Use(session.GetProperty("token").GetString()!);
    }

    [GeneratedRegex(@"code : (\d{6})")]
    private static partial Regex Code();
}
