using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>Fictive people and papers.</summary>
internal static class Fictive
{
    public static readonly Caller Laboratory = new Caller.Organisation(StructureId.Parse("1990000051", null), "Laboratoire fictif", "LABO", "d1");

    public static readonly StructureId Operator = StructureId.Parse("2999900020", null);

    /// <summary>An agent of the operator's support.</summary>
    public static readonly Caller Agent = new Caller.Staff(ProfessionalId.Parse("4999900020/SUPPORT-0007", null), "Noa", new(Operator, "Exploitant fictif"), "d3");

    /// <summary>An agent of the operator's watch.</summary>
    public static readonly Caller Watcher = new Caller.Staff(ProfessionalId.Parse("4999900020/VEILLE-0001", null), "Isa", new(Operator, "Exploitant fictif"), "d4");

    public static readonly Caller Doctor = new Caller.Professional(ProfessionalId.Parse("899700900220", null), "Dominique", "10", "SM04", null, "d2");

    /// <summary>Informed long ago: the space has opened by itself.</summary>
    public static HolderSheet Sheet(DateTimeOffset now) => new(
        Ins.Read(InsAuthority.Nir, "284059999001248").Value, "RIVIERE", "Anna", new(1984, 5, 12), Sex.Female, "99990", "80250000011",
        InformedAt: now - Space.OppositionWindow - TimeSpan.FromDays(1));

    public static DepositDocument Deposit(Stores stores, string uniqueId = "urn:oid:2.999.1", string sha256 = "aa") => new(
        Sheet(stores.Clock.GetUtcNow().Date),
        new(uniqueId, "11502-2", null, "Prise de sang", "application/pdf", null, "fr-FR", stores.Clock.GetUtcNow().AddDays(-1), null, null, null, null, [], Labels.Normal),
        new("blob", "key", 3, sha256, "qg=="));

    public static ListDocuments List { get; } = new(ResourceQuery.Where() with { Count = ResourceQuery.MostCount }, new AccessContext(AccessMode.Normal, null, ConsentDeclaration.Declared));

    public static ActivateSpace Activation(Stores stores) => new(Sheet(stores.Clock.GetUtcNow().Date), new PrivacyChoices(false, true, true, false));
}
