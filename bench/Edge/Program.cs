using System.Globalization;
using System.Runtime.InteropServices;
using MonEspaceSante.Edge;

// What the edge costs: requests over mutual TLS beside a bare Kestrel, storage calls, cold and idle spaces.
// Edge [seconds per figure] [rounds] [calls] [quiet] [timing] [tries] [requests]    the named parts, or all; exit code 1 if a command makes other
//                                                                           storage calls than the design says, or if the time of an
//                                                                           answer tells of a restriction
// Edge bare <pki folder>                                           the bare endpoint, as a child of the above
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bare", var pki])
{
    await BareServer.RunAsync(pki);
    return 0;
}

var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
Console.WriteLine($"{Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}");

var parts = args.Length > 2 ? args[2..] : ["calls", "quiet", "timing", "requests"];
var asDesigned = !parts.Contains("calls") || await StorageCalls.ReportAsync();
if (parts.Contains("quiet"))
{
    await QuietSpaces.ReportAsync();
}

// 2,000 of each class: security design, section 4.
asDesigned &= !parts.Contains("timing") || await TimeClasses.ReportAsync(requests: 2_000);
if (parts.Contains("tries"))
{
    await RefusedTries.ReportAsync(rounds);
}

if (parts.Contains("requests"))
{
    await Requests.ReportAsync(TimeSpan.FromSeconds(seconds), rounds);
}

return asDesigned ? 0 : 1;
