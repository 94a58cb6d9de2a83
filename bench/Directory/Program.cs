// What the national directory costs: `dotnet run -c Release --project bench/Directory [lines]`, by default 1,200,000 lines of fictive people.
// Memory is what the process keeps once the file is read and the garbage is gone; the peak is while it was read.
using System.Diagnostics;
using System.Globalization;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Professionals;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var lines = args.Length > 0 ? int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) : 1_200_000;
var path = Path.GetTempFileName();
try
{
    using (var file = new StreamWriter(path) { NewLine = "\n" })
    {
        FictiveExtract.Write(file, lines, seed: 1);
    }

    var before = GC.GetTotalMemory(forceFullCollection: true);
    var clock = Stopwatch.StartNew();
    NationalDirectory directory;
    LoadReport report;
    using (var extract = File.OpenRead(path))
    {
        directory = ExtractLoader.Load(extract, out report);
    }

    var loaded = clock.Elapsed;
    using var process = Process.GetCurrentProcess();
    var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
    Console.WriteLine(
        $"{report.Lines:N0} lines, {report.Practitioners:N0} professionals, {report.Structures:N0} structures: read in {loaded.TotalSeconds:N1} s "
        + $"({process.TotalProcessorTime.TotalSeconds:N1} CPU s with the writing), {kept / 1048576.0:N0} MiB kept, peak of the process {process.PeakWorkingSet64 / 1048576.0:N0} MiB");

    var page = new PageOf(0, 20);
    var somebody = directory.Practitioners(new("SOLVE"), page).Items[0];
    Measure("by number", 20_000, () => directory.Find(somebody.Number));
    Measure("by surname, whole", 200, () => directory.Practitioners(new(somebody.Surname), page));
    Measure("by surname, two letters", 20, () => directory.Practitioners(new("SO"), page));
    Measure("by surname and given name", 200, () => directory.Practitioners(new($"{somebody.Surname} {somebody.GivenName}"), page));
    Measure("by surname and town", 200, () => directory.Practitioners(new("SO", somebody.Situations[0].Structure!.Town), page));
    Measure("by speciality and town", 200, () => directory.Situations(new(null, somebody.Situations[0].Structure!.Town, "SM04"), page));
}
finally
{
    File.Delete(path);
}

static void Measure(string what, int times, Func<object?> ask)
{
    ask();
    var clock = Stopwatch.StartNew();
    for (var i = 0; i < times; i++)
    {
        ask();
    }

    Console.WriteLine($"{what,-28} {clock.Elapsed.TotalMicroseconds / times,10:N1} µs");
}
