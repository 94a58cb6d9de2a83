using System.Text;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class ContentSnifferTests
{
    private const string Cda = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>";

    public static TheoryData<string, byte[]> Accepted => new()
    {
        { "application/pdf", "%PDF-1.7"u8.ToArray() },
        { "Application/PDF", "%PDF-1.7"u8.ToArray() },
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { "image/tiff", "II*\0"u8.ToArray() },
        { "image/tiff", "MM\0*"u8.ToArray() },
        { "application/rtf", @"{\rtf1 Bonjour}"u8.ToArray() },
        { "text/rtf", @"{\rtf1 Bonjour}"u8.ToArray() },
        { "text/plain", "Bonjour,\r\n\tà bientôt"u8.ToArray() },
        { "text/plain; charset=windows-1252", [0x42, 0xE9, 0x62, 0xE9] },
        { "application/xml", Encoding.UTF8.GetBytes(Cda) },
        { "text/xml;charset=utf-8", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!-- CDA --><?xml-stylesheet href=\"x\"?>" + Cda) },
    };

    public static TheoryData<string, byte[]> Mismatched => new()
    {
        { "application/pdf", " %PDF-1.7"u8.ToArray() },
        { "image/jpeg", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "image/png", [0xFF, 0xD8, 0xFF] },
        { "image/tiff", "II*"u8.ToArray() },
        { "application/rtf", "Bonjour"u8.ToArray() },
        { "text/plain", "%PDF-1.7\0"u8.ToArray() },
        { "application/xml", "%PDF-1.7"u8.ToArray() },
        { "application/xml", "<ClinicalDocument/>"u8.ToArray() },
        { "application/xml", "<html xmlns=\"urn:hl7-org:v3\"/>"u8.ToArray() },
        { "application/xml", "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title></ClinicalDocument>"u8.ToArray() },
        { "application/xml", "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">&unknown;</ClinicalDocument>"u8.ToArray() },
        { "application/xml", Encoding.UTF8.GetBytes("<!DOCTYPE ClinicalDocument SYSTEM \"file:///etc/hostname\">" + Cda) },
        { "application/xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"c\">]>" + Cda) },
        { "application/xml", Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"no-such-encoding\"?>" + Cda) },
        { "text/xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Cda)).ToArray() },
        { "application/xml", Deep(129) },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_content_of_its_type_is_accepted(string mediaType, byte[] content) => Assert.Null(ContentSniffer.Check(mediaType, content));

    [Theory]
    [MemberData(nameof(Mismatched))]
    public void A_content_of_another_type_is_refused(string mediaType, byte[] content) =>
        Assert.Equal(DocumentFaults.ContentMismatch, ContentSniffer.Check(mediaType, content));

    [Theory]
    [InlineData("")]
    [InlineData("application/zip")]
    [InlineData("text/html")]
    [InlineData("text/plain; format=flowed")]
    [InlineData("text/plain\n")]
    [InlineData("application/fhir+json")]
    public void A_type_that_the_record_does_not_keep_is_refused(string mediaType) =>
        Assert.Equal(DocumentFaults.MediaTypeUnsupported, ContentSniffer.Check(mediaType, "x"u8.ToArray()));

    [Fact]
    public void XML_may_be_128_deep() => Assert.Null(ContentSniffer.Check("application/xml", Deep(128)));

    private static byte[] Deep(int levels)
    {
        var inside = string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
        return Encoding.UTF8.GetBytes($"<ClinicalDocument xmlns=\"urn:hl7-org:v3\">{inside}</ClinicalDocument>");
    }
}
