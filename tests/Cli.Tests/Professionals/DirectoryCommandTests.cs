using MonEspaceSante.Cli.CommandLine;

namespace MonEspaceSante.Cli.Tests.Professionals;

public sealed class DirectoryCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task What_is_generated_is_read_without_a_fault()
    {
        var generated = await Mes.RunAsync("directory", "generate", "--lines", "500", "--seed", "3", _file);
        Assert.Equal((ExitCode.Done, ""), (generated.ExitCode, generated.Error));
        Assert.Equal(501, File.ReadLines(_file).Count());
        var check = await Mes.RunAsync("directory", "check", _file);
        Assert.Equal((ExitCode.Done, ""), (check.ExitCode, check.Error));
        Assert.StartsWith("500 lines: ", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_left_aside_is_said()
    {
        await Mes.RunAsync("directory", "generate", "--lines", "10", _file);
        await File.AppendAllTextAsync(_file, "8|1|\n");
        var check = await Mes.RunAsync("directory", "check", _file);
        Assert.Equal(ExitCode.RowsRejected, check.ExitCode);
        Assert.Contains("CellsMiscounted 1", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10000000")]
    public async Task Too_few_or_too_many_lines_are_refused(string lines) =>
        Assert.Equal(ExitCode.Failed, (await Mes.RunAsync("directory", "generate", "--lines", lines, _file)).ExitCode);
}
