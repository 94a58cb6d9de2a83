using Orleans;

namespace MonEspaceSante.Grains.Due;

/// <summary>Calls back who has fallen due in the buckets of one worker of the due index, so that two silos do not do so at once. The key is the worker, 0 to 1,023.</summary>
[Alias("mes.due-worker")]
public interface IDueWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Works on <paramref name="bucket"/>, for some hundred calls at most; answers whether more is due in it now.</summary>
    [Alias("Work")]
    Task<bool> Work(string bucket);
}
