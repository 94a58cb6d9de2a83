using System.Diagnostics;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Torture.Check;
using MonEspaceSante.Torture.Load;
using MonEspaceSante.Torture.Log;
using MonEspaceSante.Torture.Platform;

namespace MonEspaceSante.Torture;

/// <summary>The rounds on one folder, the last look once everything has been delivered, and the controls.</summary>
internal sealed class Ordeal : IDisposable
{
    // A poke is due after 60 s, is looked for every 10 s, and is received again 60 s after a visit that failed.
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    private readonly Options _options;
    private readonly string _home = Directory.CreateTempSubdirectory("torture-").FullName;
    private readonly string _store;
    private readonly AcknowledgementLog _log;
    private readonly Memory _memory = new();
    private readonly Tally _tally = new();
    private StoreReader? _reader;

    public Ordeal(Options options)
    {
        _options = options;
        _store = Path.Combine(_home, "data");
        Directory.CreateDirectory(_store);
        _log = new(Path.Combine(_home, "acknowledged.jsonl"));
    }

    /// <summary>Runs everything; stops at the first round that breaks an invariant, and leaves its folder as it was found.</summary>
    public async Task<bool> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= _options.Rounds && _tally.Failed == 0; round++)
        {
            await RunAsync(new Round(round, _options.Seed));
        }

        if (_tally.Failed == 0)
        {
            await SettleAsync();
        }

        Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
        Console.WriteLine($"{_tally.Passed} passed, {_tally.Failed} failed");
        if (_tally.Failed > 0)
        {
            Console.WriteLine($"Kept: {_home}. Replay: dotnet run --project tests/Torture -- --seed {_options.Seed} --rounds {_tally.Rounds}");
            return false;
        }

        Directory.Delete(_home, recursive: true);
        return true;
    }

    public void Dispose() => _log.Dispose();

    private async Task RunAsync(Round round)
    {
        var end = await round.RunAsync(_store, _memory, _log);
        var evidence = await Reader().ReadAsync();
        var verdicts = Checker.Check(evidence, _log.All(), settled: false);
        _tally.Add(round.Number, [.. verdicts, new("drain", end.Faults)]);
        Console.WriteLine(Line(round.Number, end, evidence));
    }

    private StoreReader Reader() => _reader ??= new(_store, [Deposit.Title, .. Holder.Secrets, .. DemoFile.Read(_store).Secrets()]);

    private string Line(int round, RoundEnd end, Evidence evidence)
    {
        var exchanges = _log.All().Where(exchange => exchange.Round == round).ToList();
        var known = _log.All().Where(exchange => exchange.Round < round).Select(exchange => exchange.Key).ToHashSet();
        var repeated = exchanges.Where(exchange => exchange.Key is not null).GroupBy(exchange => exchange.Key).Sum(deposit => deposit.Count() - (known.Contains(deposit.Key) ? 0 : 1));
        return $"round {round,3}: {exchanges.Count(exchange => exchange.Acknowledged),4} acknowledged, {exchanges.Count(exchange => exchange.Unclear),2} unclear, "
            + $"{repeated,3} repeated, {end.Signal} at {end.At.TotalMilliseconds,4:F0} ms, {evidence.Entries,6} journal entries, "
            + $"{DeliveryInvariants.Open(evidence)} on their way, {_tally.Failed} violations";
    }

    /// <summary>Everything that a dead platform had promised is delivered by the next one; then everything is read again from the start.</summary>
    private async Task SettleAsync()
    {
        using (var platform = await PlatformProcess.StartAsync(_store))
        {
            using var crowd = new Crowd(_options.Rounds + 1, platform, _store, _memory, _log);
            await crowd.ArriveAsync(first: false);
            var patience = Stopwatch.StartNew();
            while (DeliveryInvariants.Open(await Reader().ReadAsync()) > 0 && patience.Elapsed < DeliveryLimit)
            {
                await Task.Delay(Glance);
            }

            Console.WriteLine($"everything sent is delivered after {patience.Elapsed.TotalSeconds:F0} s");
            var fault = await platform.TerminateAsync();
            _tally.Add(_options.Rounds + 1, [new("drain", fault is null ? [] : [fault])]);
        }

        Reader().Forget();
        var evidence = await Reader().ReadAsync();
        _tally.Add(_options.Rounds + 1, Checker.Check(evidence, _log.All(), settled: true));
        if (_tally.Failed == 0)
        {
            await ControlAsync(evidence);
        }
    }

    private async Task ControlAsync(Evidence evidence)
    {
        foreach (var mutant in Mutant.All.Where(mutant => _options.Mutant is null || mutant.Name == _options.Mutant))
        {
            var (tampered, log) = mutant.Tamper(evidence, _log.All());
            Control(mutant.Name, mutant.Killer, tampered, log);
        }

        if (_options.Mutant is null)
        {
            Control("flipped-journal", "I2", await Reader().ReadAsync(store => new FlippedStore(store, BlobContainer.Journals)), _log.All());
            var words = new StoreReader(_store, [DemoFile.Read(_store).People[0].Space]);
            Control("clear-text", "I9", await words.ReadAsync(), _log.All());
        }
    }

    private void Control(string mutant, string killer, Evidence evidence, IReadOnlyList<Exchange> log)
    {
        var violations = Checker.Check(evidence, log, settled: true).Where(verdict => verdict.Violations.Count > 0).ToList();
        var killed = violations.Any(verdict => verdict.Invariant == killer);
        Console.WriteLine($"mutant {mutant}: {(killed ? "killed" : "SURVIVED")} ({string.Join(", ", violations.Select(verdict => $"{verdict.Invariant} {verdict.Violations.Count}"))})");
        _tally.Add(_options.Rounds + 1, [new(mutant, killed ? [] : [$"{killer} did not break"])]);
    }
}
