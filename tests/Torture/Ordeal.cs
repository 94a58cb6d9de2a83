using System.Diagnostics;
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

    /// <summary>The number of the life of the platform after all the rounds.</summary>
    private int Last => _options.Rounds + 1;

    /// <summary>Runs everything; stops at the first round that breaks an invariant, and leaves its folder as it was found.</summary>
    public async Task<bool> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= Last && _tally.Failed == 0; round++)
        {
            await GuardAsync(round, round < Last ? () => RunAsync(new Round(round, _options.Seed)) : SettleAsync);
        }

        Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
        Console.WriteLine($"{_tally.Passed} passed, {_tally.Failed} failed");
        if (_tally.Failed > 0)
        {
            var rounds = Math.Min(_tally.Rounds, _options.Rounds);
            Console.WriteLine($"Kept: {_home}. Replay: dotnet run --project tests/Torture -- --seed {_options.Seed} --rounds {rounds}");
            return false;
        }

        Directory.Delete(_home, recursive: true);
        return true;
    }

    public void Dispose() => _log.Dispose();

    /// <summary>A round that does not come to its end has failed too: a platform that does not start, an answer that is none.</summary>
    private async Task GuardAsync(int round, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            _tally.Add(round, [new("end", [trouble.ToString()])]);
        }
    }

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
        var repeated = exchanges.Where(exchange => exchange.Key is not null).GroupBy(exchange => exchange.Key)
            .Sum(deposit => deposit.Count() - (known.Contains(deposit.Key) ? 0 : 1));
        return $"round {round,3}: {exchanges.Count(exchange => exchange.Acknowledged),4} acknowledged, "
            + $"{exchanges.Count(exchange => exchange.Unclear),2} unclear, {repeated,3} repeated, {end.Signal} at {end.At.TotalMilliseconds,4:F0} ms, {evidence.Entries,6} journal entries, "
            + $"{DeliveryInvariants.Open(evidence.Journals)} on their way, {_tally.Failed} violations";
    }

    /// <summary>
    /// Everything that a dead platform had promised is delivered by the next one, and everything that it had left unclear is made again;
    /// then everything is read again from the start.
    /// </summary>
    private async Task SettleAsync()
    {
        using (var platform = await PlatformProcess.StartAsync(_store))
        {
            using var crowd = new Crowd(Last, platform, _store, _memory, _log);
            await crowd.ArriveAsync(first: false);
            await DeliveredAsync();
            var left = await crowd.InsistAsync();
            await DeliveredAsync();
            var fault = await platform.TerminateAsync();
            _tally.Add(Last, [
                new("drain", fault is null ? [] : [fault]),
                new("insist", [.. left.Select(deposit => $"deposit {deposit.Key} is never confirmed")])]);
        }

        Reader().Forget();
        var shown = new Shown(await Reader().ReadAsync(), _log.All(), _store);
        _tally.Add(Last, Checker.Check(shown.Evidence, shown.Log, settled: true));
        Console.WriteLine(
            $"{shown.Log.Count(exchange => exchange.Acknowledged)} acknowledged, {shown.Log.Count(exchange => exchange.Unclear)} unclear, "
            + $"{shown.Evidence.Entries} journal entries, {shown.Evidence.Contents.Count} documents, "
            + $"{shown.Evidence.Orphans} contents that no journal names");
        foreach (var mutant in Mutant.All.Where(mutant => _tally.Failed == 0 && (_options.Mutant ?? mutant.Name) == mutant.Name))
        {
            await ControlAsync(mutant, shown);
        }
    }

    private async Task DeliveredAsync()
    {
        var patience = Stopwatch.StartNew();
        while (DeliveryInvariants.Open(await Reader().ReadJournalsAsync()) > 0 && patience.Elapsed < DeliveryLimit)
        {
            await Task.Delay(Glance);
        }

        Console.WriteLine($"deliveries waited for: {patience.Elapsed.TotalSeconds:F0} s");
    }

    private async Task ControlAsync(Mutant mutant, Shown shown)
    {
        var tampered = await mutant.Tamper(shown);
        var broken = Checker.Check(tampered.Evidence, tampered.Log, settled: true).Where(verdict => verdict.Violations.Count > 0).ToList();
        var killed = broken.Any(verdict => verdict.Invariant == mutant.Killer);
        var found = string.Join(", ", broken.Select(verdict => $"{verdict.Invariant} {verdict.Violations.Count}"));
        Console.WriteLine($"mutant {mutant.Name}: {(killed ? "killed" : "SURVIVED")} ({found})");
        _tally.Add(Last, [new($"mutant {mutant.Name}", killed ? [] : [$"{mutant.Killer} did not break"])]);
    }
}
