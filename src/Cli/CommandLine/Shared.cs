using System.CommandLine;

namespace MonEspaceSante.Cli.CommandLine;

/// <summary>What every command takes.</summary>
internal static class Shared
{
    /// <summary>The data folder of the platform.</summary>
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder of the platform.",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };
}
