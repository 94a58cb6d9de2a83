using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Security;

/// <summary>The headers by which a professional says how and why they come in (API design).</summary>
internal static class AccessHeaders
{
    public static Outcome<AccessContext> Read(HttpRequest request)
    {
        AccessMode? mode = request.Headers["Mes-Access-Mode"].ToString() switch
        {
            "" or "normal" => AccessMode.Normal,
            "bris_de_glace" => AccessMode.BreakGlass,
            "centre_15" => AccessMode.RegulationCentre,
            _ => null,
        };
        ConsentDeclaration? declaration = request.Headers["Mes-Consent"].ToString() switch
        {
            "" => ConsentDeclaration.None,
            "declared" => ConsentDeclaration.Declared,
            "care-team" => ConsentDeclaration.CareTeam,
            _ => null,
        };
        bool? secret = request.Headers["Mes-Connection"].ToString() switch
        {
            "" => false,
            "secret" => true,
            _ => null,
        };
        if (mode is null || declaration is null || secret is null)
        {
            return EdgeRefusals.AccessModeInvalid;
        }

        var reason = request.Headers["Mes-Access-Reason"].ToString();
        return new AccessContext(mode.Value, reason.Length == 0 ? null : Uri.UnescapeDataString(reason), declaration.Value, secret.Value);
    }
}
