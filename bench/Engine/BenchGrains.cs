namespace MonEspaceSante.Engine_Bench;

/// <summary>The least a grain can do: what is measured is the engine.</summary>
[Alias("engine-bench.light")]
public interface ILightGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task<int> Add(int amount);

    [Alias("add-after-a-turn")]
    Task<int> AddAfterATurn(int amount);

    [Alias("add-at")]
    Task<int> AddAt(string other, int amount);
}

[GrainType("engine-bench.light")]
internal sealed class LightGrain : Grain, ILightGrain
{
    private int _value;

    public Task<int> Add(int amount) => Task.FromResult(_value += amount);

    public async Task<int> AddAfterATurn(int amount)
    {
        await Task.Yield();
        return _value += amount;
    }

    public Task<int> AddAt(string other, int amount) => GrainFactory.GetGrain<ILightGrain>(other).Add(amount);
}

/// <summary>Holds 1 KB, as a small space would.</summary>
[Alias("engine-bench.loaded")]
public interface ILoadedGrain : IGrainWithStringKey
{
    [Alias("size")]
    Task<int> Size();
}

[GrainType("engine-bench.loaded")]
internal sealed class LoadedGrain : Grain, ILoadedGrain
{
    private readonly byte[] _state = new byte[1024];

    public Task<int> Size() => Task.FromResult(_state.Length);
}
