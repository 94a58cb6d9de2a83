using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>What a professional asks about: somebody, one of their documents, one of their measures; there or not.</summary>
public sealed record Secret(Person Person, string Document, string UniqueId, string Measure)
{
    /// <summary>The submission set of the document: one that comes alone is a set of one, whose identity follows from its own.</summary>
    public string Set => ResourceId.TryParse(Document, out var document)
        ? new ResourceId(document.Space, Ids.Of(document.Thing, "submission")).ToString()
        : throw new InvalidOperationException($"{Document} is no id.");

    /// <summary>Somebody of whom nothing of the kind is there.</summary>
    public static Secret Absent(Person person) => new(person, Id(person), $"urn:uuid:{Guid.NewGuid()}", Id(person));

    /// <summary>An id that nothing has.</summary>
    public static string Id(Person person) => $"{person.Space}{Guid.NewGuid():N}";
}

/// <summary>A request about a secret.</summary>
public sealed record SecrecyRequest(string Method, string Path, string? Body = null, string Media = "application/fhir+json");

/// <summary>What professionals ask of each route, to learn whether something is kept from them.</summary>
public static class SecrecyRequests
{
    private const string Posted = "/_search";

    private const string Archive = """
        {"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},
          {"name":"path","valueString":"DocumentReference.extension[0].value"},{"name":"value","valueBoolean":true}]}]}
        """;

    private static readonly string[] OfDocuments =
    [
        "", $"&type={Deposit.BloodTest}", "&status=current", "&_total=accurate&_count=1", "&_summary=count", "&_sort=-creation", "&_elements=status", "&type:not=x",
    ];

