using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Tests.Cda;

public class CdaDocumentTests
{
    private static readonly Author Durand = new(World.Doctor, "Claire DURAND", null);

    [Fact]
    public void A_header_is_read_whole()
    {
        var document = CdaSample.Read(CdaSample.Level3).Value!;

        Assert.Equal(new CdaId("1.2.250.1.999.1", null), document.Id);
        Assert.Equal(new CodedValue("urn:oid:2.16.840.1.113883.6.1", "11488-4", "Consultation"), document.Type);
        Assert.Equal("Compte rendu de consultation", document.Title);
        Assert.Equal(World.Noon.AddDays(-1), document.CreatedAt?.First);
        Assert.Equal("N", document.Confidentiality?.Code);
        Assert.Equal("fr-FR", document.Language);
        Assert.Equal([new Author(World.Doctor, "Dr Claire DURAND", World.Clinic)], document.Authors);
        Assert.Equal(new Author(null, "Clinique des Tests", World.Clinic), document.Custodian);
        Assert.Equal(Durand, document.LegalAuthenticator);
        Assert.Equal(CdaTime.Read("20261120")!.Value, document.Encounter?.Start);
        Assert.Equal("SA07", document.Encounter?.Facility?.Code);
    }

    [Fact]
    public void The_patient_has_the_matricule_and_the_traits_of_the_INS()
    {
        var patient = CdaSample.Read(CdaSample.Level3).Value!.Patient!;

        Assert.Equal(World.Ins, patient.Ins);
        Assert.Equal(("MARTIN", Sex.Female, "51215"), (patient.BirthName, patient.Sex, patient.BirthPlace));
        Assert.Equal(["Camille", "Anne"], patient.GivenNames);
        Assert.Equal(new DateTime(1979, 3, 28), patient.BirthDate?.First.DateTime);
    }

    [Fact]
    public void The_documented_act_has_its_days_and_its_performer()
    {
        var act = Assert.Single(CdaSample.Read(CdaSample.Level3).Value!.Services);

        Assert.Equal(World.Noon.AddDays(-1).AddHours(-1), act.Start?.First);
        Assert.Equal(World.Noon.AddDays(-1), act.End?.Last);
        Assert.Equal(World.Doctor, act.Performer?.Id);
    }

    [Fact]
    public void A_level_1_body_is_the_file_inside()
    {
        var body = Assert.IsType<CdaBody.Level1>(CdaSample.Read(CdaSample.Level1).Value!.Body);

        Assert.Equal("application/pdf", body.ContentType);
        Assert.Equal("%PDF-1.7 fictive", Encoding.ASCII.GetString(body.Content.Span));
    }

    [Fact]
    public void A_body_without_a_type_is_plain_text()
    {
        var read = CdaSample.Read("""<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text>Déjà vu</text></nonXMLBody></component></ClinicalDocument>""");

        Assert.Equal("Déjà vu", Encoding.UTF8.GetString(Assert.IsType<CdaBody.Level1>(read.Value!.Body).Content.Span));
    }

    // The examples of the DMP guide carry this.
    [Fact]
    public void A_root_alone_is_a_document_that_says_nothing()
    {
        var document = CdaSample.Read("""<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>""").Value!;

        Assert.IsType<CdaBody.None>(document.Body);
        Assert.Null(document.Id);
        Assert.Empty(document.Authors);
    }

    [Theory]
    [InlineData("effectiveTime value=\"20261120120000+0100\"", "effectiveTime value=\"20261320\"", "cda-value-invalid", "ClinicalDocument/effectiveTime/@value")]
    [InlineData("id root=\"1.2.250.1.999.1\"", "id root=\"../etc\"", "cda-value-invalid", "ClinicalDocument/id/@root")]
    [InlineData("extension=\"279035121518989\"", "extension=\"279035121518988\"", "matricule-key-wrong", "ClinicalDocument/recordTarget[1]/patientRole/id[2]")]
    [InlineData("<author>", "<recordTarget/><author>", "cda-patients-several", "ClinicalDocument/recordTarget[2]")]
    [InlineData("low value=\"20261120110000+0100\"", "low value=\"hier\"", "cda-value-invalid", "ClinicalDocument/documentationOf[1]/serviceEvent/effectiveTime/low/@value")]
    public void What_a_header_says_badly_is_a_fault(string sound, string spoiled, string code, string path)
    {
        var fault = Assert.Single(CdaSample.Read(CdaSample.Level3.Replace(sound, spoiled, StringComparison.Ordinal)).Faults);

        Assert.Equal((code, path), (fault.Code, fault.Expression));
    }

