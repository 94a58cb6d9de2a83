using System.Collections.Concurrent;
using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Filters see calls, change them, and refuse them.</summary>
public sealed class FilterTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _seen = new();
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(silo => silo
        .AddIncomingGrainCallFilter(async context =>
        {
            if (context.InterfaceMethod.DeclaringType == typeof(IGuardedGrain))
            {
                await Guard(context);
            }
            else
            {
                await context.Invoke();
            }
        })
        .AddOutgoingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IGuardedGrain.Say) && context.SourceContext is { } source)
            {
                RequestContext.Set("added on the way", $" from {source.GrainId.Key}");
            }

            await context.Invoke();
        }));

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task An_incoming_filter_sees_who_calls_what()
    {
        Assert.Equal("<hihi>", await Guarded("a").Say("hi", 2));

        Assert.Equal(
            ["MonEspaceSante.Engine_Tests.Grains.IGuardedGrain.Say(hi, 2) on engine-tests.guarded/a by a client in GuardedGrain.Say"], _seen);
    }

    [Fact]
    public async Task An_incoming_filter_may_refuse() =>
        Assert.Equal(
            "secret is broken.", (await Assert.ThrowsAsync<BrokenException>(() => Guarded("a").Say("secret", 1))).Message);

    [Fact]
    public async Task An_incoming_filter_may_answer_itself() => Assert.Equal("answered", await Guarded("a").Say("shortcut", 1));

    [Fact]
    public async Task An_incoming_filter_may_change_arguments() => Assert.Equal("<better>", await Guarded("a").Say("worse", 1));

    [Fact]
    public async Task What_an_outgoing_filter_sets_reaches_the_grain() =>
        Assert.Equal("<<hi from a>>", await Guarded("a").Forward("b", "hi"));

    private IGuardedGrain Guarded(string key) => _cluster.Client.GetGrain<IGuardedGrain>(key);

    private async Task Guard(IIncomingGrainCallContext context)
    {
        var text = (string)context.Request.GetArgument(0)!;
        var source = context.SourceId is { } id && id.Type.ToString()!.StartsWith("sys.client", StringComparison.Ordinal) ? "a client" : $"{context.SourceId}";
        _seen.Enqueue($"{context.InterfaceName}.{context.MethodName}({text}, {context.Request.GetArgument(1)}) on {context.TargetId} by {source}"
            + $" in {context.ImplementationMethod.DeclaringType!.Name}.{context.ImplementationMethod.Name}");
        switch (text)
        {
            case "secret":
                throw new BrokenException(text);
            case "shortcut":
                context.Result = "answered";
                break;
            case "worse":
                context.Request.SetArgument(0, "better");
                await context.Invoke();
                break;
            default:
                await context.Invoke();
                break;
        }
    }
}
