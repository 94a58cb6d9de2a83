// What listeners of live notices cost while nothing happens: `dotnet run -c Release --project bench/LiveFeed [listeners] [seconds]`, by default
// 1,000 listeners of as many spaces for 20 seconds, more than one heartbeat. Listeners and platform share this process: both are in the figures.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Accounts;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var listeners = args.Length > 0 ? int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) : 1_000;
var seconds = args.Length > 1 ? int.Parse(args[1], NumberStyles.None, CultureInfo.InvariantCulture) : 20;
var folder = Directory.CreateTempSubdirectory("mes-live-").FullName;
try
{
    await using var app = Platform.Build(
    [
        $"--Storage:Folder={folder}", "--Listeners:Citizens=0", "--Listeners:Professionals=0", "--Listeners:Operations=0", "--Demo=false",
        "--Logging:LogLevel:Default=Warning",
    ]);
    await app.StartAsync();
    var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    var grains = app.Services.GetRequiredService<IGrainFactory>();

    var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
    trust.CustomTrustStore.ImportFromPemFile(Path.Combine(folder, "pki", "ca.pem"));
    using var handler = new SocketsHttpHandler { SslOptions = new() { TargetHost = "localhost", CertificateChainPolicy = trust } };
    using var client = new HttpClient(handler) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };

    using var process = Process.GetCurrentProcess();
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var feeds = new ConcurrentBag<Stream>();
    var clock = Stopwatch.StartNew();
    await Parallel.ForEachAsync(Enumerable.Range(0, listeners), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notifications/live");
        request.Headers.Authorization = new("Bearer", await SignInAsync(grains));
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        feeds.Add(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellation));
    });
    Console.WriteLine($"{listeners:N0} listeners came in {clock.Elapsed.TotalSeconds:N1} s");

    using var ending = new CancellationTokenSource();
    var reading = feeds.Select(feed => DrainAsync(feed, ending.Token)).ToList();
    process.Refresh();
    var cpu = process.TotalProcessorTime;
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    process.Refresh();
    var used = (process.TotalProcessorTime - cpu).TotalMilliseconds / seconds;
    var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
    Console.WriteLine($"idle: {used:N1} ms of processor a second for all, {kept / (double)listeners / 1024:N1} KiB a listener, both ends, TLS included");
    await ending.CancelAsync();
    var heartbeats = (await Task.WhenAll(reading)).Sum();
    Console.WriteLine($"{heartbeats:N0} bytes of heartbeats");
    await app.StopAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// A session as the edge files it: under a digest of its token.
static async Task<string> SignInAsync(IGrainFactory grains)
{
    using var acting = CallerContext.Become(new Caller.Platform("bench"));
    var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    var (space, now) = (SpaceId.Random(), DateTimeOffset.UtcNow);
    var session = new Session(Guid.NewGuid(), key, "bench", now, now + Session.Absolute);
    await grains.GetGrain<IAccountGrain>(space.Value).BeginSession(new BeginSession(session, Factor.Federation));
    await grains.GetGrain<ISessionGrain>(key).Begin(new SessionSheet(space, session.Id, session.Ends, now));
    return token;
}

static async Task<long> DrainAsync(Stream feed, CancellationToken ending)
{
    var (buffer, read) = (new byte[256], 0L);
    try
    {
        while (await feed.ReadAsync(buffer, ending) is > 0 and var count)
        {
            read += count;
        }
    }
    catch (OperationCanceledException)
    {
        // The measure is over.
    }

    return read;
}
