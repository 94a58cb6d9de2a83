using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Reads people, devices and organisations of a header. Numbers that are no national identifier are left out: only their owner understands them.</summary>
internal static class CdaAuthorReader
{
    // National identifiers, as OIDs without the prefix that FHIR gives them.
    private static readonly string Professionals = ProfessionalId.System["urn:oid:".Length..];
    private static readonly string Structures = StructureId.System["urn:oid:".Length..];

    /// <summary>Whom an assignedAuthor or assignedEntity stands for.</summary>
    public static Author Assigned(CdaNode assigned)
    {
        var organisation = assigned["representedOrganization"];
        return new(
            Extensions(assigned, Professionals).Select(value => ProfessionalId.TryParse(value, null, out var id) ? id : (ProfessionalId?)null).FirstOrDefault(id => id is not null),
            PersonName(assigned["assignedPerson"]["name"]) ?? assigned["assignedAuthoringDevice"]["softwareName"].Text ?? organisation["name"].Text,
            Structure(organisation));
    }

    /// <summary>The organisation that keeps a document.</summary>
    public static Author? Custodian(CdaNode organisation) => organisation.Exists ? new(null, organisation["name"].Text, Structure(organisation)) : null;

    private static StructureId? Structure(CdaNode organisation) =>
        Extensions(organisation, Structures).Select(value => StructureId.TryParse(value, null, out var id) ? id : (StructureId?)null).FirstOrDefault(id => id is not null);

    private static IEnumerable<string?> Extensions(CdaNode node, string root) =>
        node.Each("id").Where(id => id.Attribute("root") == root).Select(id => id.Attribute("extension"));

    private static string? PersonName(CdaNode name) =>
        string.Join(' ', name.Each("prefix").Concat(name.Each("given")).Concat(name.Each("family")).Select(part => part.Text).OfType<string>()) is { Length: > 0 } parts
            ? parts
            : name.Text;
}
