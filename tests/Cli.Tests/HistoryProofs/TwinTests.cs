using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonEspaceSante.Cli.HistoryProofs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Cli.Tests.HistoryProofs;

/// <summary>A thousand histories, right and wrong in many ways: what is found is what was done, and the verifier in JavaScript finds the same.</summary>
public sealed class TwinTests : IDisposable
{
    private const int Journals = 200;

    private static readonly JsonSerializerOptions LikeJavaScript = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Random _chance = new(20261121);
    private readonly TestFolder _folder = new();
    private readonly List<Case> _cases = [];

    private sealed record Case(byte[] Bytes, byte[]? Key = null, string? Receipt = null);

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Both_verifiers_say_the_same_of_a_thousand_histories()
    {
        Skip.IfNot(HasNode(), "There is no Node on this machine.");
        using var world = await HistoryWorld.CreateAsync(_chance.Next());
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var (proof, receipts) in await HistoriesAsync(world))
        {
            AddHarmless(proof);
            AddHarmful(proof);
            AddDamaged(proof);
            AddForged(proof, forger, world.Key);
            AddReceipt(proof, receipts);
        }

        var verdicts = _cases.Select(given => HistoryVerifier.Verify(given.Bytes, given.Key, given.Receipt)).ToList();

        Assert.Equal(1_000, verdicts.Count);
        Assert.Empty(Enum.GetValues<FaultKind>().Except(verdicts.Select(verdict => verdict.Fault?.Kind).OfType<FaultKind>()));
        Assert.Equal(verdicts.Select(Text), await VerdictsOfTwinAsync());
    }

    private async Task<List<(byte[] Proof, string[] Receipts)>> HistoriesAsync(HistoryWorld world)
    {
        var heads = world.Journals(Journals).ToDictionary(journal => journal, _ => new List<JournalHead>());
        for (var night = 0; night < 3; night++)
        {
            foreach (var (journal, known) in heads)
            {
                if (known.Count == 0 || _chance.Next(2) == 0)
                {
                    known.Add(await world.GrowAsync(journal, _chance.Next(1, 8)));
                }
            }

            await world.SignAsync(night, heads.Keys);
        }

        var histories = new List<(byte[], string[])>();
        foreach (var (journal, known) in heads)
        {
            known.Add(await world.GrowAsync(journal, 1));
            histories.Add((await world.ProveAsync(journal, known[^1]), [.. known.Select(head => Receipt.Of(head.Chain).ToString())]));
        }

        return histories;
    }

    private void AddHarmless(byte[] proof)
    {
        var tampering = new Tampering(_chance, proof);
        Tampering.Harmless[_chance.Next(Tampering.Harmless.Length)](tampering);
        _cases.Add(new(tampering.Bytes()));
        Assert.Null(HistoryVerifier.Verify(_cases[^1].Bytes).Fault);
    }

    private void AddHarmful(byte[] proof)
    {
        var tampering = new Tampering(_chance, proof);
        var fault = Tampering.Harmful[_cases.Count / 5 % Tampering.Harmful.Length](tampering);
        _cases.Add(new(tampering.Bytes()));
        Assert.Equal(fault, HistoryVerifier.Verify(_cases[^1].Bytes).Fault);
    }

    private void AddDamaged(byte[] proof)
    {
        byte[] damaged = [.. proof];
        damaged[_chance.Next(proof.Length)] ^= (byte)(1 << _chance.Next(8));
        _cases.Add(new(_chance.Next(10) == 0 ? proof[.._chance.Next(proof.Length)] : damaged));
    }

    private void AddForged(byte[] proof, ECDsa forger, byte[] key)
    {
        _cases.Add(new(new Tampering(_chance, proof).Forged(forger), key));
        Assert.Equal(new HistoryFault(FaultKind.Key), HistoryVerifier.Verify(_cases[^1].Bytes, key).Fault);
        Assert.Null(HistoryVerifier.Verify(_cases[^1].Bytes).Fault);
    }

    private void AddReceipt(byte[] proof, string[] receipts)
    {
        var other = Receipt.Of(ChainValue.Start(JournalId.Parse(new string('0', 32)))).ToString();
        string[] given = [.. receipts, other, other.Replace(' ', '\n'), receipts[0] + " abeille", receipts[0].Replace(' ', '\u212a')];
        _cases.Add(new(proof, Receipt: given[_chance.Next(given.Length)]));
    }

    private async Task<string[]> VerdictsOfTwinAsync()
    {
        var files = _cases.Select((given, number) => Path.Combine(_folder.Path, $"{number:D4}.json")).ToArray();
        for (var number = 0; number < files.Length; number++)
        {
            await File.WriteAllBytesAsync(files[number], _cases[number].Bytes);
            var known = new { key = _cases[number].Key is { } key ? Convert.ToHexStringLower(key) : null, receipt = _cases[number].Receipt };
            await File.WriteAllTextAsync($"{files[number]}.known.json", JsonSerializer.Serialize(known));
        }

        using var node = Process.Start(new ProcessStartInfo("node", [TwinPath(), .. files]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Text(HistoryVerdict verdict) => JsonSerializer.Serialize(
        new
        {
            entries = verdict.Entries,
            night = verdict.Night,
            nightEntry = verdict.NightEntry,
            receipt = verdict.Receipt,
            fault = verdict.Fault is { } fault ? new { code = fault.Code, entry = fault.Entry, english = fault.English, french = fault.French } : null,
        },
        LikeJavaScript);

    private static string TwinPath()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MonEspaceSante.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "web", "history-proof", "cli.js");
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));
}
