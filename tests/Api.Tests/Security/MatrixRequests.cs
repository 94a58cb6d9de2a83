using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>A request that every caller of the matrix makes: about whose space and what in it.</summary>
public sealed record MatrixRequest(string Path, string Space = "-", string Object = "-", Func<string>? Body = null, bool Endless = false);

/// <summary>What is asked of each route: of routes that name a space, both; of those that name an object, one that exists, one that is hidden and none.</summary>
public static class MatrixRequests
{
    private const string Archive = """
        {"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"replace"},
          {"name":"path","valueString":"DocumentReference.extension[0].value"},{"name":"value","valueBoolean":true}]}]}
        """;

    private const string NobodyBegan = "00000000000000000000000000000000";
    private const string NoAgenda = NobodyBegan + NobodyBegan;
    private const string Schedule = """{"resourceType":"Schedule","actor":[{"display":"Consultation"}]}""";
    private const string Slot =
        """{"resourceType":"Slot","schedule":{"display":"Consultation"},"status":"free","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T09:20:00+01:00"}""";

    public static readonly Dictionary<string, Func<MatrixWorld, IEnumerable<MatrixRequest>>> ByRoute = new()
    {
        ["GET /"] = _ => [new("/")],
        ["GET /health/live"] = _ => [new("/health/live")],
        ["GET /health/ready"] = _ => [new("/health/ready")],
        ["GET /openapi/v1.json"] = _ => [new("/openapi/v1.json")],
        ["GET /fhir/metadata"] = _ => [new("/fhir/metadata")],
        ["GET /fhir/Patient"] = world => Spaces(world, space => $"/fhir/Patient?identifier={space.Person.Token}"),
        ["POST /fhir/DocumentReference"] = world => Spaces(
            world, _ => "/fhir/DocumentReference", space => () => new Deposit(space.Person) { Type = Deposit.PatientSummary }.Json),
        ["POST /fhir/"] = world => Spaces(
            world, _ => "/fhir", space => () => new Submission(space.Person, new Deposit(space.Person) { Type = Deposit.PatientSummary }).Json),
        ["GET /fhir/DocumentReference"] = world => Documents(
            world, (space, document) => $"/fhir/DocumentReference?patient.identifier={space.Person.Token}&identifier={document.UniqueId}"),
        ["GET /fhir/DocumentReference/{id}"] = world => Documents(world, (_, document) => $"/fhir/DocumentReference/{document.Id}"),
        ["GET /fhir/DocumentReference/{id}/_history"] = world => Documents(world, (_, document) => $"/fhir/DocumentReference/{document.Id}/_history"),
        ["GET /fhir/DocumentReference/{id}/_history/{version:int}"] = world => Documents(world, (_, document) => $"/fhir/DocumentReference/{document.Id}/_history/1"),
        ["PATCH /fhir/DocumentReference/{id}"] = world => Documents(world, (_, document) => $"/fhir/DocumentReference/{document.Id}", _ => Archive),
        ["PATCH /fhir/DocumentReference"] = world => Documents(
            world, (space, document) => $"/fhir/DocumentReference?patient.identifier={space.Person.Token}&identifier=urn:ietf:rfc:3986%7C{document.UniqueId}", _ => Archive),
        ["GET /fhir/List"] = world => Spaces(world, space => $"/fhir/List?patient.identifier={space.Person.Token}"),
        ["GET /fhir/List/{id}"] = world => Things(world, id => $"/fhir/List/{id}", SetOf, world.Own.Absent.Id),
        ["GET /fhir/Binary/{id}"] = world => Documents(world, (_, document) => $"/fhir/Binary/{document.Id}"),
        ["POST /fhir/Observation"] = world => Spaces(world, _ => "/fhir/Observation", space => () => new Measure(space.Person).Json),
        ["PUT /fhir/Observation"] = world => Spaces(
            world, _ => "/fhir/Observation?identifier=matrix", space => () => new Measure(space.Person) { Identifier = "matrix" }.Json),
        ["GET /fhir/Observation"] = world => Spaces(world, space => $"/fhir/Observation?patient.identifier={space.Person.Token}&_id={space.Measure}"),
        ["GET /fhir/Observation/{id}"] = world => Things(world, id => $"/fhir/Observation/{id}", space => space.Measure, world.Own.Absent.Id),
        ["PUT /fhir/Observation/{id}"] = world => Measures(world, id => $"/fhir/Observation/{id}", space => space.Measure, changed: true),
        ["DELETE /fhir/Observation/{id}"] = world => Measures(world, id => $"/fhir/Observation/{id}", space => space.SpareMeasure),
        ["GET /fhir/Observation/{id}/_history"] = world => Measures(world, id => $"/fhir/Observation/{id}/_history", space => space.Measure),
        ["GET /fhir/Observation/{id}/_history/{version:int}"] = world => Measures(world, id => $"/fhir/Observation/{id}/_history/1", space => space.Measure),
        ["GET /fhir/Observation/$lastn"] = world => Spaces(
            world, space => $"/fhir/Observation/$lastn?patient.identifier={space.Person.Token}&_id={space.Measure}"),
        ["GET /fhir/Patient/{id}"] = world => Spaces(world, space => $"/fhir/Patient/{space.Person.Space}"),
        ["GET /fhir/Patient/{id}/$everything"] = world => Spaces(world, space => $"/fhir/Patient/{space.Person.Space}/$everything"),
        ["GET /fhir/Patient/{id}/$summary"] = world => Spaces(world, space => $"/fhir/Patient/{space.Person.Space}/$summary"),
        ["GET /api/v1/measures/{kind}/statistics"] = _ => [new("/api/v1/measures/body-weight/statistics")],
        ["POST /fhir/Schedule"] = _ => [new("/fhir/Schedule", Body: () => Schedule)],
        ["GET /fhir/Schedule"] = _ => [new($"/fhir/Schedule?_id={NoAgenda}")],
        ["GET /fhir/Schedule/{id}"] = _ => [new($"/fhir/Schedule/{NoAgenda}", "-", "absent")],
        ["GET /fhir/Schedule/{id}/_history"] = _ => [new($"/fhir/Schedule/{NoAgenda}/_history", "-", "absent")],
        ["GET /fhir/Schedule/{id}/_history/{version:int}"] = _ => [new($"/fhir/Schedule/{NoAgenda}/_history/1", "-", "absent")],
        ["PUT /fhir/Schedule"] = _ => [new("/fhir/Schedule?identifier=matrix", Body: () => Schedule)],
        ["PUT /fhir/Schedule/{id}"] = _ => [new($"/fhir/Schedule/{NoAgenda}", "-", "absent", () => Identified(Schedule))],
        ["DELETE /fhir/Schedule/{id}"] = _ => [new($"/fhir/Schedule/{NoAgenda}", "-", "absent")],
        ["POST /fhir/Slot"] = _ => [new("/fhir/Slot", Body: () => Slot)],
        ["GET /fhir/Slot"] = _ => [new($"/fhir/Slot?_id={NoAgenda}")],
        ["GET /fhir/Slot/{id}"] = _ => [new($"/fhir/Slot/{NoAgenda}", "-", "absent")],
        ["GET /fhir/Slot/{id}/_history"] = _ => [new($"/fhir/Slot/{NoAgenda}/_history", "-", "absent")],
        ["GET /fhir/Slot/{id}/_history/{version:int}"] = _ => [new($"/fhir/Slot/{NoAgenda}/_history/1", "-", "absent")],
        ["PUT /fhir/Slot"] = _ => [new("/fhir/Slot?identifier=matrix", Body: () => Slot)],
        ["PUT /fhir/Slot/{id}"] = _ => [new($"/fhir/Slot/{NoAgenda}", "-", "absent", () => Identified(Slot))],
        ["DELETE /fhir/Slot/{id}"] = _ => [new($"/fhir/Slot/{NoAgenda}", "-", "absent")],
        ["GET /fhir/Consent"] = world => Spaces(world, space => $"/fhir/Consent?patient={space.Person.Space}"),
        ["POST /fhir/Consent"] = _ => [new("/fhir/Consent", Body: () => Consents.About(actor: Elsewhere))],
        ["GET /fhir/Consent/{id}"] = world => Things(world, id => $"/fhir/Consent/{id}", BlockOf, world.Own.Absent.Id),
        ["PUT /fhir/Consent/{id}"] = world => Named(world).Select(space => new MatrixRequest(
            $"/fhir/Consent/{BlockOf(space.Value)}", space.Name, "exists", () => Consents.About(permits: false, Shut, BlockOf(space.Value)))),
        ["GET /fhir/AuditEvent"] = world => Spaces(world, space => $"/fhir/AuditEvent?patient={space.Person.Space}"),
        ["POST /fhir/{type}/$validate"] = _ => [new("/fhir/Basic/$validate", Body: () => """{"resourceType":"Basic","code":{"text":"x"}}""")],
        ["POST /api/v1/activation/start"] = world => Spaces(world, _ => "/api/v1/activation/start", space => () => Accounts.Traits(space.Person)),
        ["POST /api/v1/activation/verify"] = _ => [new("/api/v1/activation/verify", Body: Code)],
        ["POST /api/v1/activation/complete"] = _ => [new("/api/v1/activation/complete", Body: () =>
            Accounts.Completion(NobodyBegan, "personne.de.la.matrice", "Tilleul-en-fleur-84"))],
        ["POST /api/v1/assistance/activation"] = world => Spaces(
            world, _ => "/api/v1/assistance/activation", space => () => Accounts.Traits(space.Person)[..^1] + ""","agent":"Claude"}"""),
        ["POST /api/v1/assistance/activation/letter"] = _ =>
            [new("/api/v1/assistance/activation/letter", Body: () => $$"""{"attempt":"{{NobodyBegan}}","agent":"Claude"}""")],
        ["POST /api/v1/activation/code"] = _ => [new("/api/v1/activation/code", Body: () => $$"""{"attempt":"{{NobodyBegan}}","channel":"letter"}""")],
        ["POST /api/v1/activation/contact"] = _ => [new("/api/v1/activation/contact", Body: () => $$"""{"attempt":"{{NobodyBegan}}","email":"x@example.org"}""")],
        ["POST /api/v1/activation/contact/verify"] = _ => [new("/api/v1/activation/contact/verify", Body: Code)],
        ["POST /api/v1/activation/login"] = _ => [new("/api/v1/activation/login", Body: () => $$"""{"attempt":"{{NobodyBegan}}","login":"personne.de.la.matrice"}""")],
        ["POST /api/v1/opposition"] = _ => [new("/api/v1/opposition", Body: Code)],
        ["POST /api/v1/opposition/receipt"] = _ => [new("/api/v1/opposition/receipt", Body: Attempt)],
        ["POST /api/v1/opposition/receipt/paper"] = _ => [new("/api/v1/opposition/receipt/paper", Body: Attempt)],
        ["POST /api/v1/opposition/lift"] = _ => [new("/api/v1/opposition/lift", Body: Attempt)],
        ["GET /api/v1/account/life"] = _ => [new("/api/v1/account/life")],

        // The owner's space must stay open for the other lines: they say too little to close it.
        ["POST /api/v1/account/closing"] = _ => [new("/api/v1/account/closing", Body: () => "{}")],
        ["DELETE /api/v1/account/closing"] = _ => [new("/api/v1/account/closing")],
        ["POST /api/v1/account/closing/deletion"] = _ => [new("/api/v1/account/closing/deletion")],
        ["DELETE /api/v1/account/closing/deletion"] = _ => [new("/api/v1/account/closing/deletion")],
        ["GET /api/v1/account/closing/receipt"] = _ => [new("/api/v1/account/closing/receipt")],
        ["GET /api/v1/erasures/{number}"] = _ => [new("/api/v1/erasures/0123456789ABCDEF", "-", "absent")],
        ["GET /api/v1/erasures/{number}/paper"] = _ => [new("/api/v1/erasures/0123456789ABCDEF/paper", "-", "absent")],
        ["POST /api/v1/account/suspension/objection"] = _ => [new("/api/v1/account/suspension/objection")],
        ["POST /api/v1/account/exports"] = _ => [new("/api/v1/account/exports")],
        ["GET /api/v1/account/exports"] = _ => [new("/api/v1/account/exports")],
        ["GET /api/v1/account/exports/{id:guid}"] = _ => [new($"/api/v1/account/exports/{Guid.NewGuid()}", "-", "absent")],
        ["GET /api/v1/account/exports/{id:guid}/archive"] = _ => [new($"/api/v1/account/exports/{Guid.NewGuid()}/archive", "-", "absent")],
        ["POST /api/v1/session"] = _ => [new("/api/v1/session", Body: () => """{"login":"personne.de.la.matrice","password":"Tilleul-en-fleur-84"}""")],
        ["POST /api/v1/session/otp"] = _ => [new("/api/v1/session/otp", Body: Code)],
        ["DELETE /api/v1/session"] = _ => [new("/api/v1/session")],
        ["GET /api/v1/session"] = _ => [new("/api/v1/session")],
        ["POST /api/v1/session/proof"] = _ => [new("/api/v1/session/proof", Body: () => """{"password":"Tilleul-en-fleur-84"}""")],
        ["POST /api/v1/session/proof/code"] = _ => [new("/api/v1/session/proof/code", Body: () => """{"channel":"email"}""")],
        ["POST /api/v1/session/otp/send"] = _ => [new("/api/v1/session/otp/send", Body: () => """{"attempt":"","channel":"phone"}""")],
        ["GET /api/v1/account"] = _ => [new("/api/v1/account")],
        ["PUT /api/v1/account/password"] = _ => [new("/api/v1/account/password", Body: () => """{"password":"court"}""")],
        ["POST /api/v1/account/contacts"] = _ => [new("/api/v1/account/contacts", Body: () => """{"kind":"phone","value":"01"}""")],
        ["POST /api/v1/account/contacts/verify"] = _ => [new("/api/v1/account/contacts/verify", Body: Code)],
        ["POST /api/v1/account/authenticator"] = _ => [new("/api/v1/account/authenticator")],
        ["POST /api/v1/account/authenticator/confirm"] = _ => [new("/api/v1/account/authenticator/confirm", Body: () => """{"code":"wrong"}""")],
        ["DELETE /api/v1/account/authenticator"] = _ => [new("/api/v1/account/authenticator")],
        ["POST /api/v1/account/recovery-codes"] = _ => [new("/api/v1/account/recovery-codes")],
        ["POST /api/v1/account/recovery/start"] = _ => [new("/api/v1/account/recovery/start", Body: () => $$"""{"attempt":"{{NobodyBegan}}"}""")],
        ["POST /api/v1/account/recovery/complete"] = _ => [new("/api/v1/account/recovery/complete", Body: () =>
            $$"""{"attempt":"{{NobodyBegan}}","code":"123456","password":"Tilleul-en-fleur-84"}""")],
        ["DELETE /api/v1/account/passkeys/{id}"] = _ => [new("/api/v1/account/passkeys/AQID", "-", "absent")],
        ["POST /api/v1/passkeys/register/options"] = _ => [new("/api/v1/passkeys/register/options")],
        ["POST /api/v1/passkeys/register"] = _ => [new("/api/v1/passkeys/register", Body: NoPasskey)],
        ["POST /api/v1/passkeys/proof/options"] = _ => [new("/api/v1/passkeys/proof/options")],
        ["POST /api/v1/passkeys/sign-in/options"] = _ => [new("/api/v1/passkeys/sign-in/options", Body: () => "{}")],
        ["POST /api/v1/passkeys/sign-in"] = _ => [new("/api/v1/passkeys/sign-in", Body: NoPasskey)],
        ["GET /api/v1/proxies"] = _ => [new("/api/v1/proxies")],
        ["POST /api/v1/proxies/carers"] = world => [new("/api/v1/proxies/carers", Body: () => Carer(world))],
        ["PUT /api/v1/proxies/carers/{carer}"] = _ => [new($"/api/v1/proxies/carers/{NobodyBegan}", "-", "absent", () => """{"until":"2027-01-01"}""")],
        ["DELETE /api/v1/proxies/carers/{carer}"] = _ => [new($"/api/v1/proxies/carers/{NobodyBegan}", "-", "absent")],
        ["GET /api/v1/proxies/carers/{carer}/attestation"] = _ => [new($"/api/v1/proxies/carers/{NobodyBegan}/attestation", "-", "absent")],
        ["POST /api/v1/proxies/representatives"] = world => [new("/api/v1/proxies/representatives", Body: () => Carer(world))],
        ["DELETE /api/v1/proxies/invitations/{id:guid}"] = _ => [new($"/api/v1/proxies/invitations/{Guid.NewGuid()}", "-", "absent")],
        ["GET /api/v1/proxies/people"] = _ => [new("/api/v1/proxies/people")],
        ["POST /api/v1/proxies/people/{space}/invitations/{id:guid}/accept"] = world =>
            Spaces(world, space => $"/api/v1/proxies/people/{space.Person.Space}/invitations/{Guid.NewGuid()}/accept"),
        ["POST /api/v1/proxies/people/{space}/invitations/{id:guid}/refuse"] = world =>
            Spaces(world, space => $"/api/v1/proxies/people/{space.Person.Space}/invitations/{Guid.NewGuid()}/refuse"),
        ["GET /api/v1/proxies/people/{space}/attestation"] = world => Spaces(world, space => $"/api/v1/proxies/people/{space.Person.Space}/attestation"),
        ["DELETE /api/v1/proxies/people/{space}"] = world => Spaces(world, space => $"/api/v1/proxies/people/{space.Person.Space}"),
        ["GET /api/v1/proxies/children"] = _ => [new("/api/v1/proxies/children")],
        ["POST /api/v1/proxies/children"] = _ => [new("/api/v1/proxies/children", Body: () =>
            $$"""{"children":["{{NobodyBegan}}"],"certifiedOnHonour":true,"hideNewDocuments":false,"regulationCentre":true,"breakGlass":true,"hiddenInEmergency":false}""")],
        ["GET /api/v1/account/devices"] = _ => [new("/api/v1/account/devices")],
        ["DELETE /api/v1/account/devices"] = _ => [new("/api/v1/account/devices?keep=current")],
        ["DELETE /api/v1/account/devices/{id:guid}"] = _ => [new($"/api/v1/account/devices/{Guid.NewGuid()}", "-", "absent")],
        ["GET /api/v1/privacy"] = _ => [new("/api/v1/privacy")],
        ["PUT /api/v1/privacy/choices"] = _ => [new("/api/v1/privacy/choices", Body: () =>
            """{"hideNewDocuments":false,"regulationCentre":true,"breakGlass":true,"hiddenInEmergency":false}""")],
        ["POST /api/v1/privacy/authorisations"] = _ => [new("/api/v1/privacy/authorisations", Body: Structure)],
        ["POST /api/v1/privacy/authorisations/withdraw"] = _ => [new("/api/v1/privacy/authorisations/withdraw", Body: Structure)],
        ["POST /api/v1/privacy/blocks"] = _ => [new("/api/v1/privacy/blocks", Body: Structure)],
        ["DELETE /api/v1/privacy/blocks/{id:guid}"] = world => Things(world, id => $"/api/v1/privacy/blocks/{id}", space => space.Block, $"{Guid.NewGuid()}"),
        ["POST /api/v1/privacy/hidden-documents"] = world =>
            from space in Named(world)
            from document in new[] { ("exists", space.Value.Spare), ("hidden", space.Value.Hidden), ("absent", space.Value.Absent) }
            select new MatrixRequest("/api/v1/privacy/hidden-documents", space.Name, document.Item1, () => $$"""{"document":"{{document.Item2.Id}}"}"""),
        ["DELETE /api/v1/privacy/hidden-documents/{id}"] = world =>
            Things(world, id => $"/api/v1/privacy/hidden-documents/{id}", space => space.Spare.Id, world.Own.Absent.Id),
        ["POST /api/v1/privacy/roles"] = _ => [new("/api/v1/privacy/roles", Body: Role)],
        ["POST /api/v1/privacy/roles/end"] = _ => [new("/api/v1/privacy/roles/end", Body: Role)],
        ["POST /api/v1/privacy/objections"] = _ => [new("/api/v1/privacy/objections", Body: () =>
            """{"structure":"1990000085","ground":"Cette structure m’a causé un tort."}""")],
        ["POST /api/v1/privacy/objections/lift"] = _ => [new("/api/v1/privacy/objections/lift", Body: Structure)],
        ["POST /api/v1/professional/consents"] = world => Spaces(world, _ => "/api/v1/professional/consents", space => () =>
            $$"""{"system":"{{space.Person.System}}","matricule":"{{space.Person.Matricule}}","colleague":"{{DevelopmentPeople.Nurse.Rpps}}"}"""),
        ["GET /api/v1/professional/notices"] = _ => [new("/api/v1/professional/notices")],
        ["PUT /api/v1/professional/notices/read"] = _ => [new("/api/v1/professional/notices/read", Body: () => """{"upTo":1}""")],
        ["GET /api/v1/history"] = _ => [new("/api/v1/history")],
        ["GET /api/v1/history/key"] = _ => [new("/api/v1/history/key")],
        ["GET /api/v1/history/proof"] = _ => [new("/api/v1/history/proof")],
        ["GET /api/v1/history/receipt"] = _ => [new("/api/v1/history/receipt")],
        ["GET /api/v1/history/{entry:guid}/why"] = world => Things(world, id => $"/api/v1/history/{id}/why", space => space.Entry, $"{Guid.NewGuid()}"),
        ["POST /api/v1/simulate"] = world =>
            from space in Named(world)
            from document in new[] { ("exists", space.Value.Visible), ("hidden", space.Value.Hidden), ("absent", space.Value.Absent) }
            select new MatrixRequest("/api/v1/simulate", space.Name, document.Item1, () => $$"""{"profession":"10","hide":"{{document.Item2.Id}}"}"""),
        ["GET /api/v1/notifications"] = _ => [new("/api/v1/notifications")],
        ["GET /api/v1/notifications/live"] = _ => [new("/api/v1/notifications/live", Endless: true)],
        ["PUT /api/v1/notifications/read"] = _ => [new("/api/v1/notifications/read", Body: () => """{"upTo":1}""")],
        ["PUT /api/v1/notifications/preferences"] = _ => [new("/api/v1/notifications/preferences", Body: () => """{"muted":["document-added"]}""")],
        ["GET /api/v1/reports"] = _ => [new("/api/v1/reports")],
        ["POST /api/v1/reports"] = world => Documents(
            world, (_, _) => "/api/v1/reports", document => $$"""{"subject":"document","reference":"{{document.Id}}","text":"Ce document n’est pas à moi."}"""),
        ["POST /api/v1/reports/{id:guid}/withdraw"] = world => Things(
            world, id => $"/api/v1/reports/{id}/withdraw", space => space.Report, $"{Guid.NewGuid()}"),
        ["GET /api/v1/support/alerts"] = _ => [new("/api/v1/support/alerts")],
        ["GET /api/v1/support/reports/"] = _ => [new("/api/v1/support/reports")],
        ["GET /api/v1/support/reports/{id:guid}"] = world => Handled(world, ""),
        ["POST /api/v1/support/reports/{id:guid}/take"] = world => Handled(world, "/take"),
        ["POST /api/v1/support/reports/{id:guid}/answer"] = world => Handled(world, "/answer", () => """{"text":"Nous avons vérifié."}"""),
        ["POST /api/v1/support/reports/{id:guid}/close"] = world => Handled(world, "/close"),
        ["POST /api/v1/insurer/doubles"] = _ => [new("/api/v1/insurer/doubles", Body: () =>
            $$"""{"matricule":"{{Population.InsOf(38_998).Matricule}}","double":"{{Population.InsOf(38_999).Matricule}}"}""")],
        ["POST /api/v1/insurer/guardians"] = _ => [new("/api/v1/insurer/guardians", Body: () =>
            $$"""{"matricule":"180059960012349","guardian":"{{Population.InsOf(38_999).Matricule}}"}""")],
        ["POST /api/v1/insurer/people"] = _ => [new("/api/v1/insurer/people", Body: () =>
            """{"matricule":"180059960012349","birthName":"ORÉE","givenNames":"Zoé","birthDate":"1980-05-17","sex":"F","birthPlace":"99600"}""")],
        ["GET /fhir/Practitioner"] = _ => [new("/fhir/Practitioner?name=generaliste")],
        ["GET /fhir/Practitioner/{id}"] = world => [new($"/fhir/Practitioner/{world.Gp.Id}", "-", "exists"), new("/fhir/Practitioner/0000000000000000", "-", "absent")],
        ["GET /fhir/PractitionerRole"] = _ => [new("/fhir/PractitionerRole?practitioner.name=generaliste")],
        ["GET /fhir/PractitionerRole/{id}"] = world =>
            [new($"/fhir/PractitionerRole/{world.Gp.Situations[0].Id}", "-", "exists"), new("/fhir/PractitionerRole/0000000000000000-1", "-", "absent")],
        ["GET /fhir/Organization"] = _ => [new("/fhir/Organization?name=cabinet")],
        ["GET /fhir/Organization/{id}"] = world =>
            [new($"/fhir/Organization/{world.Gp.Situations[0].Structure!.Id}", "-", "exists"), new("/fhir/Organization/0000000000000000", "-", "absent")],
        ["POST /api/v1/federation/activation/start"] = _ => [new("/api/v1/federation/activation/start")],
        ["POST /api/v1/federation/activation/verify"] = world => Spaces(world, _ => "/api/v1/federation/activation/verify", space => () =>
            $$"""{"attempt":"{{NobodyBegan}}","code":"x","state":"x","matricule":"{{space.Person.Matricule}}","cardSerial":"{{space.Person.Sheet.CardSerial}}"}"""),
        ["POST /api/v1/federation/session/start"] = _ => [new("/api/v1/federation/session/start")],
        ["POST /api/v1/federation/session"] = _ => [new("/api/v1/federation/session", Body: () => $$"""{"attempt":"{{NobodyBegan}}","code":"x","state":"x"}""")],
        ["GET /api/v1/federation/link"] = _ => [new("/api/v1/federation/link")],
        ["POST /api/v1/federation/link/start"] = _ => [new("/api/v1/federation/link/start")],
        ["POST /api/v1/federation/link"] = _ => [new("/api/v1/federation/link", Body: () => $$"""{"attempt":"{{NobodyBegan}}","code":"x","state":"x"}""")],
        ["DELETE /api/v1/federation/link"] = _ => [new("/api/v1/federation/link")],
        ["POST /api/v1/professional/session/start"] = _ => [new("/api/v1/professional/session/start")],
        ["POST /api/v1/professional/session/exercises"] = _ =>
            [new("/api/v1/professional/session/exercises", Body: () => $$"""{"attempt":"{{NobodyBegan}}","code":"x","state":"x"}""")],
        ["POST /api/v1/professional/session"] = _ => [new("/api/v1/professional/session", Body: () => $$"""{"attempt":"{{NobodyBegan}}","exercise":0}""")],
        ["GET /api/v1/professional/session"] = _ => [new("/api/v1/professional/session")],
        ["DELETE /api/v1/professional/session"] = _ => [new("/api/v1/professional/session")],
        ["POST /oauth/token"] = _ => [new("/oauth/token")],
        ["POST /oauth/introspect"] = _ => [new("/oauth/introspect")],
        ["POST /oauth/revoke"] = _ => [new("/oauth/revoke")],
        ["GET /.well-known/smart-configuration"] = _ => [new("/.well-known/smart-configuration")],
    };

