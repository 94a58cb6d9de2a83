using System.Text;
using System.Text.Encodings.Web;
using MonEspaceSante.Api.Hosting;

namespace MonEspaceSante.Api.Home;

/// <summary>A page at the root that says what runs and where, and in the demonstration what to try.</summary>
internal static class HomeEndpoint
{
    public static void MapHome(this IEndpointRouteBuilder app, ListenerOptions listeners, string? demoFolder) =>
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + StyleHash + "'; frame-ancestors 'none'; base-uri 'none'";
            return Results.Content(Page(listeners, demoFolder), "text/html; charset=utf-8", Encoding.UTF8);
        }).WithMetadata(new ServedOn(Listener.Citizens));

    private const string Style =
        "body{font:1.05rem/1.6 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1.2rem;color:#1d2733;background:#fbfcfd}"
        + "h1{font-size:1.7rem;margin-bottom:.2rem}p.lead{margin-top:0;color:#44546a}"
        + "table{border-collapse:collapse;width:100%;margin:1.5rem 0}th,td{text-align:left;vertical-align:top;padding:.5rem .8rem .5rem 0;border-top:1px solid #d5dde6}"
        + "th{width:11rem;font-weight:600}code{background:#eef2f6;padding:.1rem .35rem;border-radius:.25rem;overflow-wrap:anywhere}"
        + "footer{margin-top:2.5rem;font-size:.9rem;color:#44546a}"
        + "@media(prefers-color-scheme:dark){body{color:#e6ebf1;background:#141a21}p.lead,footer{color:#a9b6c5}code{background:#222c37}th,td{border-color:#33404e}a{color:#8cc4ff}}";

    private static readonly string StyleHash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static string Page(ListenerOptions listeners, string? demoFolder)
    {
        var demo = demoFolder is null ? "" : Demo(HtmlEncoder.Default.Encode(demoFolder));
        return $"""
            <!doctype html>
            <html lang="fr">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Espace santé libre</title><style>{Style}</style></head>
            <body>
            <h1>Espace santé libre</h1>
            <p class="lead">La plateforme fonctionne. <span lang="en">The platform is running.</span></p>
            <table>
            <tr><th>Citoyens</th><td><code>https://localhost:{listeners.Citizens}</code><br>API <code>/api/v1</code>, FHIR <a href="/fhir/metadata"><code>/fhir/metadata</code></a></td></tr>
            <tr><th>Professionnels</th><td><code>https://localhost:{listeners.Professionals}</code><br>certificat client demandé</td></tr>
            <tr><th>Exploitation</th><td><code>http://127.0.0.1:{listeners.Operations}</code> : <code>/health/live</code>, <code>/health/ready</code></td></tr>
            {demo}
            </table>
            <footer>Logiciel libre indépendant. Ce site n’est pas un service officiel.{(demoFolder is null ? "" : " Données fictives.")}</footer>
            </body>
            </html>
            """;
    }

    // Paths of this machine are told only where everything is fictive.
    private static string Demo(string folder) => $"""
        <tr><th>Certificats</th><td><code>{folder}/pki</code></td></tr>
        <tr><th>Personnes fictives</th><td><code>{folder}/demo.json</code> ; courriels dans <code>{folder}/outbox</code></td></tr>
        <tr><th>Visite guidée</th><td><code>bash docs/tour.sh</code></td></tr>
        """;
}
