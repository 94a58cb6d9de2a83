using System.Globalization;

namespace MonEspaceSante.Cli.CommandLine;

/// <summary>What commands say, the same in every country: results on the output, faults on the error output.</summary>
internal static class Say
{
    /// <summary>A line of the result.</summary>
    public static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line on what went wrong.</summary>
    public static void Fault(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
