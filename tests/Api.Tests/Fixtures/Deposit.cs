using System.Text;
using System.Text.Json.Nodes;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>A document on its way to a record (ITI-105), sound until a test changes one thing.</summary>
public sealed record Deposit(Person Person)
{
    public const string BloodTest = "11502-2";
    public const string Consultation = "11488-4";
    public const string PatientSummary = "DOCPAT01";

    private const string Loinc = "http://loinc.org";
    private const string FrenchTypes = "https://mos.esante.gouv.fr/NOS/TRE_A05-TypeDocComplementaire/FHIR/TRE-A05-TypeDocComplementaire";

    public string UniqueId { get; init; } = $"urn:uuid:{Guid.NewGuid()}";

    public string Type { get; init; } = BloodTest;

    public string Title { get; init; } = "Prise de sang";

    public string Media { get; init; } = "application/pdf";

    public byte[] Content { get; init; } = Encoding.ASCII.GetBytes("%PDF-1.7 fictive");

    /// <summary>The visibility it is deposited with, such as <c>MASQUE_PS</c>; normal where there is none.</summary>
    public string? Visibility { get; init; }

    /// <summary>The unique identifier of the document that it replaces.</summary>
    public string? Replaces { get; init; }

    public string Json => ToNode().ToJsonString();

    /// <summary>The resource, to be spoilt.</summary>
    public JsonObject ToNode()
    {
        var resource = new JsonObject
        {
            ["resourceType"] = "DocumentReference",
            ["contained"] = new JsonArray(new JsonObject
            {
                ["resourceType"] = "Practitioner", ["id"] = "author",
                ["identifier"] = new JsonArray(new JsonObject { ["system"] = "urn:oid:1.2.250.1.71.4.2.1", ["value"] = "899700900113" }),
            }),
            ["masterIdentifier"] = new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = UniqueId },
            ["status"] = "current",
            ["type"] = Coded(Type.Contains('-', StringComparison.Ordinal) ? Loinc : FrenchTypes, Type),
            ["subject"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = Person.System, ["value"] = Person.Matricule } },
            ["date"] = "2026-01-20T10:30:00+01:00",
            ["author"] = new JsonArray(new JsonObject { ["reference"] = "#author" }),
            ["content"] = new JsonArray(new JsonObject
            {
                ["attachment"] = new JsonObject
                {
                    ["contentType"] = Media, ["language"] = "fr-FR", ["title"] = Title, ["data"] = Convert.ToBase64String(Content),
                },
            }),
        };
        if (Visibility is not null)
        {
            resource["securityLabel"] = new JsonArray(Coded(MonEspaceSante.Fhir.Terminology.CodeSystems.Visibility, Visibility));
        }

        if (Replaces is not null)
        {
            resource["relatesTo"] = new JsonArray(new JsonObject
            {
                ["code"] = "replaces",
                ["target"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = Replaces } },
            });
        }

        return resource;
    }

    /// <summary>Deposits it; answers its logical id.</summary>
    public async Task<string> ByAsync(Visitor visitor) =>
        (await visitor.PostAsync("/fhir/DocumentReference", Json)).Is(System.Net.HttpStatusCode.Created).Json.GetProperty("id").GetString()!;

    private static JsonObject Coded(string system, string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };
}
