using System.Text;

namespace MonEspaceSante.Domain.Tests;

/// <summary>
/// Compares what leaves the house with the text file that was approved, byte for byte.
/// To approve a change, replace the file by what the failure shows, and think of the journals already written.
/// </summary>
internal static class Approved
{
    /// <summary>The approved text <paramref name="name"/>, one line.</summary>
    public static string Read(string name) => File.ReadAllText(PathOf(name), Encoding.UTF8).TrimEnd('\n');

    public static void Same(string name, string text)
    {
        Assert.True(File.Exists(PathOf(name)), $"Nothing is approved as {name}. Proposed:\n{text}");
        Assert.Equal(File.ReadAllBytes(PathOf(name)), Encoding.UTF8.GetBytes(text + "\n"));
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Approved", name);
}
