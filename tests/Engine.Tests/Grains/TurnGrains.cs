using Orleans.Concurrency;

namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Watches which turn it is.</summary>
[Alias("engine-tests.turns")]
public interface ITurnsGrain : IGrainWithIntegerKey
{
    [Alias("stays-on-its-scheduler")]
    Task<bool> StaysOnItsScheduler();

    [Alias("most-turns-at-once")]
    Task<int> MostTurnsAtOnce(int tasks);
}

[GrainType("engine-tests.turns")]
internal sealed class TurnsGrain : Grain, ITurnsGrain
{
    private int _now;
    private int _most;

    public async Task<bool> StaysOnItsScheduler()
    {
        var own = TaskScheduler.Current;
        await Task.Yield();
        var stays = TaskScheduler.Current == own;
        await Task.Run(() => Assert.Equal(TaskScheduler.Default, TaskScheduler.Current));
        stays &= TaskScheduler.Current == own;
        await Task.Factory.StartNew(() => stays &= TaskScheduler.Current == own);
        return stays && own != TaskScheduler.Default;
    }

    public async Task<int> MostTurnsAtOnce(int tasks)
    {
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => ManyTurns()));
        return _most;
    }

    private async Task ManyTurns()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            _most = Math.Max(_most, Interlocked.Increment(ref _now));
            Thread.SpinWait(50);
            Interlocked.Decrement(ref _now);
            await Task.Yield();
        }
    }
}

/// <summary>Lets every call in at any time.</summary>
[Alias("engine-tests.open")]
public interface IOpenGrain : IGrainWithStringKey
{
    [Alias("meet")]
    Task Meet(int callers);
}

[Reentrant]
[GrainType("engine-tests.open")]
internal sealed class OpenGrain : Grain, IOpenGrain
{
    private readonly TaskCompletionSource _met = new();
    private int _callers;

    public async Task Meet(int callers)
    {
        if (++_callers == callers)
        {
            _met.SetResult();
        }

        await _met.Task;
    }
}

/// <summary>Shares the calls of one key among activations.</summary>
[Alias("engine-tests.worker")]
public interface IWorkerGrain : IGrainWithStringKey
{
    [Alias("meet")]
    Task Meet(string place, int callers);
}

[StatelessWorker(2)]
[GrainType("engine-tests.worker")]
internal sealed class WorkerGrain : Grain, IWorkerGrain
{
    public async Task Meet(string place, int callers)
    {
        Signals.Count(place);
        await Signals.UntilCounted(place, callers);
    }
}
