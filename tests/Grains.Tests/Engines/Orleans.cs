using Microsoft.Extensions.DependencyInjection;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>Orleans encodes what crosses calls by itself.</summary>
internal static class EngineUnderTest
{
    public static void Configure(IServiceCollection services)
    {
    }
}
