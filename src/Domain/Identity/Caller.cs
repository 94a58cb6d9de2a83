using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>Who is calling, as the authentication component has proven it. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Holder), "holder")]
[JsonDerivedType(typeof(Professional), "professional")]
[JsonDerivedType(typeof(Staff), "staff")]
[JsonDerivedType(typeof(Organisation), "organisation")]
[JsonDerivedType(typeof(Platform), "platform")]
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A person signed in to a space of their own.</summary>
    public sealed record Holder(SpaceId Space) : Caller;

    /// <summary>A health professional, identified by a certificate (CPS).</summary>
    /// <param name="Id">National identifier.</param>
    /// <param name="Name">As the directory spells it.</param>
    /// <param name="Profession">Code of the profession (TRE_G15) exercised in this session; decides the column of the access matrix.</param>
    /// <param name="Speciality">Code of the speciality (R38), where known.</param>
    /// <param name="Structure">Where the professional works in this session.</param>
    /// <param name="CertificateDigest">SHA-256 of the certificate, hexadecimal.</param>
    public sealed record Professional(
        ProfessionalId Id, string Name, string Profession, string? Speciality, Workplace? Structure, string CertificateDigest) : Caller;

    /// <summary>Personnel with a card but no professional number (CPE): may feed, never reads (PDSm for DMP, TD3.1b).</summary>
    public sealed record Staff(ProfessionalId Id, string Name, Workplace? Structure, string CertificateDigest) : Caller;

    /// <summary>An organisation's software, identified by the organisation's certificate alone: may feed, never reads.</summary>
    public sealed record Organisation(StructureId Id, string Name, string Application, string CertificateDigest) : Caller;

    /// <summary>A component of the platform itself: carries messages and deadlines, never reads health data.</summary>
    public sealed record Platform(string Component) : Caller;
}

/// <summary>Where a professional works.</summary>
/// <param name="Id">National identifier of the structure.</param>
/// <param name="Name">Its name.</param>
/// <param name="RegulationCentre">An emergency call centre (SAMU, centre 15).</param>
public sealed record Workplace(StructureId Id, string Name, bool RegulationCentre = false);
