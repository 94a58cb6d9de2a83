using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Audit;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Tests.Audit;

public class AuditEventWriterTests
{
    private static readonly Caller Doctor = new Caller.Professional(World.Doctor, "Dr Durand", "10", null, new(World.Clinic, "Clinique des Tilleuls"), "00");

    private static readonly AccessTrace Opened = new(
        Guid.Parse("dddddddd-dddd-4ddd-8ddd-dddddddddddd"), World.Noon, Doctor,
        new(AccessMode.BreakGlass, "Malaise sur la voie publique", ConsentDeclaration.None), TraceAction.OpenedDocument, true,
        AccessReason.GlassBroken, AccessReason.HiddenOpenedInEmergency, World.Sheet.LogicalId, World.Draft.Title, World.Draft.Type, null, null, "2026-11.1", "2026-11-21");

    [Fact]
    public void A_broken_glass_is_written_with_its_purpose_and_its_reason() => Approve("audit-event-break-glass", Opened);

    [Fact]
    public void A_list_is_written_as_a_query() => Approve("audit-event-list", Opened with
    {
        Context = AccessContext.Ordinary with { Declaration = ConsentDeclaration.CareTeam },
        Action = TraceAction.ListedDocuments,
        Gate = AccessReason.CareTeamDeclared,
        Sight = null,
        Document = null,
        Title = null,
        Type = null,
        Count = 12,
        Authorisation = new(AccessSubject.Of(World.Doctor), "Dr Durand", ConsentDeclaration.CareTeam, World.Noon, World.Noon.AddYears(1)),
    });

    [Fact]
    public void A_refused_attempt_is_written_as_a_failure() => Approve("audit-event-refused", Opened with
    {
        Context = AccessContext.Ordinary,
        Action = TraceAction.ReadSheet,
        Allowed = false,
        Gate = AccessReason.Authorised,
        Sight = AccessReason.OutsideMatrix,
    });

    [Theory]
    [InlineData(TraceAction.SignedIn, "110114", "110122", "E")]
    [InlineData(TraceAction.SignedOut, "110114", "110123", "E")]
    [InlineData(TraceAction.ChangedPassword, "110113", "110137", "U")]
    [InlineData(TraceAction.ChangedContact, "110113", "110137", "U")]
    [InlineData(TraceAction.ChangedSignIn, "110113", "110137", "U")]
    [InlineData(TraceAction.RecoveredAccount, "110113", "110137", "U")]
    public void What_people_do_with_their_account_is_written_in_codes_of_dicom(TraceAction action, string type, string subtype, string how)
    {
        var written = JsonNode.Parse(Write(Opened with { By = new Caller.Holder(World.Space), Context = AccessContext.Ordinary, Action = action }))!;
        const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";

        Assert.Equal((Dicom, type), ((string?)written["type"]!["system"], (string?)written["type"]!["code"]));
        Assert.Equal((Dicom, subtype), ((string?)written["subtype"]![0]!["system"], (string?)written["subtype"]![0]!["code"]));
        Assert.Equal(how, (string?)written["action"]);
    }

    [Fact]
    public void Every_action_is_of_some_kind() =>
        Assert.All(Enum.GetValues<TraceAction>(), action => Assert.NotEmpty(Write(Opened with { Action = action })));

    public static TheoryData<Caller, AccessMode, string?> Purposes => new()
    {
        { Doctor, AccessMode.Normal, "TREAT" },
        { Doctor, AccessMode.BreakGlass, "BTG" },
        { Doctor, AccessMode.RegulationCentre, "ETREAT" },
        { new Caller.Holder(World.Space), AccessMode.Normal, "PATRQT" },
        { new Caller.Staff(World.Doctor, "Secrétariat", null, "00"), AccessMode.Normal, null },
        { new Caller.Organisation(World.Clinic, "Clinique", "Logiciel", "00"), AccessMode.Normal, null },
        { new Caller.Platform("notices"), AccessMode.Normal, null },
    };

    [Theory]
    [MemberData(nameof(Purposes))]
    public void Each_caller_has_a_purpose_or_none(Caller by, AccessMode mode, string? purpose)
    {
        var audit = JsonNode.Parse(Write(Opened with { By = by, Context = new(mode, null, ConsentDeclaration.None) }))!;

        Assert.Equal(purpose, (string?)audit["agent"]![0]!["purposeOfUse"]?[0]!["coding"]![0]!["code"]);
        Assert.NotEmpty(audit["agent"]![0]!["who"]!.AsObject());
    }

    private static void Approve(string name, AccessTrace trace) => Golden.Approve(name, json => AuditEventWriter.Write(json, trace, World.Space));

    private static string Write(AccessTrace trace) =>
        Encoding.UTF8.GetString(FhirJson.Bytes(json => AuditEventWriter.Write(json, trace, World.Space)));
}