    [Theory]
    [InlineData("application/pdf", "B64", "!!!!", "cda-body-unreadable", "text")]
    [InlineData("application/pdf", "B64", "", "cda-body-unreadable", "text")]
    [InlineData("application/pdf", "B64", "QUJD", "document-content-mismatch", "text/@mediaType")]
    [InlineData("text/html", "TXT", "x", "document-media-type-unsupported", "text/@mediaType")]
    [InlineData("text/xml", "TXT", "x", "document-media-type-unsupported", "text/@mediaType")]
    public void A_level_1_body_that_is_not_what_it_says_is_a_fault(string type, string representation, string text, string code, string path)
    {
        var xml = $"""<ClinicalDocument xmlns="urn:hl7-org:v3"><component><nonXMLBody><text mediaType="{type}" representation="{representation}">{text}</text></nonXMLBody></component></ClinicalDocument>""";
        var fault = Assert.Single(CdaSample.Read(xml).Faults);

        Assert.Equal((code, "ClinicalDocument/component/nonXMLBody/" + path), (fault.Code, fault.Expression));
    }

    [Fact]
    public void Numbers_that_are_no_national_identifier_are_left_out() =>
        Assert.Equal(new Author(null, "Dr Claire DURAND", World.Clinic), CdaSample.Document(root => root.The("author").The("id").SetAttributeValue("extension", "8123")).Authors[0]);

    [Theory]
    [InlineData("2026", "2026-01-01T00:00:00+01:00", "2026-12-31T23:59:59+01:00")]
    [InlineData("202606", "2026-06-01T00:00:00+02:00", "2026-06-30T23:59:59+02:00")]
    [InlineData("20260612", "2026-06-12T00:00:00+02:00", "2026-06-12T23:59:59+02:00")]
    [InlineData("2026061210", "2026-06-12T10:00:00+02:00", "2026-06-12T10:59:59+02:00")]
    [InlineData("202606121030-0500", "2026-06-12T10:30:00-05:00", "2026-06-12T10:30:59-05:00")]
    [InlineData("20260612103015.1234+0000", "2026-06-12T10:30:15+00:00", "2026-06-12T10:30:15+00:00")]
    public void A_time_is_the_stretch_that_it_names(string text, string first, string last) =>
        Assert.Equal(new CdaTime(DateTimeOffset.Parse(first), DateTimeOffset.Parse(last)), CdaTime.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("20261")]
    [InlineData("20261301")]
    [InlineData("2026-06-12")]
    [InlineData("20260612.5")]
    [InlineData("20260612+9900")]
    [InlineData("17000101")]
    public void What_is_no_time_is_not_read(string? text) => Assert.Null(CdaTime.Read(text));

    [Theory]
    [InlineData("1.2.3", null, "urn:oid:1.2.3", true)]
    [InlineData("1.2.3", "4", "urn:oid:1.2.3.4", true)]
    [InlineData("1.2.3", "A4", "urn:oid:1.2.3", true)]
    [InlineData("1.2.3", null, "urn:oid:1.2.4", false)]
    [InlineData("1.2.3", "4", "urn:oid:1.2.3.5", false)]
    [InlineData("22222222-2222-4222-8222-222222222222", null, "urn:uuid:22222222-2222-4222-8222-222222222222", true)]
    public void An_identifier_is_meant_by_its_URI(string root, string? extension, string uniqueId, bool meant) =>
        Assert.Equal(meant, new CdaId(root, extension).IsMeantBy(uniqueId));
}
