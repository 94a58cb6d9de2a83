using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;

namespace MonEspaceSante.Cli.Campaigns;

/// <summary><c>mes campaign</c>: informs those who were enrolled and not informed yet.</summary>
internal static class CampaignCommand
{
    private static readonly Option<DirectoryInfo> Print =
        new("--print") { Description = "Where letters are written for the printer.", Required = true };

    private static readonly Option<string> Site =
        new("--site") { Description = "The address of the portal that letters name, without https.", Required = true };

    private static readonly Option<int> Batch =
        new("--batch") { Description = "People to a batch: one file for the printer each.", DefaultValueFactory = _ => 1_000 };

    private static readonly Option<long> Most =
        new("--most") { Description = "The most people to inform in this run. Default: everybody.", DefaultValueFactory = _ => long.MaxValue };

    static CampaignCommand()
    {
        Batch.Validators.Add(given => AddFaultUnless(given.GetValueOrDefault<int>() is >= 1 and <= 5_000, given, "--batch is 1 to 5000."));
        Most.Validators.Add(given => AddFaultUnless(given.GetValueOrDefault<long>() >= 1, given, "--most is 1 at least."));
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("campaign", "Informs those who were not informed yet: codes, letters, mails.") { Print, Site, Batch, Most };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var data = given.GetRequiredValue(Shared.Data);
        using var platform = PlatformData.Existing(data);

        // Two at once would each finish what the other has promised.
        await using var alone = new FileStream(Path.Combine(data, "campaign.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var places = new CampaignPlaces(
            Path.Combine(data, "campaign"), given.GetRequiredValue(Print).FullName, Path.Combine(data, "outbox"), given.GetRequiredValue(Site));
        var campaign = new Campaign(platform.Blobs, platform.Journals, platform.Due, places, TimeProvider.System);
        await campaign.RunAsync(given.GetValue(Batch), given.GetValue(Most), cancellationToken);
        var tally = campaign.Tally;
        Say.Line($"{tally.Informed:N0} informed: {tally.Letters:N0} letters, {tally.Mails:N0} mails. {tally.Unreachable:N0} without an address.");
        return ExitCode.Done;
    }

    private static void AddFaultUnless(bool right, System.CommandLine.Parsing.OptionResult given, string fault)
    {
        if (!right)
        {
            given.AddError(fault);
        }
    }
}
