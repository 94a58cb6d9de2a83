using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Tests;

/// <summary>The people and documents that the approved files speak of. Nobody real.</summary>
internal static class World
{
    public const string FhirBase = "https://localhost:8443/fhir";

    public static readonly SpaceId Space = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);

    public static readonly Ins Ins = Ins.Read(InsAuthority.DemoNir, "279035121518989").Value;

    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(1));

    public static readonly ProfessionalId Doctor = ProfessionalId.Parse("899700218896", null);

    public static readonly StructureId Clinic = StructureId.Parse("1990000001", null);

    public static readonly DocumentDraft Draft = new(
        "urn:oid:1.2.250.1.999.1", "11488-4", "10", "Compte rendu d’examen « suivi »", "application/xml", "urn:ihe:iti:xds-sd:pdf:2008", "fr-FR",
        Noon.AddDays(-1), Noon.AddDays(-1).AddHours(-1), Noon.AddDays(-1), new("https://facility.example", "SA07"), new("https://setting.example", "AMBULATOIRE", "Ambulatoire"),
        [new(Doctor, "Dr Durand", Clinic), new(Doctor, null), new(null, "Clinique", Clinic), new(null, "Scanner")],
        Labels.Normal | Labels.HiddenFromProfessionals, "urn:uuid:22222222-2222-4222-8222-222222222222");

    public static readonly DocumentSheet Sheet = new(
        Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"), Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"), 2, Draft,
        new("vault/1", "key", 1234, "00", "A/hMRrv6Y15BjSM8kMLidrz+mHc="), DocumentStatus.Current, false,
        new(Doctor, Clinic, "Dr Durand", false), Noon, Noon.AddMilliseconds(125));
}
