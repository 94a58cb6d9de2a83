using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Papers;
using MonEspaceSante.Papers.Pdf;
using MonEspaceSante.Storage.Erasure;

namespace MonEspaceSante.Api.Lives;

/// <summary>The papers of the end of a space: the receipt of its closing for the holder, and the certificate of its erasure for who knows its number.</summary>
internal static class LifePapers
{
    public static void MapLifePapers(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/account/closing/receipt", ReceiptAsync);

        // Nobody has an account there any more, and a certificate names nobody: the number, 60 bits that only the holder was given, is enough.
        routes.MapPublic("/erasures/{number}", CertificateAsync);
        routes.MapPublic("/erasures/{number}/paper", PaperAsync);
    }

    private static async Task<IResult> ReceiptAsync(HttpContext context, IGrainFactory grains)
    {
        var space = grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value);
        var (life, holder) = (await space.Life(), await space.Privacy());
        return !life.Accepted ? Refusals.Answer(life.Refusal)
            : !holder.Accepted ? Refusals.Answer(holder.Refusal)
            : life.Value is not { Closure: { } closure, ErasedFrom: { } until } closed ? Refusals.Answer(SpaceRefusals.NotClosed)
            : Pdf(new ClosingReceipt(holder.Value.Holder, closure.At, until, closed.DeletionAskedAt is not null).In(PaperLanguage.French));
    }

    private static async Task<IResult> CertificateAsync(string number, ErasureBook certificates, CancellationToken cancellationToken) =>
        await FindAsync(number, certificates, cancellationToken) is { } certificate ? Results.Ok(certificate) : Refusals.Answer(SpaceRefusals.NotCertified);

    private static async Task<IResult> PaperAsync(string number, ErasureBook certificates, CancellationToken cancellationToken) =>
        await FindAsync(number, certificates, cancellationToken) is { } certificate
            ? Pdf(new Papers.ErasureCertificate(
                certificate.Number, certificate.ErasedAt, certificate.ErasedAt + Storage.Erasure.ErasureCertificate.KeyBackups,
                certificate.Journals[0].ChainAfter.ToString()).In(PaperLanguage.French))
            : Refusals.Answer(SpaceRefusals.NotCertified);

    private static async Task<Storage.Erasure.ErasureCertificate?> FindAsync(string number, ErasureBook certificates, CancellationToken cancellationToken) =>
        ErasureBook.IsNumber(number) ? await certificates.FindAsync(number, cancellationToken) : null;

    private static IResult Pdf(Paper paper) => Results.Bytes(PdfFile.Of(paper), PdfFile.MediaType);
}
