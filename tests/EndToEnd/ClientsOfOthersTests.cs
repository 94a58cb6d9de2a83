using System.Diagnostics;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir;

namespace MonEspaceSante.EndToEnd;

/// <summary>FHIR clients that others wrote, against a running platform over TLS. Their scripts assert; here we see that they came to their end.</summary>
[Collection(OnePlatform.Name)]
public sealed class ClientsOfOthersTests(RunningPlatform platform)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableTheory]
    [InlineData("kit.mjs", "fhir-kit-client: all done")]
    [InlineData("smart.cjs", "fhirclient: all done")]
    public async Task A_client_that_others_wrote_does_all_its_work(string script, string lastWords)
    {
        var person = await platform.People.ActivatedAsync();
        var document = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var start = new ProcessStartInfo("node", script)
        {
            WorkingDirectory = Clients(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["BASE"] = new Uri(platform.Visitors.Citizens, "/fhir").ToString(),
                ["TOKEN"] = await platform.People.SignInAsync(person),
                ["PATIENT"] = person.Space.Value,
                ["DOCUMENT"] = document,
                ["NODE_EXTRA_CA_CERTS"] = Path.Combine(platform.Folder, "pki", "ca.pem"),
            },
        };

        using var client = Start(start);
        var said = client.StandardOutput.ReadToEndAsync();
        var complained = client.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await client.WaitForExitAsync(limit.Token);

        Assert.True(client.ExitCode == 0, $"{script} failed: {await complained}{await said}");
        Assert.EndsWith(lastWords, (await said).TrimEnd(), StringComparison.Ordinal);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("Node is not on this machine.");
        }
    }

    private static string Clients()
    {
        var up = new DirectoryInfo(AppContext.BaseDirectory);
        while (up is not null && !File.Exists(Path.Combine(up.FullName, "MonEspaceSante.sln")))
        {
            up = up.Parent;
        }

        var clients = Path.Combine(up!.FullName, "tests", "EndToEnd", "clients");
        Skip.IfNot(Directory.Exists(Path.Combine(clients, "node_modules")), "The clients are not installed: npm ci in tests/EndToEnd/clients.");
        return clients;
    }
}
