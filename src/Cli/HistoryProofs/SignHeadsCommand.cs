using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary><c>mes sign-heads</c>: signs the heads of the journals that have grown, as the platform does every night.</summary>
internal static class SignHeadsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("sign-heads", "Signs the heads of the journals that have grown, for the night that ended today.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        using var platform = PlatformData.Existing(given.GetRequiredValue(Shared.Data));
        using var signer = await platform.HeadSignerAsync(cancellationToken);
        var tally = await new HeadSigning(platform.Blobs, signer).SignAsync(NightClock.DateOf(TimeProvider.System.GetUtcNow()), SayFaulty, cancellationToken);
        Say.Line($"{tally.Journals:N0} heads signed in {tally.Shards:N0} shards; {tally.Faults:N0} journals at fault.");
        return tally.Faults == 0 ? ExitCode.Done : ExitCode.JournalDamaged;
    }

    private static void SayFaulty(NightFault fault) =>
        Say.Fault($"The journal of digest {fault.Journal} was not signed: segment {fault.Segment}, byte {fault.Position}: {fault.Reason}.");
}
