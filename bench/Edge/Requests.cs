using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Edge;

/// <summary>Requests of professionals over mutual TLS, one server core: reads beside a bare endpoint, deposits, lists.</summary>
internal sealed class Requests(string pki, Requests.Population people)
{
    /// <summary>Bytes of the documents that are read and deposited.</summary>
    public const int DocumentLength = 100_000;

    // A professional touches at most 300 spaces an hour.
    private const int Spaces = 128;
    private const int DocumentsEach = 20;
    private const int OtherLength = 1_000;
    private const int MeasuresEach = 20;
    private static readonly int[] Connections = [1, 16, 64];

    // Long enough for the just-in-time compiler on a busy machine.
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(8);

    // Deposits stay on the disk until the end: few of them.
    private static readonly TimeSpan DepositTime = TimeSpan.FromSeconds(2);

    private const string BareRead = "bare endpoint, 100 KB";
    private const string BareList = "bare endpoint, bytes of the list";

    /// <summary>Prints a table; platform and bare endpoint take turns, <paramref name="rounds"/> times. What is measured is told as it comes.</summary>
    /// <remarks>
    /// A round takes 5 operations, each warmed up for twice the time (8 s at most) and measured at 3 loads: 25 times <paramref name="time"/>, besides
    /// what fills the spaces and the deposits of the last round. A minute is enough for one round of a second.
    /// </remarks>
    public static async Task ReportAsync(TimeSpan time, int rounds)
    {
        using var folder = new TemporaryFolder();
        var bench = new Requests(Path.Combine(folder.Path, "pki"), await FillAsync(folder.Path));
        await PinnedServer.StepAsideAsync();
        var results = new Dictionary<(string Operation, int Connections), List<Load>>();
        for (var round = 0; round < rounds; round++)
        {
            long list;
            await using (var platform = await PinnedServer.StartPlatformAsync(folder.Path))
            {
                list = await bench.MeasurePlatformAsync(platform, time, results, deposits: round == rounds - 1);
            }

            await using var bare = await PinnedServer.StartBareAsync(bench.Pki);
            await bench.MeasureBareAsync(bare, (int)list, time, results);
        }

        Print(results.ToDictionary(result => result.Key, result => Load.Sum(result.Value)));
    }

    private string Pki { get; } = pki;

    private static string List => $"list of {DocumentsEach} documents";

    private async Task MeasureBareAsync(PinnedServer bare, int list, TimeSpan time, Dictionary<(string, int), List<Load>> results)
    {
        using var client = new EdgeClient(Pki, DevelopmentPeople.Gp.FileName);
        foreach (var (length, operation) in new[] { (DocumentLength, BareRead), (list, BareList) })
        {
            var address = new Uri(bare.Address, $"/{length}");
            await MeasureAsync(bare, operation, time, results, _ => client.ReadAsync(address));
        }
    }

    // How many bytes a list has, for the bare endpoint to send as many.
    private async Task<long> MeasurePlatformAsync(PinnedServer platform, TimeSpan time, Dictionary<(string, int), List<Load>> results, bool deposits)
    {
        using var doctor = new EdgeClient(Pki, DevelopmentPeople.Gp.FileName);
        using var laboratory = new EdgeClient(Pki, DevelopmentPeople.Laboratory.FileName);
        var documents = people.Documents.Select(id => new Uri(platform.Address, $"/fhir/Binary/{id}")).ToArray();
        var lists = people.Holders.Select(holder => new Uri(platform.Address, $"/fhir/DocumentReference?patient.identifier={Identifier(holder)}&status=current")).ToArray();
        if (await doctor.ReadAsync(documents[0]) != DocumentLength)
        {
            throw new InvalidOperationException("What was read is not what was deposited.");
        }

        var length = await doctor.ReadAsync(lists[0]);
        await MeasureAsync(platform, "read of 100 KB", time, results, number => doctor.ReadAsync(documents[number % Spaces]));
        await MeasureAsync(platform, List, time, results, number => doctor.ReadAsync(lists[number % Spaces]));
        var searches = people.Holders.Select(holder => new Uri(
            platform.Address, $"/fhir/Observation?patient.identifier={Identifier(holder)}&code=http://loinc.org|29463-7&_count={MeasuresEach}")).ToArray();
        await MeasureAsync(platform, $"search of {MeasuresEach} measures", time, results, number => doctor.ReadAsync(searches[number % Spaces]));
        if (deposits)
        {
            var address = new Uri(platform.Address, "/fhir/DocumentReference");
            var content = Convert.ToBase64String(Fictive.Content(DocumentLength));
            var measures = new Uri(platform.Address, "/fhir/Observation");
            await MeasureAsync(platform, "deposit of a measure", DepositTime, results, number => doctor.SendAsync(measures, Measure(people.Holders[number % Spaces], number)));
            await MeasureAsync(platform, "deposit of 100 KB", DepositTime, results, number => laboratory.SendAsync(address, Deposit(people.Holders[number % Spaces], content)));
        }

        return length;
    }

