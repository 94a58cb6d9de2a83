using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Patches;

namespace MonEspaceSante.Fhir.Tests.Patches;

public sealed class MetadataPatchTests
{
    private const string Visibility = "https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument";
    private const string IsArchived = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-ext-is-archived";
    private const string Masked = $$"""{"coding":[{"system":"{{Visibility}}","code":"MASQUE_PS"}]}""";
    private const string MaskedXml = $"""<securityLabel xmlns="http://hl7.org/fhir"><coding><system value="{Visibility}"/><code value="MASQUE_PS"/></coding></securityLabel>""";

    private const string Json = "application/json-patch+json";
    private const string Xml = "application/xml-patch+xml";
    private const string Path = "application/fhir+json";

    public static TheoryData<string, string, MetadataEdit> Understood => new()
    {
        { Json, """[{"op":"replace","path":"/status","value":"superseded"}]""", new MetadataEdit.SetStatus(DocumentStatus.Superseded) },
        { Json, """[{"op":"add","path":"/status","value":"superseded"}]""", new MetadataEdit.SetStatus(DocumentStatus.Superseded) },
        { Json, """[{"op":"replace","path":"/status","value":"entered-in-error"}]""", new MetadataEdit.SetStatus(DocumentStatus.Deleted) },
        { Json, $$"""[{"op":"replace","path":"/securityLabel","value":[{{Masked}}]}]""", new MetadataEdit.SetLabels(Labels.HiddenFromProfessionals) },
        { Json, $$"""[{"op":"add","path":"/securityLabel","value":[{{Masked}}]}]""", new MetadataEdit.SetLabels(Labels.HiddenFromProfessionals) },
        { Json, $$"""[{"op":"add","path":"/securityLabel/-","value":{{Masked}}}]""", new MetadataEdit.AddLabel(Labels.HiddenFromProfessionals) },
        { Json, $$"""[{"op":"replace","path":"/securityLabel/0","value":{{Masked}}}]""", new MetadataEdit.ReplaceLabel(0, Labels.HiddenFromProfessionals) },
        { Json, """[{"op":"remove","path":"/securityLabel/1"}]""", new MetadataEdit.DropLabel(1, null) },
        { Json, """[{"op":"replace","path":"/extension/0/valueBoolean","value":true}]""", new MetadataEdit.SetArchived(true) },
        { Xml, Diff("""<replace sel="f:DocumentReference/f:status/@value">superseded</replace>"""), new MetadataEdit.SetStatus(DocumentStatus.Superseded) },
        { Xml, Diff("""<replace sel="f:DocumentReference/f:status"><status xmlns="http://hl7.org/fhir" value="superseded"/></replace>"""), new MetadataEdit.SetStatus(DocumentStatus.Superseded) },
        { Xml, Diff($"""<add sel="f:DocumentReference">{MaskedXml}</add>"""), new MetadataEdit.AddLabel(Labels.HiddenFromProfessionals) },
        { Xml, Diff($"""<replace sel="f:DocumentReference/f:securityLabel">{MaskedXml}</replace>"""), new MetadataEdit.SetLabels(Labels.HiddenFromProfessionals) },
        { Xml, Diff($"""<replace sel="f:DocumentReference/f:securityLabel[1]">{MaskedXml}</replace>"""), new MetadataEdit.ReplaceLabel(0, Labels.HiddenFromProfessionals) },
        { Xml, Diff("""<remove sel="f:DocumentReference/f:securityLabel[2]"/>"""), new MetadataEdit.DropLabel(1, null) },
        { Xml, Diff($"""<replace sel="f:DocumentReference/f:extension[@url='{IsArchived}']/f:valueBoolean/@value">true</replace>"""), new MetadataEdit.SetArchived(true) },
        { Xml, Diff($"""<add sel="f:DocumentReference"><extension xmlns="http://hl7.org/fhir" url="{IsArchived}"><valueBoolean value="true"/></extension></add>"""), new MetadataEdit.SetArchived(true) },
        { Path, Operation("replace", "DocumentReference.status", "\"valueCode\":\"superseded\""), new MetadataEdit.SetStatus(DocumentStatus.Superseded) },
        { Path, Operation("replace", "DocumentReference.securityLabel", $"\"valueCodeableConcept\":{Masked}"), new MetadataEdit.SetLabels(Labels.HiddenFromProfessionals) },
        { Path, Operation("replace", "DocumentReference.securityLabel[0]", $"\"valueCodeableConcept\":{Masked}"), new MetadataEdit.ReplaceLabel(0, Labels.HiddenFromProfessionals) },
        { Path, Operation("add", "DocumentReference", $"\"valueCodeableConcept\":{Masked}", "securityLabel"), new MetadataEdit.AddLabel(Labels.HiddenFromProfessionals) },
        { Path, Operation("delete", "DocumentReference.securityLabel[1]", null), new MetadataEdit.DropLabel(1, null) },
        { Path, Operation("delete", "DocumentReference.securityLabel.where(coding.code = 'MASQUE_PS')", null), new MetadataEdit.DropLabel(null, Labels.HiddenFromProfessionals) },
        { Path, Operation("replace", $"DocumentReference.extension.where(url = '{IsArchived}').value", "\"valueBoolean\":true"), new MetadataEdit.SetArchived(true) },
        { Path, Operation("replace", $"DocumentReference.extension('{IsArchived}').value", "\"valueBoolean\":false"), new MetadataEdit.SetArchived(false) },
    };

