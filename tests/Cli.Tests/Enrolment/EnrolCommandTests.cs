using MonEspaceSante.Cli.People;

namespace MonEspaceSante.Cli.Tests.Enrolment;

public sealed class EnrolCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_command_sums_up_and_answers_2_when_rows_were_rejected()
    {
        PeopleCommand.Write(_folder.People, 20, seed: 5);
        var right = await Mes.RunAsync("enrol", _folder.People, "--data", _folder.Data, "--informed-at", "2026-03-01");
        await File.AppendAllTextAsync(_folder.People, "spoiled\n");

        var wrong = await Mes.RunAsync("enrol", _folder.People, "--data", _folder.Data, "--rejects", _folder.Rejects);

        Assert.Equal((0, ""), (right.ExitCode, right.Error));
        Assert.StartsWith("20 enrolled, 0 updated, 0 unchanged, 0 rejected.", right.Output, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.StartsWith("0 enrolled, 0 updated, 20 unchanged, 1 rejected.", wrong.Output, StringComparison.Ordinal);
        Assert.StartsWith("22,row-cell-count,", (await File.ReadAllLinesAsync(_folder.Rejects))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_file_of_people_is_refused_in_one_line()
    {
        _folder.WithPeople("name;date");

        var answer = await Mes.RunAsync("enrol", _folder.People, "--data", _folder.Data);

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal($"mes: The header names an unknown column \"name;date\".{Environment.NewLine}", answer.Error);
    }
}
