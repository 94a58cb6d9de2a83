using Microsoft.Net.Http.Headers;
using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Api.Exports;

/// <summary>Everything of a space as one archive: asked for, prepared in the background, downloaded by who asked for seven days.</summary>
internal static class ExportEndpoints
{
    private const string Address = "/account/exports";

    public static void MapExports(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Post, Address, RequestAsync).WithMetadata(new NeedsFreshProof());
        routes.Map(HttpMethods.Get, Address, ListAsync);
        routes.Map(HttpMethods.Get, Address + "/{id:guid}", ReadAsync);
        routes.Map(HttpMethods.Get, Address + "/{id:guid}/archive", DownloadAsync).WithMetadata(new NeedsFreshProof());
    }

    private static async Task<IResult> RequestAsync(HttpContext context, IGrainFactory grains)
    {
        var envelope = Idempotency.Envelope(context, context.RequiredCaller(), []);
        if (!envelope.Accepted)
        {
            return Refusals.Answer(envelope.Refusal);
        }

        var requested = await SpaceOf(context, grains).RequestExport(envelope.Value, new RequestExport());
        return !requested.Accepted ? Refusals.Answer(requested.Refusal)
            : await FindAsync(context, requested.Value.Id, grains) is { } told ? Results.Accepted($"/api/v1{Address}/{told.Id}", told)
            : Refusals.Answer(ExportRefusals.Unknown);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains) => Results.Ok(await SpaceOf(context, grains).Exports());

    private static async Task<IResult> ReadAsync(HttpContext context, Guid id, IGrainFactory grains) =>
        await FindAsync(context, id, grains) is { } told ? Results.Ok(told) : Refusals.Answer(ExportRefusals.Unknown);

    private static async Task<IResult> DownloadAsync(HttpContext context, Guid id, IGrainFactory grains, IVault vault, CancellationToken cancellationToken)
    {
        var granted = await SpaceOf(context, grains).DownloadExport(Envelope.Once(), new DownloadExport(id));
        if (!granted.Accepted)
        {
            return Refusals.Answer(granted.Refusal);
        }

        var archive = granted.Value.Archive!;
        var range = RangeOf(context.Request, archive);
        var content = await vault.OpenReadAsync(
            new(archive.Blob, archive.Key, archive.Length, archive.Sha256, archive.Sha1), range.Offset, range.Length, cancellationToken);
        return new ArchiveResult(content, archive, range);
    }

    // RFC 9110, section 13.1.5: what goes on with another archive is no range of this one.
    private static ContentRange RangeOf(HttpRequest request, DocumentContent archive) =>
        request.Headers.IfRange is [{ } expected] && expected != TagOf(archive) ? new(0, archive.Length, false) : ContentRange.Of(request, archive.Length);

    private static string TagOf(DocumentContent archive) => $"\"{archive.Sha256}\"";

    private static async Task<ToldExport?> FindAsync(HttpContext context, Guid id, IGrainFactory grains) =>
        (await SpaceOf(context, grains).Exports()).Exports.FirstOrDefault(export => export.Id == id);

    private static ISpaceGrain SpaceOf(HttpContext context, IGrainFactory grains) => grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value);

    private sealed class ArchiveResult(Stream content, DocumentContent archive, ContentRange range) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using (content)
            {
                var response = httpContext.Response;
                response.StatusCode = range.Partial ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
                response.ContentType = "application/zip";
                response.ContentLength = range.Length;
                response.Headers.AcceptRanges = "bytes";
                response.Headers.ETag = TagOf(archive);
                response.Headers.CacheControl = "no-store";
                response.Headers.ContentDisposition = "attachment; filename=\"mon-espace-sante.zip\"";
                if (range.Partial)
                {
                    response.Headers.ContentRange = new ContentRangeHeaderValue(range.Offset, range.Offset + range.Length - 1, archive.Length).ToString();
                }

                await content.CopyToAsync(response.Body, httpContext.RequestAborted);
            }
        }
    }
}