    public static TheoryData<string, string, Refusal> Refused => new()
    {
        { Json, """[{"op":"replace","path":"/description","value":"autre"}]""", PatchRefusals.PathForbidden },
        { Json, """[{"op":"remove","path":"/subject"}]""", PatchRefusals.PathForbidden },
        { Json, """[{"op":"replace","path":"/securityLabel/0/coding/0/code","value":"N"}]""", PatchRefusals.PathForbidden },
        { Json, """[{"op":"test","path":"/status","value":"current"}]""", PatchRefusals.OperationUnsupported },
        { Json, """[{"op":"replace","path":"/status","value":"current"}]""", PatchRefusals.StatusUnsupported },
        { Json, """[{"op":"remove","path":"/status"}]""", PatchRefusals.OperationUnsupported },
        { Json, """[{"op":"replace","path":"/extension/0/valueBoolean","value":"true"}]""", PatchRefusals.ArchivedNotBoolean },
        { Json, "[]", PatchRefusals.OperationsOutOfRange },
        { Json, "{", PatchRefusals.Malformed },
        { Json, "{}", PatchRefusals.Malformed },
        { Json, """[{"op":"replace","path":"/status"}]""", PatchRefusals.Malformed },
        { Json, """[{"op":"replace","op":"add","path":"/status","value":"superseded"}]""", PatchRefusals.Malformed },
        { Xml, Diff("""<replace sel="f:DocumentReference/f:date/@value">2020-01-01</replace>"""), PatchRefusals.PathForbidden },
        { Xml, "<diff", PatchRefusals.Malformed },
        { Xml, "<patch/>", PatchRefusals.Malformed },
        { Xml, """<!DOCTYPE diff [<!ENTITY a "superseded">]><diff><replace sel="DocumentReference/status/@value">&a;</replace></diff>""", PatchRefusals.Malformed },
        { Path, Operation("replace", "DocumentReference.date", "\"valueDateTime\":\"2020-01-01\""), PatchRefusals.PathForbidden },
        { Path, Operation("replace", "Patient.active", "\"valueBoolean\":true"), PatchRefusals.PathForbidden },
        { Path, Operation("add", "DocumentReference", "\"valueCode\":\"superseded\"", "status"), PatchRefusals.OperationUnsupported },
        { Path, Operation("move", "DocumentReference.securityLabel", null), PatchRefusals.OperationUnsupported },
        { Path, """{"resourceType":"Parameters","parameter":[{"name":"operation"}]}""", PatchRefusals.Malformed },
        { Path, """{"resourceType":"Patient","active":true}""", PatchRefusals.Malformed },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void An_operation_on_what_may_change_is_understood_in_each_syntax(string mediaType, string patch, MetadataEdit expected)
    {
        var read = MetadataPatch.Read(mediaType, Encoding.UTF8.GetBytes(patch))!;

        Assert.Empty(read.Faults);
        Assert.Equal(expected, Assert.Single(read.Value!.Edits));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_patch_of_anything_else_is_refused(string mediaType, string patch, Refusal expected)
    {
        var read = MetadataPatch.Read(mediaType, Encoding.UTF8.GetBytes(patch))!;

        Assert.Equal(expected.Code, read.Faults[0].Code);
        Assert.Null(read.Value);
    }

    [Fact]
    public void An_unknown_label_is_refused_at_its_operation()
    {
        var read = MetadataPatch.Read(Json, """[{"op":"replace","path":"/status","value":"superseded"},{"op":"add","path":"/securityLabel/-","value":{"text":"secret"}}]"""u8.ToArray())!;

        Assert.Equal(("document-label-unknown", "[1]"), (read.Faults[0].Code, read.Faults[0].Expression));
    }

    [Fact]
    public void Another_media_type_is_no_patch() => Assert.Null(MetadataPatch.Read("application/merge-patch+json", "{}"u8.ToArray()));

    private static string Diff(string operation) => $"""<diff xmlns:f="http://hl7.org/fhir">{operation}</diff>""";

    private static string Operation(string type, string path, string? value, string? name = null)
    {
        var parts = new List<string> { $$"""{"name":"type","valueCode":"{{type}}"}""", $$"""{"name":"path","valueString":"{{path}}"}""" };
        if (name is not null)
        {
            parts.Add($$"""{"name":"name","valueString":"{{name}}"}""");
        }

        if (value is not null)
        {
            parts.Add($$"""{"name":"value",{{value}}}""");
        }

        return $$"""{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{{string.Join(',', parts)}}]}]}""";
    }
}
