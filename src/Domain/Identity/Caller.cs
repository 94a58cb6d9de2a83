using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Identity;

/// <summary>Who is calling, as the authentication component has proven it. A closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Holder), "holder")]
[JsonDerivedType(typeof(Representative), "representative")]
[JsonDerivedType(typeof(Carer), "carer")]
[JsonDerivedType(typeof(Professional), "professional")]
[JsonDerivedType(typeof(Staff), "staff")]
[JsonDerivedType(typeof(Organisation), "organisation")]
[JsonDerivedType(typeof(Platform), "platform")]
public abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A citizen in a space: its holder, who represents them, or who cares for them.</summary>
    [JsonIgnore]
    public bool IsCitizen => SpaceActedIn is not null;

    /// <summary>The space that a citizen acts in: their own, or that of whom they represent or care for; <see langword="null"/> for all others.</summary>
    [JsonIgnore]
    public SpaceId? SpaceActedIn => this switch
    {
        Holder holder => holder.Space,
        Representative representative => representative.Space,
        Carer carer => carer.Space,
        _ => null,
    };

    /// <summary>A person signed in to a space of their own.</summary>
    public sealed record Holder(SpaceId Space) : Caller;

    /// <summary>A legal representative (représentant légal) who acts in the space of the person they represent.</summary>
    /// <param name="Space">The space acted in.</param>
    /// <param name="Self">The representative's own space: who they are.</param>
    /// <param name="Name">Their name, for the history of accesses.</param>
    public sealed record Representative(SpaceId Space, SpaceId Self, string Name) : Caller;

    /// <summary>A carer (proche aidant) who acts in the space of the person they help, by delegation.</summary>
    /// <param name="Space">The space acted in.</param>
    /// <param name="Self">The carer's own space: who they are.</param>
    /// <param name="Name">Their name, for the history of accesses.</param>
    public sealed record Carer(SpaceId Space, SpaceId Self, string Name) : Caller;

    /// <summary>A health professional, identified by a certificate of their own (CPS), or vouched for by their structure's.</summary>
    /// <param name="Id">National identifier.</param>
    /// <param name="Name">As the directory spells it.</param>
    /// <param name="Profession">Code of the profession (TRE_G15) exercised in this session; decides the column of the access matrix.</param>
    /// <param name="Speciality">Code of the speciality (R38), where known.</param>
    /// <param name="Structure">Where the professional works in this session.</param>
    /// <param name="CertificateDigest">SHA-256 of the certificate, hexadecimal; empty where none came, on the portal.</param>
    /// <param name="VouchedBy">
    /// The structure whose certificate came with the person's identity (authentification indirecte renforcée, EX_AIR-085); none where the person
    /// came with a certificate of their own.
    /// </param>
    /// <param name="ProvenBy">What proves that it is this person.</param>
    public sealed record Professional(
        ProfessionalId Id, string Name, string Profession, string? Speciality, Workplace? Structure, string CertificateDigest,
        StructureId? VouchedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PersonalProof ProvenBy = PersonalProof.Certificate) : Caller
    {
        /// <summary>Exercises as a doctor in this session (TRE_G15, 10).</summary>
        [JsonIgnore]
        public bool IsDoctor => Profession == Professions.Doctor;

        /// <summary>
        /// Acts for an employer's occupational health service: by where they work, or, since the directory does not always say, by speciality
        /// (JDV_J65: SM25, SCH35, C41). Who takes calls in an emergency call centre does not.
        /// </summary>
        [JsonIgnore]
        public bool IsInOccupationalHealth =>
            Structure is { Sector: Sector.OccupationalHealth }
            || (Speciality is "SM25" or "SCH35" or "C41" && Structure is not { RegulationCentre: true });

        /// <summary>The structure that vouches for them is the one they work in: another cannot know who acts.</summary>
        [JsonIgnore]
        public bool IsVouchedAtWork => VouchedBy is not { } structure || structure == Structure?.Id;
    }

    /// <summary>Personnel with a card but no professional number (CPE): may feed, never reads (PDSm for DMP, TD3.1b).</summary>
    public sealed record Staff(ProfessionalId Id, string Name, Workplace? Structure, string CertificateDigest) : Caller;

    /// <summary>An organisation's software, identified by the organisation's certificate alone: may feed, never reads.</summary>
    public sealed record Organisation(StructureId Id, string Name, string Application, string CertificateDigest) : Caller;

    /// <summary>A component of the platform itself: carries messages and deadlines, never reads health data.</summary>
    public sealed record Platform(string Component) : Caller;
}

/// <summary>What proves who a professional is.</summary>
public enum PersonalProof
{
    /// <summary>A certificate of their own: CPS card, or a person's software certificate.</summary>
    Certificate,

    /// <summary>Pro Santé Connect, which has asked for the CPS or e-CPS.</summary>
    ProSanteConnect,
}

/// <summary>Where a professional works.</summary>
/// <param name="Id">National identifier of the structure.</param>
/// <param name="Name">Its name.</param>
/// <param name="RegulationCentre">An emergency call centre (SAMU, centre 15).</param>
/// <param name="Sector">What it does.</param>
public sealed record Workplace(
    StructureId Id, string Name, bool RegulationCentre = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Sector Sector = Sector.Care);

/// <summary>What a structure does, as far as access rights tell structures apart (L. 1111-17, L. 1111-18 CSP).</summary>
public enum Sector
{
    /// <summary>Care.</summary>
    Care,

    /// <summary>Occupational health, for an employer (médecine du travail).</summary>
    OccupationalHealth,

    /// <summary>Insurance or a mutual (assurance, mutuelle).</summary>
    Insurance,
}