    /// <summary>What is asked of <paramref name="route"/>; nothing where nobody has written it down. A search by POST asks what the one by GET does.</summary>
    public static IEnumerable<MatrixRequest>? Of(string route, MatrixWorld world)
    {
        const string Posted = "/_search";
        if (ByRoute.TryGetValue(route, out var requests))
        {
            return requests(world);
        }

        // Development providers know nobody here: each of their doors is asked without anything.
        if (route.Split(' ')[1] is var path && path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return [new(path)];
        }

        return route.EndsWith(Posted, StringComparison.Ordinal) && ByRoute.TryGetValue($"GET{route["POST".Length..^Posted.Length]}", out var searches)
            ? searches(world).Select(search => search with { Path = search.Path.Split('?')[0] + Posted, Body = () => search.Path.Split('?')[1] })
            : null;
    }

    private static string NoPasskey() => $$"""{"credential":{},"ceremony":"{{NobodyBegan}}"}""";

    private static string Elsewhere => """{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"1990000093"}}""";

    private static string Shut => """{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"1990000051"}}""";

    // A block is a consent of the same identity.
    private static string BlockOf(MatrixSpace space) => $"{space.Person.Space}{Guid.Parse(space.Consent):N}";

    private static string Identified(string resource) => resource.Insert(1, $"\"id\":\"{NoAgenda}\",");

