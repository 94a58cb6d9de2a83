// How long enrolment takes, and what it needs: `dotnet run -c Release --project bench/Enrolment [people…]`, by default 100,000 then 1,000,000.
// Each size goes into a store of its own, with durable commits, in a folder that is removed afterwards.
// CPU seconds are printed beside wall seconds: on a machine that does other work as well, they are what can be compared.
using System.Diagnostics;
using System.Globalization;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.People;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] sizes = args.Length > 0 ? [.. args.Select(argument => int.Parse(argument, NumberStyles.None, CultureInfo.InvariantCulture))] : [100_000, 1_000_000];

Console.WriteLine($"{Environment.ProcessorCount} cores");
var costs = new List<double>();
foreach (var size in sizes)
{
    costs.Add(await MeasureAsync(size));
}

if (costs.Count > 1)
{
    Console.WriteLine($"A person of the last size costs {costs[^1] / costs[0]:N2} times the CPU of one of the first.");
}

static async Task<double> MeasureAsync(int size)
{
    var folder = Directory.CreateTempSubdirectory("mes-bench-").FullName;
    try
    {
        var file = Path.Combine(folder, "people.csv");
        PeopleCommand.Write(file, size, seed: 1);
        using var process = Process.GetCurrentProcess();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var data = Path.Combine(folder, "data");
        using (var people = new PeopleFile(file))
        {
            var run = new EnrolmentRun(people, file + ".rejects.csv", checkpoint: null, data, informedAt: null);
            await run.RunAsync(CancellationToken.None);
            if (run.Tally != new EnrolmentTally(size, 0, 0, 0))
            {
                throw new InvalidOperationException($"Not everybody was enrolled: {run.Tally}.");
            }
        }

        process.Refresh();
        var (wall, used) = (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
        var bytes = new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(found => found.Length);
        Console.WriteLine(
            $"{size,9:N0} people: {wall:N1} s, {size / wall:N0} people/s; {used:N1} CPU s, {used / size * 1e6:N1} µs a person; "
            + $"{bytes / size:N0} bytes a person on disk; peak memory so far {process.PeakWorkingSet64 / 1048576.0:N0} MiB");
        return used / size;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
