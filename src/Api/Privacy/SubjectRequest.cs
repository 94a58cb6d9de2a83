using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Privacy;

/// <summary>A professional by national identifier or RPPS number, or a structure by national identifier.</summary>
internal sealed record SubjectRequest(string? Professional = null, string? Structure = null, string? Name = null)
{
    public bool TryRead(out AccessSubject subject)
    {
        subject = default;
        if (Professional is not null && Structure is null && TryReadProfessional(Professional, out var professional))
        {
            subject = AccessSubject.Of(professional);
            return true;
        }

        if (Professional is null && StructureId.TryParse(Structure, null, out var structure))
        {
            subject = AccessSubject.Of(structure);
            return true;
        }

        return false;
    }

    /// <summary>Reads a national identifier, or an RPPS number.</summary>
    public static bool TryReadProfessional(string? text, out ProfessionalId professional)
    {
        if (!Rpps.TryParse(text, null, out var rpps))
        {
            return ProfessionalId.TryParse(text, null, out professional);
        }

        professional = ProfessionalId.Of(rpps);
        return true;
    }
}