    // A document that comes alone is a set of one, whose identity follows from its own.
    private static string SetOf(MatrixSpace space)
    {
        Assert.True(ResourceId.TryParse(space.Visible.Id, out var document));
        return new ResourceId(document.Space, Ids.Of(document.Thing, "submission")).ToString();
    }

    private static IEnumerable<MatrixRequest> Measures(MatrixWorld world, Func<string, string> path, Func<MatrixSpace, string> id, bool changed = false) =>
        Named(world).Select(space => new MatrixRequest(path(id(space.Value)), space.Name, "exists", changed ? () => Changed(space.Value, id(space.Value)) : null));

    private static string Changed(MatrixSpace space, string id)
    {
        var measure = new Measure(space.Person) { Value = "71" }.ToNode();
        measure["id"] = id;
        return measure.ToJsonString();
    }

    private static IEnumerable<MatrixRequest> Spaces(MatrixWorld world, Func<MatrixSpace, string> path, Func<MatrixSpace, Func<string>>? body = null) =>
        Named(world).Select(space => new MatrixRequest(path(space.Value), space.Name, "-", body?.Invoke(space.Value)));

    private static IEnumerable<MatrixRequest> Documents(
        MatrixWorld world, Func<MatrixSpace, MatrixDocument, string> path, Func<MatrixDocument, string>? body = null) =>
        from space in Named(world)
        from document in new[] { ("exists", space.Value.Visible), ("hidden", space.Value.Hidden), ("absent", space.Value.Absent) }
        select new MatrixRequest(path(space.Value, document.Item2), space.Name, document.Item1, body is null ? null : () => body(document.Item2));

