using System.CommandLine;
using MonEspaceSante.Cli.Campaigns;
using MonEspaceSante.Cli.Certificates;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Erasure;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Cli.OldRecords;
using MonEspaceSante.Cli.Outbox;
using MonEspaceSante.Cli.People;
using MonEspaceSante.Cli.Professionals;
using MonEspaceSante.Cli.Verification;
using MonEspaceSante.Storage.Journals;

var mes = new RootCommand("Operators' commands of MonEspaceSante.")
{
    Shared.Data,
    EnrolCommand.Create(),
    CampaignCommand.Create(),
    ImportCommand.Create(),
    PeopleCommand.Create(),
    PkiCommand.Create(),
    DirectoryCommand.Create(),
    VerifyCommand.Create(),
    VerifyHistoryCommand.Create(),
    SignHeadsCommand.Create(),
    VerifyErasureCommand.Create(),
    OutboxCommand.Create(),
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
    // Operators are told what went wrong, not where in the code: no stack, and no name of a parameter.
    var parameter = (failure as ArgumentException)?.ParamName;
    Say.Fault($"mes: {failure.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)}");
    return failure is JournalCorruptedException ? ExitCode.JournalDamaged : ExitCode.Failed;
}
