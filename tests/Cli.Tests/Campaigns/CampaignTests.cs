using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonEspaceSante.Cli.Campaigns;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Cli.Tests.Enrolment;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Cli.Tests.Campaigns;

/// <summary>Everybody who is not informed gets one code, by mail or by letter, wherever the process ends.</summary>
public sealed class CampaignTests : IDisposable
{
    private static readonly PeopleColumns Columns = PeopleColumns.ReadHeader("matricule,birthName,givenNames,birthDate,sex,birthPlace,email,postalAddress,attachedTo,diedOn,informedAt"u8);

    private static readonly Ins Mailed = Number("1800599600123");
    private static readonly Ins Posted = Number("2560299600123");
    private static readonly Ins Child = Number("1150199600123");
    private static readonly Ins Nowhere = Number("1800599600777");

    private static readonly string MailedLine = $"{Mailed.Matricule},ORÉE,Zoé,1980-05-17,M,99600,zoe@exemple.invalid,,,,";
    private static readonly string PostedLine = $"{Posted.Matricule},LISIÈRE,Ève,1956-02-03,F,99600,,1 RUE DES ESSAIS;99999 BOURG-SUR-ESSAI,,,";
    private static readonly string ChildLine = $"{Child.Matricule},LISIÈRE,Élie,2015-01-09,M,99600,,,{Posted.Matricule},,";
    private static readonly string NowhereLine = $"{Nowhere.Matricule},BRUME,Noé,1980-05-17,M,99600,,,,,";

