using System.Diagnostics;
using System.Globalization;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Sqlite;

public sealed class SqliteKillTests : IDisposable
{
    private readonly DataFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000)]
    public async Task What_was_answered_before_the_process_was_killed_is_there_and_nothing_is_half_there(int answers)
    {
        var answered = await KillAfterAsync(answers);

        var store = _folder.Open();
        foreach (var container in new[] { BlobContainer.Journals, BlobContainer.Documents })
        {
            await foreach (var blob in store.ListAsync(container, "", CancellationToken.None))
            {
                var content = (await store.ReadAsync(new(container, blob.Path), 0, long.MaxValue / 2, CancellationToken.None)).Bytes.ToArray();
                Assert.True(content.Select((value, position) => value == DoomedWriter.At(position)).All(same => same));
                Assert.Equal(0, content.Length % (container is BlobContainer.Journals ? DoomedWriter.BlockBytes : DoomedWriter.DocumentBytes));
                Assert.True(content.Length >= answered.GetValueOrDefault(blob.Path));
                answered.Remove(blob.Path);
            }
        }

        Assert.Empty(answered);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a writer, kills it after some answers, and gives the length that each blob was answered to have.</summary>
    private async Task<Dictionary<string, long>> KillAfterAsync(int answers)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments = ["exec", typeof(DoomedWriter).Assembly.Location, _folder.Path];
        using var writer = Process.Start(new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = true })!;
        var answered = new Dictionary<string, long>();
        for (var count = 1; await writer.StandardOutput.ReadLineAsync() is { } line; count++)
        {
            if (line.Split(' ') is [var path, var length] && long.TryParse(length, CultureInfo.InvariantCulture, out var bytes))
            {
                answered[path] = bytes;
            }

            if (count == answers)
            {
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        return answered;
    }
}
