using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// Judges the client certificate of each request on the professionals' listener: chain once, dates, revocation and directory every time, so that
/// a certificate revoked during a session closes it. Headers that claim a certificate are never read (security design, rule 14).
/// </summary>
internal sealed partial class CertificateAuthentication(
    CertificateJudge judge, TimeProvider time, ILogger<CertificateAuthentication> logger)
{
    public async Task<bool> TryAsync(HttpContext context)
    {
        if (await context.Connection.GetClientCertificateAsync(context.RequestAborted) is not { } certificate)
        {
            await Refusals.WriteAsync(context, EdgeRefusals.CertificateMissing);
            return false;
        }

        switch (judge.Judge(certificate, [], time.GetUtcNow()))
        {
            case Verdict.Accepted accepted:
                context.SetCaller(CallerFromCertificate.Of(accepted.Identity, accepted.Entry));
                return true;
            case Verdict.Refused refused:
                LogRefused(logger, refused.Reason.Code, refused.Digest);
                await Refusals.WriteAsync(context, new Refusal(refused.Reason.Code, RefusalKind.Forbidden, refused.Reason.English, refused.Reason.French));
                return false;
            default:
                throw new InvalidOperationException("A verdict accepts or refuses.");
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "A client certificate was refused: {Reason} ({Digest}).")]
    private static partial void LogRefused(ILogger logger, string reason, string digest);
}
