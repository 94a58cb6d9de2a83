namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>Stands behind filters, the last of which is its own.</summary>
[Alias("engine-tests.guarded")]
public interface IGuardedGrain : IGrainWithStringKey
{
    [Alias("say")]
    Task<string> Say(string text, int times);

    [Alias("forward")]
    Task<string> Forward(string to, string text);
}

[GrainType("engine-tests.guarded")]
internal sealed class GuardedGrain : Grain, IGuardedGrain, IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = $"<{context.Result}>";
    }

    public Task<string> Say(string text, int times) =>
        Task.FromResult(string.Concat(Enumerable.Repeat(text, times)) + RequestContext.Get("added on the way"));

    public Task<string> Forward(string to, string text) => GrainFactory.GetGrain<IGuardedGrain>(to).Say(text, 1);
}
