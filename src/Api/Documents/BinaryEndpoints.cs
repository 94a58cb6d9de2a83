using Microsoft.Net.Http.Headers;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Documents;

/// <summary>Content of documents (ITI-68): raw, in the media type of the sheet, streamed from the vault once the trace stands; or as a page, see <see cref="DocumentPage"/>.</summary>
internal static class BinaryEndpoints
{
    public static void MapBinaries(this FhirRoutes fhir) => fhir.Map(new("Binary", "read"), "/Binary/{id}", ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext context, string id, Reader reader, IVault vault, CancellationToken cancellationToken)
    {
        var access = AccessHeaders.Read(context.Request);
        if (!access.Accepted)
        {
            return Refusals.Answer(access.Refusal);
        }

        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(DocumentRefusals.Unknown);
        }

        var opened = await reader.OpenAsync(context.RequiredCaller(), resource.Space, new OpenDocument(resource.Thing, Content: true, access.Value));
        if (!opened.Accepted)
        {
            return Refusals.Answer(opened.Refusal);
        }

        var sheet = opened.Value.Sheet;
        var vaulted = new VaultedContent(sheet.Content.Blob, sheet.Content.Key, sheet.Content.Length, sheet.Content.Sha256, sheet.Content.Sha1);
        if (DocumentPage.IsWanted(context.Request, sheet)
            && await DocumentPage.ReadAsync(vault, vaulted, opened.Value.Warn, cancellationToken) is { } page)
        {
            return page;
        }

        var range = ContentRange.Of(context.Request, sheet.Content.Length);
        var content = await vault.OpenReadAsync(vaulted, range.Offset, range.Length, cancellationToken);
        return new ContentResult(content, sheet, range, opened.Value.Warn);
    }

    private sealed class ContentResult(Stream content, DocumentSheet sheet, ContentRange range, bool warn) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (content)
            {
                var response = httpContext.Response;
                response.StatusCode = range.Partial ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
                response.ContentType = sheet.Draft.ContentType;
                response.ContentLength = range.Length;
                response.Headers.AcceptRanges = "bytes";
                response.Headers.ETag = $"\"{sheet.Content.Sha256}\"";

                // What somebody deposited never runs in a page of ours (security design, rule 27).
                response.Headers.ContentDisposition = "attachment";
                response.Headers.ContentSecurityPolicy = "sandbox";
                if (range.Partial)
                {
                    response.Headers.ContentRange = new ContentRangeHeaderValue(range.Offset, range.Offset + range.Length - 1, sheet.Content.Length).ToString();
                }

                ContentWarning.Write(response, warn);
                await content.CopyToAsync(response.Body, httpContext.RequestAborted);
            }
        }
    }
}
