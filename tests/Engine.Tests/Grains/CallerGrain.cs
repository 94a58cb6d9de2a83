namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Calls others, and may be called back.</summary>
[Alias("engine-tests.caller")]
public interface ICallerGrain : IGrainWithStringKey
{
    [Alias("ask")]
    Task<string> Ask(ICallerGrain other, bool mayCallBack);

    [Alias("answer")]
    Task<string> Answer(ICallerGrain asker);

    [Alias("name")]
    Task<string> Name();

    [Alias("context")]
    Task<string?> Context(string key, int hops);

    [Alias("set-context")]
    Task SetContext(string key, string value);
}

[GrainType("engine-tests.caller")]
internal sealed class CallerGrain : Grain, ICallerGrain
{
    public async Task<string> Ask(ICallerGrain other, bool mayCallBack)
    {
        if (!mayCallBack)
        {
            return await other.Answer(this.AsReference<ICallerGrain>());
        }

        using var section = RequestContext.AllowCallChainReentrancy();
        return await other.Answer(this.AsReference<ICallerGrain>());
    }

    public async Task<string> Answer(ICallerGrain asker)
    {
        Signals.Give($"{this.GetPrimaryKeyString()} is asked");
        return $"{await asker.Name()} asked {this.GetPrimaryKeyString()}";
    }

    public Task<string> Name() => Task.FromResult(this.GetPrimaryKeyString());

    public async Task<string?> Context(string key, int hops) => hops == 0
        ? RequestContext.Get(key) as string
        : await GrainFactory.GetGrain<ICallerGrain>($"{this.GetPrimaryKeyString()}+").Context(key, hops - 1);

    public Task SetContext(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }
}
