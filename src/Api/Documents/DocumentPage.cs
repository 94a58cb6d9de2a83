using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Cda;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Documents;

/// <summary>A structured CDA document as a page, for who asks for <c>text/html</c>. Other documents have none and are served as they are.</summary>
internal static class DocumentPage
{
    public static bool IsWanted(HttpRequest request, DocumentSheet sheet) =>
        CdaDeposit.IsCda(sheet.Draft.ContentType)
        && request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    public static async Task<IResult?> ReadAsync(IVault vault, VaultedContent content, bool warn, CancellationToken cancellationToken)
    {
        var bytes = new byte[content.Length];
        await using (var stream = await vault.OpenReadAsync(content, 0, content.Length, cancellationToken))
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }

        return CdaDocument.Read(bytes).Value is { } document && CdaPage.Html(document) is { } page ? new PageResult(page, warn) : null;
    }

    private sealed class PageResult(string page, bool warn) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var body = Encoding.UTF8.GetBytes(page);
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = body.Length;
            response.Headers.ContentDisposition = "inline";
            response.Headers.ContentSecurityPolicy = CdaPage.ContentSecurityPolicy;
            ContentWarning.Write(response, warn);
            return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
        }
    }
}
