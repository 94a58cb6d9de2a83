using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Bench.Access;

/// <summary>A fictive space in full use: documents of every type, some hidden, some withheld; authorisations, blocks and roles by the dozen.</summary>
internal sealed class World
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly StructureId Clinic = StructureId.Parse("1990000001", null);

    public World(int documents)
    {
        var reference = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference"));
        Matrix = reference.Matrices.At(Now);
        Holder = new(SpaceId.Parse("0123456789abcdef0123456789abcdef", null));
        Space = new(Holder.Space);
        Space.Apply(new SpaceEvent.HolderRecorded(new(
            Ins.Parse("1.2.250.1.213.1.4.10|279035121518989", null), "MARTELLANE", "Alix", new(1979, 3, 12), Sex.Female, "51215",
            AttendingDoctor: Id(90), InformedAt: Now.AddYears(-1))));
        Space.Apply(new SpaceEvent.Activated(Now.AddMonths(-6), new(false, true, true, true)));
        for (var n = 1; n <= 30; n++)
        {
            Space.Apply(new SpaceEvent.AuthorisationGranted(new(AccessSubject.Of(Id(n)), "x", ConsentDeclaration.None, Now.AddDays(-n), Now.AddDays(300))));
            Space.Apply(new SpaceEvent.ProfessionalBlocked(new(Guid.NewGuid(), AccessSubject.Of(Id(100 + n)), Now.AddDays(-n))));
        }

        Space.Apply(new SpaceEvent.Appointed(new(NamedRole.Administrator, Id(91), "x", Now.AddDays(-9))));
        var types = reference.Types.All.ToArray();
        for (var n = 0; n < documents; n++)
        {
            Space.Apply(new SpaceEvent.DocumentDeposited(Sheet(n, types[n % types.Length].Code)));
        }

        Sheets = [.. Space.Documents];
        var declared = new AccessContext(AccessMode.Normal, null, ConsentDeclaration.Declared);
        Visits =
        [
            ("authorised doctor", Doctor(1), AccessContext.Ordinary),
            ("attending doctor", Doctor(90), AccessContext.Ordinary),
            ("administrator", Doctor(91), AccessContext.Ordinary),
            ("nurse who declares", Doctor(50) with { Profession = "60" }, declared),
            ("emergency doctor", Doctor(51), new(AccessMode.BreakGlass, "Personne inconsciente", ConsentDeclaration.None)),
            ("holder", Holder, AccessContext.Ordinary),
        ];
    }

    public Space Space { get; }

    public AccessMatrix Matrix { get; }

    public Caller.Holder Holder { get; }

    public DocumentSheet[] Sheets { get; }

    public (string Who, Caller Caller, AccessContext Context)[] Visits { get; }

    private static ProfessionalId Id(int n) => ProfessionalId.Parse(string.Create(CultureInfo.InvariantCulture, $"3990000001/{n:D3}"), null);

    private static Caller.Professional Doctor(int n) => new(Id(n), "Dr", "10", "SM54", new(Clinic, "Clinique fictive"), "c0ffee");

    private static DocumentSheet Sheet(int n, string type) => new(
        Guid.NewGuid(), Guid.NewGuid(), 1,
        new($"1.2.{n}", type, null, "Compte rendu", "application/pdf", null, "fr-FR", Now, null, null, null, null, [new(Id(200), "Dr")],
            n % 10 == 0 ? Labels.HiddenFromProfessionals : n % 25 == 1 ? Labels.WithheldFromHolder : Labels.Normal),
        new("blob", "key", 1, "aa", "qg=="), DocumentStatus.Current, false, new(Id(200), null, "Dr", false), Now.AddDays(-n), Now.AddDays(-n));
}
