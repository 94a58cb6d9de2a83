using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Bench.Search;

/// <summary>A fictive holder and their measures: four kinds, each every sixth hour or so, indexed by the usual parameters of an observation.</summary>
internal static class Fictive
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 10, 30, 0, TimeSpan.Zero);

    private static readonly SpaceId Id = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);

    private static readonly HolderSheet Holder = new(
        Ins.Read(InsAuthority.Nir, "284059999001248").Value, "RIVIERE", "Anna", new(1984, 5, 12), Sex.Female, "99990", InformedAt: Now.AddYears(-2));

    private static readonly (string Code, string Label, decimal Value, decimal Step, string Unit)[] Kinds =
    [
        ("29463-7", "Poids", 70.0m, 0.1m, "kg"), ("2345-7", "Glycémie", 95m, 1m, "mg/dL"), ("8867-4", "Fréquence cardiaque", 60m, 1m, "/min"),
        ("41950-7", "Nombre de pas", 4_000m, 37m, "1/(24.h)"),
    ];

    public static AccessMatrix Matrix { get; } = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference")).Matrices.At(Now);

    public static Space Space()
    {
        var space = new Space(Id);
        space.Apply(new SpaceEvent.HolderRecorded(Holder));
        space.Apply(new SpaceEvent.Activated(Now.AddYears(-1), PrivacyChoices.Unexpressed));
        return space;
    }

    public static Act Act() => new(new Caller.Holder(Id), Now, Guid.NewGuid());

    public static SpaceEvent Recorded(int n)
    {
        var (code, label, value, step, unit) = Kinds[n % Kinds.Length];
        var at = Now.AddHours(-6 * n);
        value += step * (n * 7919 % 100);
        return new SpaceEvent.ResourceRecorded(new(
            "Observation", Guid.NewGuid(), 1, Body(code, label, value, unit, at), Index(code, label, value, unit, at), Depositor.Of(new Caller.Holder(Id)), at));
    }

    public static SpaceEvent Deposited(int n)
    {
        var at = Now.AddDays(-n);
        var draft = new DocumentDraft(
            $"urn:oid:2.999.{n}", "11502-2", "10", "Compte rendu de biologie", "application/pdf", "urn:ihe:lab:xd-lab:2008", "fr-FR", at, at, at.AddHours(1),
            new("urn:oid:1.2.250.1.71.4.2.4", "SA07", "Cabinet"), new("urn:x", "ETABLISSEMENT"), [new(null, "Laboratoire fictif")], Labels.Normal);
        return new SpaceEvent.DocumentDeposited(new(
            Guid.NewGuid(), Guid.NewGuid(), 1, draft, new("vault", "key", 1, "aa", "qg=="), DocumentStatus.Current, false, new(null, null, "Laboratoire fictif", false), at, at));
    }

    public static CarryOut Conditional()
    {
        var draft = new ResourceDraft("Observation", Body("8302-2", "Taille", 170, "cm", Now), Index("8302-2", "Taille", 170, "cm", Now));
        return new(Holder, AccessContext.Ordinary, [new ResourceWrite.Record(draft, "", [new Clause("code", Modifier.None, [new Sought.Token(null, "8302-2")])])]);
    }

    // What R4 finds an observation by, of which a measure has values.
    private static SearchIndex Index(string code, string label, decimal value, string unit, DateTimeOffset at) => new(
    [
        new IndexedValue.Uri("_profile", "http://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-observation"),
        new IndexedValue.Token("category", "http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs"),
        new IndexedValue.Token("code", "http://loinc.org", code, label),
        new IndexedValue.Token("combo-code", "http://loinc.org", code, label),
        new IndexedValue.Quantity("combo-value-quantity", value, value, "http://unitsofmeasure.org", unit),
        new IndexedValue.Moment("date", at, at.AddSeconds(1)),
        new IndexedValue.Link("patient", "Patient", Guid.Parse(Id.Value)),
        new IndexedValue.Link("performer", "Patient", Guid.Parse(Id.Value)),
        new IndexedValue.Token("status", "http://hl7.org/fhir/observation-status", "final"),
        new IndexedValue.Link("subject", "Patient", Guid.Parse(Id.Value)),
        new IndexedValue.Quantity("value-quantity", value, value, "http://unitsofmeasure.org", unit),
    ]);

    private static JsonText Body(string code, string label, decimal value, string unit, DateTimeOffset at) => JsonText.Of(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"{{code}}","display":"{{label}}"}]},"subject":{"reference":"Patient/{{Id}}"},"effectiveDateTime":"{{at:s}}Z","valueQuantity":{"value":{{value}},"system":"http://unitsofmeasure.org","code":"{{unit}}"} }""")));
}
