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

/// <summary>Has an interface that nobody outside sees, with an odd method from a base interface of another shape.</summary>
[Alias("engine-tests.odd")]
internal interface IOddGrain : IOddBase<DateOnly, string?>, IGrainWithStringKey;

internal interface IOddBase<TFirst, TSecond> : IGrain
    where TFirst : struct
{
    [Alias("combine")]
    ValueTask<(TFirst First, TSecond Second, decimal Sum)> Combine(
        TFirst first, TSecond second, decimal one, decimal two, decimal three, byte four, bool? ignored = null, CancellationToken cancellationToken = default);
}

[GrainType("engine-tests.odd")]
internal sealed class OddGrain : Grain, IOddGrain
{
    ValueTask<(DateOnly First, string? Second, decimal Sum)> IOddBase<DateOnly, string?>.Combine(
        DateOnly first, string? second, decimal one, decimal two, decimal three, byte four, bool? ignored, CancellationToken cancellationToken) =>
        ValueTask.FromResult((first, second, one + two + three + four));
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
