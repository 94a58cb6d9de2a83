using Orleans;

namespace MonEspaceSante.Grains.Federation;

// Kept longer than an assertion may live.
[GrainType("spent-assertion")]
[CollectionAgeLimit(Minutes = 15)]
internal sealed class SpentAssertionGrain : Grain, ISpentAssertionGrain
{
    private bool _spent;

    public Task<bool> Spend()
    {
        var first = !_spent;
        _spent = true;
        return Task.FromResult(first);
    }
}