    private readonly string _folder = Directory.CreateTempSubdirectory("mes-campaign-").FullName;
    private readonly FedStore _store = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_gets_a_code_that_opens_by_the_channel_on_file_and_their_six_weeks_run()
    {
        await _store.FeedAsync(Columns, [MailedLine, PostedLine, ChildLine, NowhereLine]);

        Assert.Equal(new CampaignTally(3, 1, 2, 1), await RunAsync());

        var mail = Assert.Single(Mails());
        Assert.Contains("To: zoe@exemple.invalid", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("ORÉE", mail, StringComparison.Ordinal);
        Assert.True(await OpensAsync(Mailed, CodeIn(mail)));
        Assert.NotNull((await _store.FindAsync(Child))!.Sheet.InformedAt);
        Assert.Null((await _store.FindAsync(Nowhere))!.Sheet.InformedAt);
        Assert.Null(await _store.CodeAsync(Nowhere));
        var due = (await _store.DueAsync(DateTimeOffset.UtcNow + Space.OppositionWindow + TimeSpan.FromDays(3))).Where(entry => entry.Kind == "SpaceOpens").ToList();
        Assert.Equal(3, due.Select(entry => entry.Target).Distinct().Count());
        Assert.All(due, entry => Assert.InRange(entry.At - DateTimeOffset.UtcNow, Space.OppositionWindow - TimeSpan.FromMinutes(5), Space.OppositionWindow + TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_child_s_letter_goes_to_the_parent_and_the_printer_knows_where_each_letter_stands()
    {
        await _store.FeedAsync(Columns, [ChildLine, PostedLine]);

        await RunAsync();

        using var addresses = JsonDocument.Parse(File.ReadAllBytes(Assert.Single(Directory.GetFiles(Print, "*.json"))));
        Assert.Equal([1, 3], addresses.RootElement.EnumerateArray().Select(letter => letter.GetProperty("page").GetInt32()));
        Assert.All(addresses.RootElement.EnumerateArray(), letter => Assert.Equal(
            ["Ève LISIÈRE", "1 RUE DES ESSAIS", "99999 BOURG-SUR-ESSAI"], letter.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!)));
        var letters = Encoding.Latin1.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(Print, "*.pdf"))));
        var codes = Regex.Matches(letters, @"\(([2-9A-Z]{5}) ([2-9A-Z]{5})\) Tj").Select(code => code.Groups[1].Value + code.Groups[2].Value).Distinct().ToList();
        Assert.Equal(2, codes.Count);
        Assert.Single(codes, code => OpensAsync(Child, code).GetAwaiter().GetResult());
        Assert.Single(codes, code => OpensAsync(Posted, code).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Who_is_informed_or_dead_is_left_alone_and_a_second_run_writes_to_nobody()
    {
        await _store.FeedAsync(Columns, [PostedLine, MailedLine + "2026-01-01", NowhereLine.Replace(",,,,,", ",noe@exemple.invalid,,,2026-01-01,", StringComparison.Ordinal)]);

        Assert.Equal(new CampaignTally(1, 0, 1, 0), await RunAsync());
        Assert.Equal(default, await RunAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_ends_at_any_storage_call_writes_to_everybody_once(bool after)
    {
        for (var (finished, call) = (false, 1); !finished; call++)
        {
            var (store, places) = (new FedStore(), Places($"{after}-{call}"));
            await store.FeedAsync(Columns, [MailedLine, PostedLine]);

            finished = await RunAsync(store, places, store.Crashing(call, after));
            await RunAsync(store, places, store.Crashing(int.MaxValue, false));

            var mail = File.ReadAllText(Assert.Single(Directory.GetFiles(places.Outbox)));
            Assert.Single(Directory.GetFiles(places.Print, "*.pdf"));
            Assert.True(SlowDigest.Of(CodeIn(mail), (await store.CodeAsync(Mailed))!.Secret.Salt) == (await store.CodeAsync(Mailed))!.Secret.Digest, $"call {call}");
            Assert.NotNull((await store.FindAsync(Posted))!.Sheet.InformedAt);
            Assert.False(Directory.EnumerateFileSystemEntries(places.Work).Any());
        }
    }

    [Fact]
    public async Task A_batch_that_was_not_promised_is_forgotten()
    {
        await _store.FeedAsync(Columns, [MailedLine]);
        var left = new BatchFolder(Path.Combine(Places("").Work, "20260101T000000-left"));
        left.Create();
        File.WriteAllText(Path.Combine(left.Mails, "000000.eml"), "draft");

        Assert.Equal(new CampaignTally(1, 1, 0, 0), await RunAsync());
        Assert.DoesNotContain("draft", Assert.Single(Mails()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_informs_no_more_than_it_is_told_to()
    {
        await _store.FeedAsync(Columns, [MailedLine, PostedLine, ChildLine]);
        Assert.Equal(2, (await RunAsync(most: 2)).Informed);
        Assert.Equal(1, (await RunAsync(most: 2)).Informed);
    }

    private string Print => Places("").Print;

    private string[] Mails() => [.. Directory.GetFiles(Places("").Outbox).Select(File.ReadAllText)];

    private static string CodeIn(string mail) => Regex.Match(mail, "provisoire : ([2-9A-Z]{5}) ([2-9A-Z]{5})").Result("$1$2");

    private async Task<bool> OpensAsync(Ins ins, string code) =>
        await _store.CodeAsync(ins) is { } kept && kept.Secret.Digest == SlowDigest.Of(code, kept.Secret.Salt);

    private CampaignPlaces Places(string name)
    {
        var folder = Path.Combine(_folder, "at" + name);
        return new(Path.Combine(folder, "campaign"), Path.Combine(folder, "print"), Path.Combine(folder, "outbox"), "espace.example");
    }

    private async Task<CampaignTally> RunAsync(long most = long.MaxValue)
    {
        var store = _store.Crashing(int.MaxValue, false);
        var campaign = new Campaign(store, _store.Journals(store), new(store, TimeProvider.System), Places(""), TimeProvider.System);
        await campaign.RunAsync(batchSize: 2, most, CancellationToken.None);
        return campaign.Tally;
    }

    private static async Task<bool> RunAsync(FedStore fed, CampaignPlaces places, FedStore.CrashingStore store)
    {
        try
        {
            var campaign = new Campaign(store, fed.Journals(store), new(store, TimeProvider.System), places, TimeProvider.System);
            await campaign.RunAsync(batchSize: 10, long.MaxValue, CancellationToken.None);
            return true;
        }
        catch (Exception) when (store.Crashed)
        {
            return false;
        }
    }

    private static Ins Number(string thirteen) => Ins.Read(InsAuthority.Nir, $"{thirteen}{Ins.Key(thirteen):D2}").Value;
}