    /// <summary>Routes whose answers may differ, and why that tells nobody of a restriction.</summary>
    public static readonly Dictionary<string, string> Beside = new()
    {
        ["GET /openapi/v1.json"] = "Says nothing of anybody.",
        ["GET /fhir/metadata"] = "Says nothing of anybody.",
        ["POST /fhir/{type}/$validate"] = "Says nothing of anybody.",
        ["GET /fhir/Practitioner"] = "The directory holds no patients.",
        ["GET /fhir/Practitioner/{id}"] = "The directory holds no patients.",
        ["GET /fhir/PractitionerRole"] = "The directory holds no patients.",
        ["GET /fhir/PractitionerRole/{id}"] = "The directory holds no patients.",
        ["GET /fhir/Organization"] = "The directory holds no patients.",
        ["GET /fhir/Organization/{id}"] = "The directory holds no patients.",
        ["POST /api/v1/insurer/people"] = "For the insurer, which sees no record.",
        ["POST /api/v1/insurer/doubles"] = "For the insurer, which sees no record.",
        ["POST /api/v1/insurer/guardians"] = "For the insurer, which sees no record.",
        ["POST /api/v1/assistance/activation"] = "For counters, which see no record; whoever it is about, the agent is told the same.",
        ["POST /api/v1/assistance/activation/letter"] = "For counters, which see no record; whoever it is about, the agent is told the same.",
        ["GET /api/v1/support/alerts"] = "For the watch, which sees no record.",
        ["GET /api/v1/support/reports/"] = "For support, which sees no record.",
        ["GET /api/v1/support/reports/{id:guid}"] = "For support, which sees no record.",
        ["POST /api/v1/support/reports/{id:guid}/take"] = "For support, which sees no record.",
        ["POST /api/v1/support/reports/{id:guid}/answer"] = "For support, which sees no record.",
        ["POST /api/v1/support/reports/{id:guid}/close"] = "For support, which sees no record.",
        ["POST /fhir/Consent"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["GET /fhir/Consent"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["GET /fhir/Consent/{id}"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["PUT /fhir/Consent/{id}"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["GET /fhir/Patient/{id}"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["GET /fhir/Patient/{id}/$everything"] = "Professionals are refused whoever it is about, as the access matrix has it.",
        ["GET /fhir/Patient/{id}/$summary"] = "Names the person to who is let in. Who is blocked gets what who was never authorised does, which a test below compares.",
        ["GET /fhir/Patient"] = "TD0.2 tells whether an authorisation stands. To be blocked is to have none, which a test below compares.",
        ["GET /fhir/Schedule"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Schedule/{id}"] = "Agendas are of those who receive, not of records.",
        ["POST /fhir/Schedule"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Schedule/{id}/_history"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Schedule/{id}/_history/{version:int}"] = "Agendas are of those who receive, not of records.",
        ["PUT /fhir/Schedule"] = "Agendas are of those who receive, not of records.",
        ["PUT /fhir/Schedule/{id}"] = "Agendas are of those who receive, not of records.",
        ["DELETE /fhir/Schedule/{id}"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Slot"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Slot/{id}"] = "Agendas are of those who receive, not of records.",
        ["POST /fhir/Slot"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Slot/{id}/_history"] = "Agendas are of those who receive, not of records.",
        ["GET /fhir/Slot/{id}/_history/{version:int}"] = "Agendas are of those who receive, not of records.",
        ["PUT /fhir/Slot"] = "Agendas are of those who receive, not of records.",
        ["PUT /fhir/Slot/{id}"] = "Agendas are of those who receive, not of records.",
        ["DELETE /fhir/Slot/{id}"] = "Agendas are of those who receive, not of records.",
        ["POST /fhir/Observation"] = "Who may not come in may not write either, and a write cannot pretend to be done. It is told to who was never authorised too.",
        ["PUT /fhir/Observation"] = "As for a creation.",
        ["POST /oauth/token"] = "Says who acts, nothing of anybody's record.",
        ["POST /oauth/introspect"] = "Says who acts, nothing of anybody's record.",
        ["POST /oauth/revoke"] = "Says who acts, nothing of anybody's record.",
        ["GET /.well-known/smart-configuration"] = "Says nothing of anybody.",
        ["GET /api/v1/professional/notices"] = "Told when it happened; who is blocked then is told nothing, which a test compares.",
        ["PUT /api/v1/professional/notices/read"] = "The professional's own book.",
        ["POST /api/v1/professional/consents"] = "As for a creation. Who is blocked gets what who was never authorised does, which a test compares.",
    };

    /// <summary>The other routes.</summary>
    public static readonly Dictionary<string, Func<Secret, IEnumerable<SecrecyRequest>>> ByRoute = new()
    {
        ["GET /fhir/DocumentReference"] = about =>
        [
            .. OfDocuments.Select(filter => Get($"DocumentReference?patient.identifier={about.Person.Token}{filter}")),
            Get($"DocumentReference?patient.identifier={about.Person.Token}&identifier={about.UniqueId}"),
            Get($"DocumentReference?patient.identifier={about.Person.Token}&_id={about.Document}"),
        ],
        ["GET /fhir/DocumentReference/{id}"] = about => [Get($"DocumentReference/{about.Document}")],
        ["GET /fhir/DocumentReference/{id}/_history"] = about => [Get($"DocumentReference/{about.Document}/_history")],
        ["GET /fhir/DocumentReference/{id}/_history/{version:int}"] = about => [Get($"DocumentReference/{about.Document}/_history/1")],
        ["PATCH /fhir/DocumentReference/{id}"] = about => [new("PATCH", $"/fhir/DocumentReference/{about.Document}", Archive)],
        ["PATCH /fhir/DocumentReference"] = about =>
            [new("PATCH", $"/fhir/DocumentReference?patient.identifier={about.Person.Token}&identifier=urn:ietf:rfc:3986%7C{about.UniqueId}", Archive)],
        ["GET /fhir/Binary/{id}"] = about => [Get($"Binary/{about.Document}")],
        ["GET /fhir/List"] = about =>
        [
            Get($"List?patient.identifier={about.Person.Token}"), Get($"List?patient.identifier={about.Person.Token}&_total=accurate&_count=1"),
            Get($"List?patient.identifier={about.Person.Token}&_include=List:item"), Get($"List?patient.identifier={about.Person.Token}&_id={about.Set}"),
        ],
        ["GET /fhir/List/{id}"] = about => [Get($"List/{about.Set}")],
        ["GET /fhir/Observation"] = about =>
        [
            Get($"Observation?patient.identifier={about.Person.Token}"), Get($"Observation?patient.identifier={about.Person.Token}&_total=accurate"),
            Get($"Observation?patient.identifier={about.Person.Token}&_id={about.Measure}"),
        ],
        ["GET /fhir/Observation/$lastn"] = about => [Get($"Observation/$lastn?patient.identifier={about.Person.Token}&category=vital-signs")],
        ["GET /fhir/Observation/{id}"] = about => [Get($"Observation/{about.Measure}")],
        ["GET /fhir/Observation/{id}/_history"] = about => [Get($"Observation/{about.Measure}/_history")],
        ["GET /fhir/Observation/{id}/_history/{version:int}"] = about => [Get($"Observation/{about.Measure}/_history/1")],
        ["DELETE /fhir/Observation/{id}"] = about => [new("DELETE", $"/fhir/Observation/{about.Measure}")],
        ["PUT /fhir/Observation/{id}"] = about => [new("PUT", $"/fhir/Observation/{about.Measure}", Changed(about))],
        ["GET /fhir/AuditEvent"] = about => [Get($"AuditEvent?patient={about.Person.Space}")],

        // The name of a document that the depositor cannot see is free for them, and nothing that they cannot see can be replaced.
        ["POST /fhir/DocumentReference"] = about =>
        [
            Post("DocumentReference", new Deposit(about.Person) { Replaces = about.UniqueId }.Json),
            Post("DocumentReference", new Deposit(about.Person) { UniqueId = about.UniqueId }.Json),
        ],
        ["POST /fhir/"] = about => [Post("", new Submission(about.Person, new Deposit(about.Person) { Replaces = about.UniqueId }).Json)],
    };

    /// <summary>What is asked of <paramref name="route"/>; a search by POST asks what the one by GET does. Nothing where nobody has written it down.</summary>
    public static IEnumerable<SecrecyRequest>? Of(string route, Secret about)
    {
        if (ByRoute.TryGetValue(route, out var requests))
        {
            return requests(about);
        }

        var searched = route.EndsWith(Posted, StringComparison.Ordinal) ? $"GET{route["POST".Length..^Posted.Length]}" : route;
        return Beside.ContainsKey(searched) ? []
            : searched != route && ByRoute.TryGetValue(searched, out var searches) ? searches(about).Select(AsForm)
            : null;
    }

    private static SecrecyRequest AsForm(SecrecyRequest search) =>
        new("POST", search.Path.Split('?')[0] + Posted, search.Path.Split('?')[1], "application/x-www-form-urlencoded");

    private static SecrecyRequest Get(string path) => new("GET", $"/fhir/{path}");

    private static SecrecyRequest Post(string path, string body) => new("POST", $"/fhir/{path}".TrimEnd('/'), body);

    private static string Changed(Secret about)
    {
        var measure = new Measure(about.Person) { Value = "71" }.ToNode();
        measure["id"] = about.Measure;
        return measure.ToJsonString();
    }
}
