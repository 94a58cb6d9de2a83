using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Fictive people and structures.</summary>
internal static class People
{
    public static readonly SpaceId Space = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);

    public static readonly SpaceId OtherSpace = SpaceId.Parse("fedcba9876543210fedcba9876543210", null);

    public static readonly SpaceId ParentSpace = SpaceId.Parse("0000000000000000000000000000aaaa", null);

    public static readonly SpaceId CarerSpace = SpaceId.Parse("0000000000000000000000000000cccc", null);

    public static readonly ProfessionalId Gp = ProfessionalId.Of(Rpps(1));

    public static readonly StructureId Clinic = StructureId.Parse("1990000001", null);

    public static readonly StructureId Samu = StructureId.Parse("1990000002", null);

    /// <summary>The holder, informed, with the attending doctor <see cref="Gp"/>.</summary>
    public static readonly HolderSheet Sheet = new(
        Ins.Parse("1.2.250.1.213.1.4.10|279035121518989", null), "MARTELLANE", "Alix Noé", new(1979, 3, 12), Sex.Female, "51215",
        "12345678901", "alix@example.test", Gp, Moments.Informed);

    /// <summary>The same holder, thirteen years old.</summary>
    public static readonly HolderSheet Minor = Sheet with { BirthDate = new(2013, 3, 12) };

    public static readonly Caller.Holder Holder = new(Space);

    /// <summary>The <paramref name="n"/>th fictive number of the test range 99700, with its check digit.</summary>
    public static Rpps Rpps(int n)
    {
        var ten = "99700" + n.ToString("D5", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Select(check => ten + check)
            .Select(text => Domain.Identity.Rpps.TryParse(text, null, out var rpps) ? rpps : (Rpps?)null).First(rpps => rpps is not null)!.Value;
    }

    /// <summary>A professional, a doctor without structure unless said otherwise.</summary>
    public static Caller.Professional Professional(int n = 2, string profession = "10", Workplace? at = null) =>
        new(ProfessionalId.Of(Rpps(n)), $"Dr {n}", profession, null, at, "c0ffee");

    public static Workplace At(StructureId structure) => new(structure, "Clinique fictive");

    public static Workplace AtSamu() => new(Samu, "SAMU fictif", RegulationCentre: true);

    public static Workplace AtWork() => new(StructureId.Parse("1990000003", null), "Service fictif de santé au travail", Sector: Sector.OccupationalHealth);

    public static Workplace AtTheInsurer() => new(StructureId.Parse("1990000004", null), "Mutuelle fictive", Sector: Sector.Insurance);

    public static Caller.Representative Representative() => new(Space, ParentSpace, "Camille Martellane");

    public static Caller.Carer Carer() => new(Space, CarerSpace, "Sacha Brindille");

    public static Caller.Staff Staff() => new(ProfessionalId.Parse("3990000001/007", null), "Accueil", At(Clinic), "c0ffee");

    public static Caller.Organisation Laboratory() => new(Clinic, "Laboratoire fictif", "LabSoft", "c0ffee");

    public static Caller.Platform Platform() => new("outbox");

    public static AccessSubject Subject(Caller.Professional professional) => AccessSubject.Of(professional.Id);
}
