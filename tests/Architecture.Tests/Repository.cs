namespace MonEspaceSante.Architecture.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "MonEspaceSante.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
