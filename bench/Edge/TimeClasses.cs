using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Edge;

/// <summary>
/// Whether the time of an answer tells a professional of a restriction (security design, rule 20 and section 4): what is hidden, blocked, out of the
/// matrix and absent, asked for in turn over mutual TLS by one optician.
/// </summary>
internal static class TimeClasses
{
    private const double MostMilliseconds = 5;
    private const double MostShare = 0.05;
    private const int WarmUp = 200;

    // Opticians read reports of consultations, and no blood tests.
    private const string Read = "11488-4";
    private const string NotRead = "11502-2";

    private static readonly string[] Classes = ["absent", "hidden", "blocked", "out of the matrix"];

    private static readonly ProfessionalId Optician = ProfessionalId.Parse(DevelopmentPeople.Optician.IdNatPs, null);

    /// <summary>Prints the medians of <paramref name="requests"/> requests of each class; answers whether all differ from absence by 5 % or 5 ms at most.</summary>
    public static async Task<bool> ReportAsync(int requests)
    {
        using var folder = new TemporaryFolder();
        await using var platform = await EmbeddedPlatform.StartAsync(folder.Path, services => services.AddSingleton(Unlimited()));
        using var optician = new EdgeClient(Path.Combine(folder.Path, "pki"), DevelopmentPeople.Optician.FileName);
        var worlds = new List<(HolderSheet Holder, ResourceId Document)>();
        foreach (var (number, name) in Classes.Index())
        {
            worlds.Add(await FurnishAsync(platform, number, name));
        }

        Console.WriteLine($"\n| Request | Class | p50 ms of {requests:N0} | To absent ms | To absent |\n|---|---|---|---|---|");
        var met = await ReportAsync("read of a sheet", requests, number => optician.TryAsync(new(platform.Professionals, $"/fhir/DocumentReference/{worlds[number].Document}")));
        return await ReportAsync("search", requests, number => optician.TryAsync(new(
            platform.Professionals, $"/fhir/DocumentReference?patient.identifier={Uri.EscapeDataString($"{worlds[number].Holder.Ins.System}|{worlds[number].Holder.Ins.Matricule}")}"))) && met;
    }

    private static async Task<bool> ReportAsync(string request, int requests, Func<int, Task> send)
    {
        var times = Classes.Select(_ => new double[requests]).ToArray();
        for (var turn = -WarmUp; turn < requests; turn++)
        {
            for (var number = 0; number < Classes.Length; number++)
            {
                var started = Stopwatch.GetTimestamp();
                await send(number);
                if (turn >= 0)
                {
                    times[number][turn] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                }
            }
        }

        var medians = Array.ConvertAll(times, own => own.Order().ElementAt(requests / 2));
        foreach (var (name, median) in Classes.Zip(medians))
        {
            Console.WriteLine($"| {request} | {name} | {median:F3} | {median - medians[0]:F3} | {(median - medians[0]) / medians[0]:P1} |");
        }

        return medians.All(median => Math.Abs(median - medians[0]) <= Math.Max(MostMilliseconds, MostShare * medians[0]));
    }

    private static async Task<(HolderSheet Holder, ResourceId Document)> FurnishAsync(EmbeddedPlatform platform, int number, string name)
    {
        var holder = Fictive.Holder(number);
        var id = await platform.EnrolAsync(holder);
        var labels = name == "hidden" ? Labels.HiddenFromProfessionals : Labels.Normal;
        var draft = Fictive.BloodTest(labels) with { Type = name == "out of the matrix" ? NotRead : Read };
        var document = name == "absent" ? Guid.NewGuid() : (await platform.DepositAsync(id, holder, draft, Fictive.NeverOpened(id))).LogicalId;
        using var acting = CallerContext.Become(new Caller.Holder(id));
        EmbeddedPlatform.Taken(await platform.Space(id).Activate(Envelope.Once(), new(holder, PrivacyChoices.Unexpressed)));
        EmbeddedPlatform.Taken(await platform.Space(id).Authorise(Envelope.Once(), new(AccessSubject.Of(Optician), "")));
        if (name == "blocked")
        {
            EmbeddedPlatform.Taken(await platform.Space(id).Block(Envelope.Once(), new(AccessSubject.Of(Optician))));
        }

        return (holder, new(id, document));
    }

    // Quotas stop who only tries after thirty refusals: here all of them are wanted.
    private static QuotaTable Unlimited()
    {
        using var folder = new TemporaryFolder();
        const string Wide = "1000000,1000000,1000000,1000000,1000000,1000000,1000000";
        File.WriteAllText(
            Path.Combine(folder.Path, "activity-quotas.csv"),
            $"# version: wide\n# effective: 2026-01-01\n# source: bench\nwho,alert,stepUp,stop,night,refusals,emergencyAlert,emergencyStop\nprofessional,{Wide}\nstructure,{Wide}\n");
        return QuotaTable.Load(folder.Path);
    }
}