    private static async Task MeasureAsync(
        PinnedServer server, string operation, TimeSpan time, Dictionary<(string, int), List<Load>> results, Func<int, Task> send)
    {
        await Load.RunAsync(server, Connections[^1], time * 2 < LongestWarmUp ? time * 2 : LongestWarmUp, send);
        foreach (var connections in Connections)
        {
            var load = await Load.RunAsync(server, connections, time, send);
            if (!results.TryGetValue((operation, connections), out var loads))
            {
                results.Add((operation, connections), loads = []);
            }

            loads.Add(load);
            Console.Error.WriteLine($"{operation}, {connections} at once: {load.PerSecond:N0}/s, p50 {load.Percentile(50):F2} ms");
        }
    }

    // Each beside the bare endpoint: a list beside as many bytes as it has, everything else beside 100 KB.
    private static void Print(Dictionary<(string Operation, int Connections), Load> results)
    {
        Console.WriteLine("\n| Operation | Connections | Requests/s | p50 ms | p95 ms | p99 ms | Server CPU ms each | Throughput to bare | CPU of bare to ours |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var ((operation, connections), load) in results)
        {
            var bare = results[(operation == List || operation == BareList ? BareList : BareRead, connections)];
            Console.WriteLine($"| {operation} | {connections} | {load.PerSecond:N0} | {load.Percentile(50):F2} | {load.Percentile(95):F2} | {load.Percentile(99):F2} "
                + $"| {load.CpuMilliseconds:F3} | {load.PerSecond / bare.PerSecond:P0} | {bare.CpuMilliseconds / load.CpuMilliseconds:P0} |");
        }
    }

    private static async Task<Population> FillAsync(string folder)
    {
        await using var platform = await EmbeddedPlatform.StartAsync(folder);
        var holders = Enumerable.Range(0, Spaces).Select(Fictive.Holder).ToArray();
        var documents = new ResourceId[Spaces];
        await Parallel.ForAsync(0, Spaces, async (number, _) =>
        {
            var space = await platform.EnrolAsync(holders[number]);
            documents[number] = new(space, (await platform.DepositAsync(space, holders[number], Fictive.Content(DocumentLength))).LogicalId);
            for (var other = 1; other < DocumentsEach; other++)
            {
                await platform.DepositAsync(space, holders[number], Fictive.Content(OtherLength));
            }

            for (var measure = 0; measure < MeasuresEach; measure++)
            {
                await platform.RecordAsync(space, holders[number], Measure(holders[number], measure));
            }
        });
        return new(holders, documents);
    }

    private static string Identifier(HolderSheet holder) => Uri.EscapeDataString($"{holder.Ins.System}|{holder.Ins.Matricule}");

    private static byte[] Deposit(HolderSheet holder, string content) => Encoding.UTF8.GetBytes($$"""
        {
          "resourceType": "DocumentReference",
          "contained": [{"resourceType": "Practitioner", "id": "author", "identifier": [{"system": "urn:oid:1.2.250.1.71.4.2.1", "value": "{{DevelopmentPeople.Gp.IdNatPs}}"}]}],
          "masterIdentifier": {"system": "urn:ietf:rfc:3986", "value": "urn:uuid:{{Guid.NewGuid()}}"},
          "status": "current",
          "type": {"coding": [{"system": "http://loinc.org", "code": "11502-2"}]},
          "subject": {"identifier": {"system": "{{holder.Ins.System}}", "value": "{{holder.Ins.Matricule}}"} },
          "date": "2026-11-20T10:30:00+01:00",
          "author": [{"reference": "#author"}],
          "content": [{"attachment": {"contentType": "application/pdf", "language": "fr-FR", "title": "Prise de sang", "data": "{{content}}"} }]
        }
        """);

    private static byte[] Measure(HolderSheet holder, int number) => Encoding.UTF8.GetBytes($$"""
        {
          "resourceType": "Observation", "status": "final",
          "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs"}] }],
          "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7", "display": "Poids corporel"}], "text": "Poids"},
          "subject": {"identifier": {"system": "{{holder.Ins.System}}", "value": "{{holder.Ins.Matricule}}"} },
          "effectiveDateTime": "2026-10-{{1 + (number % 28):00}}T08:15:00+02:00",
          "valueQuantity": {"value": {{60 + (number % 40)}}.50, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}
        }
        """);

    /// <summary>Who is enrolled, and the 100 KB document of each.</summary>
    internal sealed record Population(IReadOnlyList<HolderSheet> Holders, IReadOnlyList<ResourceId> Documents);
}
