using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>The forms that grains, keys and references come in.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await Cluster.StartAsync(silo => silo.Services.AddScoped<Scoped>());

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_grain_needs_no_base_class_and_its_services_end_with_it()
    {
        var key = Guid.NewGuid();
        var grain = _cluster.Client.GetGrain<IPlainGrain>(key);
        Assert.Equal(key, await grain.Key());
        await grain.Deactivate();
        await Signals.UntilCounted($"{grain.GetGrainId()} disposed", 1);

        Assert.Equal(key, await grain.Key());
    }

    [Fact]
    public async Task A_grain_answers_through_each_of_its_interfaces()
    {
        var greeting = _cluster.Client.GetGrain<IGreetingGrain>(12);
        var parting = greeting.AsReference<IPartingGrain>();

        Assert.Equal("hihi from 12", await greeting.Greet(new Greeting("hi", 2)));
        Assert.Equal("bye from -7", await parting.Part(_cluster.Client.GetGrain<IGreetingGrain>(-7)));
    }

    [Fact]
    public async Task Odd_arguments_arrive_as_they_were_sent()
    {
        var day = new DateOnly(2031, 2, 3);

        Assert.Equal((day, null, 1111.5m), await _cluster.Client.GetGrain<IOddGrain>("odd").Combine(day, null, 1000.5m, 100m, 10m, 1));
    }

    [Fact]
    public async Task A_grain_is_found_by_its_id()
    {
        var id = _cluster.Client.GetGrain<IGreetingGrain>(31).GetGrainId();
        Assert.Equal("engine-tests.polite/1F", id.ToString());
        Assert.Equal(id, GrainId.Parse(id.ToString(), CultureInfo.InvariantCulture));

        Assert.Equal("hi from 31", await _cluster.Client.GetGrain<IGreetingGrain>(id).Greet(new Greeting("hi", 1)));
        Assert.Equal("hi from 31", await _cluster.Client.GetGrain(id).AsReference<IGreetingGrain>().Greet(new Greeting("hi", 1)));
    }

    [Fact]
    public void References_to_one_grain_are_equal()
    {
        var one = _cluster.Client.GetGrain<IGreetingGrain>(1);

        Assert.Equal(one, _cluster.Client.GetGrain<IGreetingGrain>(1));
        Assert.NotEqual(one, _cluster.Client.GetGrain<IGreetingGrain>(2));
        Assert.Equal(1, one.GetPrimaryKeyLong());
    }

    [Fact]
    public void An_interface_that_no_class_implements_is_an_error() =>
        Assert.Throws<ArgumentException>(() => _cluster.Client.GetGrain<INobodyGrain>("anybody"));
}

/// <summary>Implemented by nobody.</summary>
[Alias("engine-tests.nobody")]
public interface INobodyGrain : IGrainWithStringKey
{
    [Alias("nothing")]
    Task Nothing();
}
