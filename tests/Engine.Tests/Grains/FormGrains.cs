namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>A grain without the base class, made of what it is given.</summary>
[Alias("engine-tests.plain")]
public interface IPlainGrain : IGrainWithGuidKey
{
    [Alias("key")]
    Task<Guid> Key();

    [Alias("deactivate")]
    Task Deactivate();
}

[GrainType("engine-tests.plain")]
internal sealed class PlainGrain(IGrainContext context, Scoped scoped) : IGrainBase, IPlainGrain
{
    public IGrainContext GrainContext => context;

    public Task OnActivateAsync(CancellationToken token)
    {
        scoped.Owner = context.GrainId;
        return Task.CompletedTask;
    }

    public Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;

    public Task<Guid> Key() => Task.FromResult(context.GrainId.GetGuidKey());

    public Task Deactivate()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

/// <summary>A service of one activation.</summary>
internal sealed class Scoped : IDisposable
{
    public GrainId Owner { get; set; }

    public void Dispose() => Signals.Count($"{Owner} disposed");
}

/// <summary>Answers through two interfaces.</summary>
[Alias("engine-tests.greeting")]
public interface IGreetingGrain : IGrainWithIntegerKey
{
    [Alias("greet")]
    Task<string> Greet(Greeting greeting);
}

[Alias("engine-tests.parting")]
public interface IPartingGrain : IGrainWithIntegerKey
{
    [Alias("part")]
    Task<string> Part(IGreetingGrain from);
}

[GenerateSerializer]
[Immutable]
[Alias("engine-tests.greeting-text")]
public sealed record Greeting([property: Id(0)] string Text, [property: Id(1)] int Times);

[GrainType("engine-tests.polite")]
internal sealed class PoliteGrain : Grain, IGreetingGrain, IPartingGrain
{
    public Task<string> Greet(Greeting greeting) =>
        Task.FromResult($"{string.Concat(Enumerable.Repeat(greeting.Text, greeting.Times))} from {this.GetPrimaryKeyLong()}");

    public Task<string> Part(IGreetingGrain from) => from.Greet(new Greeting("bye", 1));
}