    // A report of the one citizen or of the other: to support it is the same.
    private static IEnumerable<MatrixRequest> Handled(MatrixWorld world, string act, Func<string>? body = null) =>
        Things(world, id => $"/api/v1/support/reports/{id}{act}", space => space.Handled, $"{Guid.NewGuid()}").Select(request => request with { Body = body });

    private static IEnumerable<MatrixRequest> Things(MatrixWorld world, Func<string, string> path, Func<MatrixSpace, string> id, string absent) =>
        Named(world).Select(space => new MatrixRequest(path(id(space.Value)), space.Name, "exists")).Append(new(path(absent), "own", "absent"));

    private static IEnumerable<(string Name, MatrixSpace Value)> Named(MatrixWorld world) => [("own", world.Own), ("other", world.Other)];

    // Invited by each who may: the second time the invitation waits already.
    private static string Carer(MatrixWorld world) =>
        $$"""{"matricule":"{{world.Other.Person.Matricule}}","birthName":"{{world.Other.Person.Sheet.BirthName}}","firstName":"Autre","birthDate":"1961-03-04"}""";

    private static string Code() => $$"""{"attempt":"{{NobodyBegan}}","code":"22222 22222"}""";

    private static string Attempt() => $$"""{"attempt":"{{NobodyBegan}}"}""";

    private static string Structure() => """{"structure":"1990000085","name":"Structure fictive"}""";

    private static string Role() => $$"""{"role":"administrator","professional":"{{DevelopmentPeople.StruckOff.Rpps}}","name":"Sacha RADIE"}""";
}
