using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Silo.Hosting;
using Orleans.InProcess;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>On the stand-in, what crosses calls goes by way of its encoding, and must come back equal.</summary>
internal static class EngineUnderTest
{
    public static EngineOptions Options() => new();

    public static void Configure(IServiceCollection services) => services.AddSingleton<IGrainCallCodec, WireCodec>();

    private sealed class WireCodec : IGrainCallCodec
    {
        public object? RoundTrip(object? value, Type declaredType)
        {
            if (value is null || !GrainsJson.Encodes(declaredType))
            {
                return value;
            }

            var json = JsonSerializer.SerializeToUtf8Bytes(value, declaredType, GrainsJson.Wire);
            var copy = JsonSerializer.Deserialize(json, declaredType, GrainsJson.Wire);
            return value.Equals(copy) ? copy : throw new InvalidOperationException($"{declaredType} does not come back equal from its encoding.");
        }
    }
}
