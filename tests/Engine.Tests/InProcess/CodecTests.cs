using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Engine_Tests.Grains;
using Orleans.InProcess;

namespace MonEspaceSante.Engine_Tests.InProcess;

/// <summary>Semantics 6: with a codec, everything that crosses a call goes through it.</summary>
public sealed class CodecTests
{
    private readonly RecordingCodec _codec = new();

    [Fact]
    public async Task Arguments_and_results_are_encoded_and_decoded()
    {
        await using var cluster = await StartAsync();

        Assert.Equal("hihi from 3", await cluster.Client.GetGrain<IGreetingGrain>(3).Greet(new Greeting("hi", 2)));
        Assert.Equal([typeof(Greeting), typeof(string)], _codec.Types);
    }

    [Fact]
    public async Task Tokens_references_and_ends_are_not()
    {
        await using var cluster = await StartAsync();
        Assert.Equal(4, await cluster.Client.GetGrain<IPatientGrain>("codec").Twice(2));
        Assert.Equal([typeof(int), typeof(int)], _codec.Types);

        await cluster.Client.GetGrain<ICounterGrain>("codec").Reset();
        Assert.Equal("bye from 1", await cluster.Client.GetGrain<IPartingGrain>(2).Part(cluster.Client.GetGrain<IGreetingGrain>(1)));
        Assert.DoesNotContain(typeof(IGreetingGrain), _codec.Types);
    }

    [Fact]
    public async Task Items_of_streams_are()
    {
        await using var cluster = await StartAsync();
        await cluster.Client.GetGrain<IWriterGrain>("codec").Write("bound", "codec", ["item"]);
        await Signals.Until("codec got item");

        Assert.Equal([typeof(string), typeof(string), typeof(List<string>), typeof(string)], _codec.Types);
    }

    [Fact]
    public async Task What_cannot_be_encoded_fails_the_call()
    {
        _codec.Refuses = typeof(Greeting);
        await using var cluster = await StartAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => cluster.Client.GetGrain<IGreetingGrain>(3).Greet(new Greeting("hi", 2)));
    }

    private Task<Cluster> StartAsync() => Cluster.StartAsync(silo => silo.Services.AddSingleton<IGrainCallCodec>(_codec));

    private sealed class RecordingCodec : IGrainCallCodec
    {
        public ConcurrentQueue<Type> Types { get; } = new();

        public Type? Refuses { get; set; }

        public object? RoundTrip(object? value, Type declaredType)
        {
            Types.Enqueue(declaredType);
            return declaredType == Refuses
                ? throw new NotSupportedException()
                : JsonSerializer.Deserialize(JsonSerializer.Serialize(value, declaredType), declaredType);
        }
    }
}
