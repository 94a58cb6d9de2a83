using System.Text.Json;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Professionals;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Api.Professionals;

/// <summary>The directory of professionals, for anyone signed in: Practitioner, PractitionerRole, Organization.</summary>
internal static class DirectoryEndpoints
{
    // The chained ones narrow by what the role refers to.
    private static readonly string[] OfRoles = ["practitioner", "organization", "specialty", "role", "practitioner.name", "organization.address-city"];

    public static void MapDirectory(this FhirRoutes fhir)
    {
        fhir.Map(new("Practitioner", "read"), "/Practitioner/{id}", ReadPractitioner);
        fhir.Map(new("PractitionerRole", "read"), "/PractitionerRole/{id}", ReadRole);
        fhir.Map(new("Organization", "read"), "/Organization/{id}", ReadOrganization);
        fhir.Map(
            new("Practitioner", "search-type", [new("identifier", "token"), new("name", "string"), new("address-city", "string")]),
            "/Practitioner", SearchPractitioners);
        fhir.Map(
            new("PractitionerRole", "search-type",
                [new("practitioner", "reference"), new("organization", "reference"), new("specialty", "token"), new("role", "token")]),
            "/PractitionerRole", SearchRoles);
        fhir.Map(
            new("Organization", "search-type", [new("identifier", "token"), new("name", "string"), new("address-city", "string")]),
            "/Organization", SearchOrganizations);
    }

    private static IResult ReadPractitioner(string id, CurrentDirectory directory) => Read(directory.Now.FindPractitioner(id), PractitionerWriter.Write);

    private static IResult ReadRole(string id, CurrentDirectory directory) => Read(directory.Now.FindSituation(id), PractitionerRoleWriter.Write);

    private static IResult ReadOrganization(string id, CurrentDirectory directory) => Read(directory.Now.FindStructure(id), OrganizationWriter.Write);

    private static IResult Read<T>(T? found, Action<Utf8JsonWriter, T> write)
        where T : class =>
        found is null ? Refusals.Answer(DirectoryRefusals.Unknown) : FhirResults.Resource(json => write(json, found));

    private static IResult SearchPractitioners(HttpContext context, CurrentDirectory directory) =>
        DirectoryPages.Answer<Practitioner>(context, ["identifier", "name", "address-city"], (query, page) =>
            query["identifier"] is { } identifier ? Found(RppsOf(identifier) is { } number ? directory.Now.Find(number) : null)
            : DirectoryPages.IsNarrow(query["name"], query["address-city"]) ? directory.Now.Practitioners(new(query["name"], query["address-city"]), page)
            : DirectoryRefusals.SearchTooWide,
            practitioner => ($"Practitioner/{practitioner.Id}", json => PractitionerWriter.Write(json, practitioner)));

    private static IResult SearchRoles(HttpContext context, CurrentDirectory directory) =>
        DirectoryPages.Answer<Situation>(context, OfRoles, (query, page) =>
        {
            var (name, town) = (query["practitioner.name"], query["organization.address-city"]);
            return query["practitioner"] is { } practitioner ? All(directory.Now.FindPractitioner(IdOf(practitioner, "Practitioner"))?.Situations)
                : query["organization"] is { } organization ? directory.Now.SituationsIn(IdOf(organization, "Organization"), page)
                : DirectoryPages.IsNarrow(name, town) ? directory.Now.Situations(new(name, town, Code(query["specialty"] ?? query["role"])), page)
                : DirectoryRefusals.SearchTooWide;
        }, situation => ($"PractitionerRole/{situation.Id}", json => PractitionerRoleWriter.Write(json, situation)));

    private static IResult SearchOrganizations(HttpContext context, CurrentDirectory directory) =>
        DirectoryPages.Answer<Structure>(context, ["identifier", "name", "address-city"], (query, page) =>
            query["identifier"] is { } identifier ? Found(directory.Now.FindStructureByNationalId(NationalIdOf(identifier)))
            : DirectoryPages.IsNarrow(query["name"], query["address-city"]) ? directory.Now.Structures(new(query["name"], query["address-city"]), page)
            : DirectoryRefusals.SearchTooWide,
            structure => ($"Organization/{structure.Id}", json => OrganizationWriter.Write(json, structure)));

    private static Page<T> Found<T>(T? found)
        where T : class => found is null ? new([], 0) : new([found], 1);

    private static Page<Situation> All(ValueList<Situation>? situations) => new(situations ?? [], situations?.Count ?? 0);

    // An RPPS by its own system, or within the national identifier idNat_PS.
    private static Rpps? RppsOf(string token) =>
        Rpps.TryParse(Code(token), null, out var number) ? number
        : ProfessionalId.TryParse(Code(token), null, out var id) ? id.Rpps
        : null;

    private static string NationalIdOf(string token) => token.StartsWith(CodeSystems.Finess + "|", StringComparison.Ordinal) ? "1" + Code(token) : Code(token)!;

    private static string? Code(string? token) => token?[(token.LastIndexOf('|') + 1)..];

    private static string IdOf(string reference, string type) => reference.StartsWith(type + "/", StringComparison.Ordinal) ? reference[(type.Length + 1)..] : reference;
}
