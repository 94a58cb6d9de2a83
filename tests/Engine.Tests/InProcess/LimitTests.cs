using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Configuration;
using Orleans.Streams;

namespace MonEspaceSante.Engine_Tests.InProcess;

/// <summary>What the stand-in promises beyond the contract, and where it ends.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_stateless_worker_has_no_more_activations_than_it_says()
    {
        var key = $"workers-{Guid.NewGuid():N}";
        await using var cluster = await Cluster.StartAsync();
        var meetings = Enumerable.Range(0, 3).Select(_ => cluster.Client.GetGrain<IWorkerGrain>(key).Meet(key, 3)).ToArray();
        await Signals.UntilCounted(key, 2);
        await cluster.Client.GetGrain<ICallerGrain>("a sign that time has passed").Name();
        Assert.Equal(2, Signals.Counted(key));

        Signals.Count(key);
        await Task.WhenAll(meetings);
    }

    [Fact]
    public async Task An_item_that_always_fails_is_given_up_and_the_next_one_comes()
    {
        var key = $"poison-{Guid.NewGuid():N}";
        await using var cluster = await Cluster.StartAsync();
        var stream = cluster.Client.GetStreamProvider(Cluster.Streams).GetStream<string>("client", key);
        await stream.SubscribeAsync((item, _) =>
        {
            Signals.Count($"{key} {item}");
            return item == "poison" ? throw new InvalidOperationException("It always fails.") : Task.CompletedTask;
        });
        await stream.OnNextBatchAsync(["poison", "next"]);
        await cluster.PassUntilAsync($"{key} next 1", TimeSpan.FromSeconds(1));

        Assert.Equal(4, Signals.Counted($"{key} poison"));
    }

    [Fact]
    public async Task A_call_that_outlives_the_response_timeout_fails_and_its_grain_learns_it()
    {
        var key = $"timeout-{Guid.NewGuid():N}";
        await using var cluster = await Cluster.StartAsync();
        var call = cluster.Client.GetGrain<IPatientGrain>(key).WorkUntilCancelled(key, CancellationToken.None);
        await Signals.Until($"{key} works");
        await cluster.PassAsync(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        await cluster.PassAsync(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        await Signals.Until($"{key} stopped");
    }

    [Fact]
    public async Task A_call_that_timed_out_while_it_waited_never_starts()
    {
        var key = $"timeout-{Guid.NewGuid():N}";
        await using var cluster = await Cluster.StartAsync();
        var counter = cluster.Client.GetGrain<ICounterGrain>(key);
        var held = counter.HoldUntil($"{key} go on");
        await Signals.Until($"{key} holds");
        var waiting = counter.Add(10);
        await cluster.PassAsync(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        Signals.Give($"{key} go on");

        Assert.Equal(1, await counter.Read());
    }

    [Fact]
    public async Task A_client_finds_the_silo_of_its_process_by_the_name_of_the_cluster()
    {
        using var silo = Host(builder => builder.UseOrleans(silo => silo.Configure<ClusterOptions>(options => options.ClusterId = "named")));
        using var client = Host(builder => builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(options => options.ClusterId = "named")
            .AddOutgoingGrainCallFilter(context =>
            {
                RequestContext.Set("who", "the client");
                return context.Invoke();
            })));
        var grains = client.Services.GetRequiredService<IClusterClient>();
        Assert.Throws<SiloUnavailableException>(() => grains.GetGrain<ICallerGrain>("a"));
        await silo.StartAsync();
        Assert.Equal("the client", await grains.GetGrain<ICallerGrain>("a").Context("who", hops: 1));
        await silo.StopAsync();

        Assert.Throws<SiloUnavailableException>(() => grains.GetGrain<ICallerGrain>("a"));
    }

    [Fact]
    public void A_host_has_a_silo_or_a_client() => Assert.Throws<OrleansConfigurationException>(
        () => Host(builder => builder.UseOrleans().UseOrleansClient(_ => { })));

    [Fact]
    public async Task A_grain_that_never_ends_its_call_does_not_keep_the_host_from_stopping()
    {
        var key = $"stuck-{Guid.NewGuid():N}";
        using var host = Host(builder => builder.UseOrleans());
        await host.StartAsync();
        var call = host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICounterGrain>(key).HoldUntil($"{key} go on");
        await Signals.Until($"{key} holds");
        using var hurry = new CancellationTokenSource();
        var stopped = host.StopAsync(hurry.Token);
        await hurry.CancelAsync();
        await Record.ExceptionAsync(() => stopped);

        await Assert.ThrowsAsync<SiloUnavailableException>(() => call);
        Signals.Give($"{key} go on");
    }

    private static IHost Host(Action<HostApplicationBuilder> configure)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        configure(builder);
        return builder.Build();
    }
}
