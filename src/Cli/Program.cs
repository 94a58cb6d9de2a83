using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.People;

var mes = new RootCommand("Operators' commands of MonEspaceSante.")
{
    Shared.Data,
    EnrolCommand.Create(),
    PeopleCommand.Create(),
};

try
{
    return await mes.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
catch (Exception failure)
{
    // Operators are told what went wrong, not where in the code.
    Say.Fault($"mes: {failure.Message}");
    return ExitCode.Failed;
}
