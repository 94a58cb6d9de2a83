using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MonEspaceSante.EndToEnd.Passkeys;

/// <summary>One page in a headless Chromium, with a virtual authenticator, over the browser's own debugging protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _browser;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(Patience);
    private string? _page;
    private int _asked;

    private Chromium(Process browser, string profile) => (_browser, _profile) = (browser, profile);

    /// <summary>Opens <paramref name="address"/>; the test is skipped where there is no such browser.</summary>
    public static async Task<Chromium> OpenAsync(Uri address)
    {
        var profile = Directory.CreateTempSubdirectory("mes-chromium-").FullName;
        var chromium = new Chromium(Start(profile), profile);
        await chromium.ConnectAsync();
        var target = (await chromium.AskAsync("Target.createTarget", new() { ["url"] = "about:blank" }))["targetId"]!.GetValue<string>();
        chromium._page = (await chromium.AskAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!.GetValue<string>();
        await chromium.AskAsync("Page.navigate", new() { ["url"] = address.ToString() });
        await chromium.EvaluateAsync("new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', () => done(1)))");
        await chromium.AskAsync("WebAuthn.enable", []);
        return chromium;
    }

    /// <summary>Adds an authenticator in the device, which verifies its user; answers its name.</summary>
    public async Task<string> AddAuthenticatorAsync() => (await AskAsync("WebAuthn.addVirtualAuthenticator", new()
    {
        ["options"] = new JsonObject
        {
            ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
            ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
        },
    }))["authenticatorId"]!.GetValue<string>();

    /// <summary>The one credential that an authenticator holds.</summary>
    public async Task<JsonObject> CredentialAsync(string authenticator) =>
        (await AskAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = authenticator }))["credentials"]!.AsArray().Single()!.DeepClone().AsObject();

    /// <summary>Puts the one credential of an authenticator back to how it was.</summary>
    public async Task RestoreAsync(string authenticator, JsonObject credential)
    {
        await AskAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = authenticator });
        await AskAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = authenticator, ["credential"] = credential.DeepClone() });
    }

    /// <summary>The passkey that the page makes of <paramref name="options"/>, as it sends it.</summary>
    public Task<string> CreateAsync(JsonElement options) => EvaluateAsync(
        $"navigator.credentials.create({{ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON({options.GetRawText()}) }}).then(made => JSON.stringify(made.toJSON()))");

    /// <summary>The answer of a passkey to <paramref name="options"/>, as the page sends it.</summary>
    public Task<string> GetAsync(JsonElement options) => EvaluateAsync(
        $"navigator.credentials.get({{ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({options.GetRawText()}) }}).then(used => JSON.stringify(used.toJSON()))");

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _browser.Kill(entireProcessTree: true);
        await _browser.WaitForExitAsync();
        _browser.Dispose();
        _patience.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private static Process Start(string profile)
    {
        foreach (var name in Names)
        {
            // The certificate is that of a development authority that no browser knows; what is looked at here are passkeys.
            var start = new ProcessStartInfo(name, ["--headless", "--no-sandbox", "--ignore-certificate-errors", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"])
            {
                RedirectStandardError = true, RedirectStandardOutput = true,
            };
            try
            {
                return Process.Start(start)!;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not under this name.
            }
        }

        throw new SkipException("Chromium is not on this machine.");
    }

    private async Task ConnectAsync()
    {
        const string Announcement = "DevTools listening on ";
        while (await _browser.StandardError.ReadLineAsync(_patience.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                await _socket.ConnectAsync(new(line[Announcement.Length..]), _patience.Token);
                return;
            }
        }

        Assert.Fail("The browser ended before it listened.");
    }

    private async Task<string> EvaluateAsync(string script)
    {
        var answer = await AskAsync("Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"]!.ToString();
    }

    private async Task<JsonObject> AskAsync(string method, JsonObject parameters)
    {
        var id = ++_asked;
        var question = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_page is not null)
        {
            question["sessionId"] = _page;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(question), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);
        while (true)
        {
            // What the browser tells unasked is passed over.
            var said = await ReceiveAsync();
            if (said["id"]?.GetValue<int>() == id)
            {
                Assert.True(said["error"] is null, $"{method}: {said["error"]?.ToJsonString()}");
                return said["result"]!.AsObject();
            }
        }
    }

    private async Task<JsonObject> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, _patience.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!.AsObject();
    }
}
