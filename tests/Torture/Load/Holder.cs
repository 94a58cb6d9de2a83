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

    public static async Task ActivateAsync(Client client, DemoPerson person, string folder)
    {
        var started = await client.StepAsync("api/v1/activation/start", new { person.Matricule, person.BirthDate, person.CardSerial });
        var attempt = started.GetProperty("attempt").GetString();
        await client.StepAsync("api/v1/activation/verify", new { attempt, code = person.ProvisionalCode });
        await client.StepAsync("api/v1/activation/contact", new { attempt, email = Email });
        await client.StepAsync("api/v1/activation/contact/verify", new { attempt, code = await LatestCodeAsync(folder) });
        await client.StepAsync("api/v1/activation/complete", new
        {
            attempt, login = Login, password = Password,
            hideNewDocuments = false, regulationCentre = true, breakGlass = true, hiddenInEmergency = false,
        });
    }

    public static async Task SignInAsync(Client client, string folder)
    {
        var started = await client.StepAsync("api/v1/session", new { login = Login, password = Password });
        var code = await LatestCodeAsync(folder);
        var session = await client.StepAsync("api/v1/session/otp", new { attempt = started.GetProperty("attempt").GetString(), code });
        client.Use(session.GetProperty("token").GetString()!);
    }

    private static async Task<string> LatestCodeAsync(string folder)
    {
        var mail = Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Max(StringComparer.Ordinal)!;
        return Code().Match(await File.ReadAllTextAsync(mail)).Groups[1].Value;
    }

    [GeneratedRegex(@"code : (\d{6})")]
    private static partial Regex Code();
}
