using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Quotas;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>The whole platform in this process, on free ports and a folder of its own: real Kestrel, real TLS, real certificates.</summary>
public sealed partial class RunningPlatform : IAsyncLifetime
{
    private WebApplication _app = null!;

    /// <summary>Whether the quotas are those of the reference data; else so wide that a handful of certificates serves every test.</summary>
    public bool ReferenceQuotas { get; init; }

    /// <summary>What else is replaced.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    public string Folder { get; } = Directory.CreateTempSubdirectory("mes-api-").FullName;

    public ShiftedClock Clock { get; } = new();

    /// <summary>Everything that was logged, at every level: the settings of the run let all of it through.</summary>
    /// <summary>What the platform is told besides, as on its command line.</summary>
    public string[] Settings { get; init; } = [];

    public CollectedLogs Logs { get; } = new();

    public Population People { get; private set; } = null!;

    public Visitors Visitors { get; private set; } = null!;

    public Mailbox Mails => new(Path.Combine(Folder, "outbox"));

    public IServiceProvider Services => _app.Services;

    /// <summary>The files of the store and of its keys: all that the platform writes, but for mails and certificates.</summary>
    public IEnumerable<string> StoredFiles => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("outbox" or "pki"));

    /// <summary>The bytes of a file, one character for each: what is ASCII is found, whatever stands around it.</summary>
    public static string ReadBytes(string file)
    {
        // The store keeps its files open.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    public async Task InitializeAsync()
    {
        _app = Platform.Build(
            [
                "--Storage:Folder", Folder, "--Listeners:Citizens", "0", "--Listeners:Professionals", "0", "--Listeners:Operations", "0",
                "--Support:Operator", "2999900020", "--Support:Watch:0", "4999900020/SUPPORT-0007", "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:Console:LogLevel:Default", "None",
                .. Settings,
            ],
            services =>
            {
                services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerProvider>(Logs);
                if (!ReferenceQuotas)
                {
                    services.AddSingleton(WideQuotas()).AddSingleton(new TryLimits(100_000, 100_000, 100_000));
                }

                Replace(services);
            });
        await _app.StartAsync();

        // In the order in which the listeners were opened.
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        Visitors = new(Path.Combine(Folder, "pki"), addresses[0], addresses[1], addresses[2]);
        People = new(Services);
    }

    public async Task DisposeAsync()
    {
        Visitors.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();

        // After all that the tests did, whatever it was: nobody's number stands in a log or in the store (security design, section 4).
        Assert.DoesNotContain(Logs.Lines, line => Matricule().IsMatch(line));
        Assert.DoesNotContain(StoredFiles, file => Matricule().IsMatch(ReadBytes(file)));
        Directory.Delete(Folder, recursive: true);
    }

    private static QuotaTable WideQuotas()
    {
        var folder = Directory.CreateTempSubdirectory("mes-quotas-").FullName;
        const string Wide = "100000,100000,100000,100000,100000,100000,100000";
        File.WriteAllText(
            Path.Combine(folder, "activity-quotas.csv"),
            $"# version: wide\n# effective: 2026-01-01\n# source: tests\nwho,alert,stepUp,stop,night,refusals,emergencyAlert,emergencyStop\nprofessional,{Wide}\nstructure,{Wide}\n");
        var wide = QuotaTable.Load(folder);
        Directory.Delete(folder, recursive: true);
        return wide;
    }

    // As Population.InsOf gives them.
    [GeneratedRegex("2[0-9]{2}0399990[0-9]{5}")]
    private static partial Regex Matricule();
}

/// <summary>One platform for all tests that leave its clock alone; each brings people of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OnePlatform : ICollectionFixture<RunningPlatform>
{
    public const string Name = "one platform";
}
