using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Limits;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Edge;

/// <summary>What a try that opens nothing costs us, by what it costs; and whether its time tells who exists.</summary>
internal static class RefusedTries
{
    private const int Tries = 2_000;

    // As the edge does (OWASP's floor).
    private const int Iterations = 210_000;

    /// <summary>Prints both tables; medians over <paramref name="rounds"/> tries of each kind, taking turns.</summary>
    public static async Task ReportAsync(int rounds)
    {
        using var folder = new TemporaryFolder();
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path, services => services.AddSingleton(new TryLimits(1_000_000, 1_000_000, 1_000_000)));
        using var acting = CallerContext.Become(new Caller.Platform("bench"));
        Console.WriteLine("\n| A try that opens nothing | ms each |\n|---|---|");
        var guard = platform.Grains.GetGrain<ILoginGuardGrain>(1);
        await ReportAsync("is let in by its source", Tries, () => platform.Grains.GetGrain<ISourceGrain>("lets-in").Enter());
        await ReportAsync("is counted for its person", Tries, () => guard.TryCode(new TryCode(Key(1), Convert.ToBase64String(new byte[32]))));
        await ReportAsync("computes a slow digest", 20, () => Task.FromResult(Rfc2898DeriveBytes.Pbkdf2("secret", new byte[16], Iterations, HashAlgorithmName.SHA512, 32)));
        await ReportShutOutAsync();

        await ReportMediansAsync(platform, rounds);
    }

    private static async Task ReportShutOutAsync()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path, services => services.AddSingleton(new TryLimits(1, 1, 1)));
        using var acting = CallerContext.Become(new Caller.Platform("bench"));
        await ReportAsync("is shut out with its source", Tries, () => platform.Grains.GetGrain<ISourceGrain>("shut-out").Enter());
    }

    private static async Task ReportMediansAsync(EmbeddedPlatform platform, int rounds)
    {
        var (known, nobody) = (Fictive.Holder(1) with { CardSerial = "80250000011" }, Fictive.Holder(2) with { CardSerial = "80250000022" });
        await platform.EnrolAsync(known);
        using var http = platform.Client();
        var times = new Dictionary<string, List<double>> { ["somebody"] = [], ["nobody"] = [], ["another birth date"] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (who, sheet) in new[] { ("somebody", known), ("nobody", nobody), ("another birth date", known with { BirthDate = known.BirthDate.AddDays(1) }) })
            {
                using var start = await http.PostAsJsonAsync("api/v1/activation/start", new { matricule = sheet.Ins.Matricule, birthDate = sheet.BirthDate, cardSerial = sheet.CardSerial });
                var attempt = JsonDocument.Parse(await start.Content.ReadAsStringAsync()).RootElement.GetProperty("attempt").GetString();
                var from = Stopwatch.GetTimestamp();
                using var refused = await http.PostAsJsonAsync("api/v1/activation/verify", new { attempt, code = "22222 22222" });
                times[who].Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        Console.WriteLine($"\n| A wrong code for | Median of {rounds:N0}, ms |\n|---|---|");
        foreach (var (who, all) in times)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {who} | {all.Order().ElementAt(all.Count / 2):F1} |"));
        }
    }

    private static async Task ReportAsync<T>(string what, int times, Func<Task<T>> step)
    {
        await step();
        var from = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            await step();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Stopwatch.GetElapsedTime(from).TotalMilliseconds / times:F3} |"));
    }

    private static BlindKey Key(int person) => BlindKey.Parse(person.ToString("x32", CultureInfo.InvariantCulture), null);
}
