using System.Text;
using System.Text.Encodings.Web;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>The plain pages of development providers.</summary>
internal static class DevelopmentPages
{
    /// <summary>A page where one of the provider's people is chosen.</summary>
    public static IResult Choice(DevelopmentProvider provider, Func<DevelopmentSubject, string> link) => Page(
        provider.Kind.Title,
        $"<p>Personnes fictives : choisissez qui vous êtes.</p><ul>{string.Concat(provider.People.Select(person =>
            $"<li><a href=\"{Encode(link(person))}\">{Encode(person.Label)}</a></li>"))}</ul>");

    /// <summary>A page that says <paramref name="lines"/>.</summary>
    public static IResult Text(params string[] lines) =>
        Page("Fournisseur de développement", string.Concat(lines.Select(line => $"<p><code>{Encode(line)}</code></p>")));

    private static Html Page(string title, string body) => new Html($"""
        <!doctype html>
        <html lang="fr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(title)}</title></head>
        <body><main><h1>{Encode(title)}</h1>{body}</main></body>
        </html>
        """);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed class Html(string page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
            return Results.Content(page, "text/html; charset=utf-8", Encoding.UTF8).ExecuteAsync(httpContext);
        }
    }
}
