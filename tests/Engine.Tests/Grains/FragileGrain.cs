using Orleans.Storage;

namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Fails in all the ways there are.</summary>
[Alias("engine-tests.fragile")]
public interface IFragileGrain : IGrainWithStringKey
{
    [Alias("work")]
    Task<int> Work();

    [Alias("fail-at-once")]
    Task FailAtOnce(string what);

    [Alias("fail-later")]
    Task<int> FailLater(string what);

    [Alias("lose-track")]
    Task LoseTrack();
}

/// <summary>Its keys say what fails.</summary>
[GrainType("engine-tests.fragile")]
internal sealed class FragileGrain : Grain, IFragileGrain
{
    private readonly int _life;

    public FragileGrain()
    {
        _life = Signals.Count(this.GetPrimaryKeyString());
        if (_life == 1 && this.GetPrimaryKeyString().StartsWith("constructor", StringComparison.Ordinal))
        {
            throw new BrokenException("constructor");
        }
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (_life == 1 && this.GetPrimaryKeyString().StartsWith("activation", StringComparison.Ordinal))
        {
            throw new BrokenException("activation");
        }
    }

    public Task<int> Work() => Task.FromResult(_life);

    public Task FailAtOnce(string what) => throw new BrokenException(what);

    public async Task<int> FailLater(string what)
    {
        await Task.Yield();
        throw new BrokenException(what);
    }

    public Task LoseTrack() => throw new InconsistentStateException("Somebody else has written.");
}

/// <summary>Crosses grain calls with what it carries.</summary>
[GenerateSerializer]
[Alias("engine-tests.broken")]
public sealed class BrokenException(string what) : Exception($"{what} is broken.")
{
    [Id(0)]
    public string What { get; } = what;
}
