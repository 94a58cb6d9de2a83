using System.Text;
using System.Xml.Linq;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Tests.Cda;

/// <summary>Documents of nobody, written for these tests, for tests to spoil.</summary>
internal static class CdaSample
{
    private static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    public const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

    public static readonly HolderSheet Holder = new(World.Ins, "MARTIN", "Camille Anne", new DateOnly(1979, 3, 28), Sex.Female, "51215");

    private const string Header = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ClinicalDocument xmlns="urn:hl7-org:v3">
          <realmCode code="FR"/>
          <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
          <id root="1.2.250.1.999.1"/>
          <code code="11488-4" codeSystem="2.16.840.1.113883.6.1" displayName="Consultation"/>
          <title>Compte rendu de consultation</title>
          <effectiveTime value="20261120120000+0100"/>
          <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25" displayName="Normal"/>
          <languageCode code="fr-FR"/>
          <recordTarget>
            <patientRole>
              <id root="1.2.250.1.999.7" extension="IPP-1"/>
              <id root="1.2.250.1.213.1.4.11" extension="279035121518989"/>
              <patient>
                <name><given>Camille</given><given>Anne</given><family qualifier="SP">DUPONT</family><family qualifier="BR">MARTIN</family></name>
                <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
                <birthTime value="19790328"/>
                <birthplace><place><addr><county>51215</county></addr></place></birthplace>
              </patient>
            </patientRole>
          </recordTarget>
          <author>
            <time value="20261120120000+0100"/>
            <assignedAuthor>
              <id root="1.2.250.1.71.4.2.1" extension="899700218896"/>
              <assignedPerson><name><prefix>Dr</prefix><given>Claire</given><family>DURAND</family></name></assignedPerson>
              <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1990000001"/><name>Clinique des Tests</name></representedOrganization>
            </assignedAuthor>
          </author>
          <custodian><assignedCustodian><representedCustodianOrganization>
            <id root="1.2.250.1.71.4.2.2" extension="1990000001"/><name>Clinique des Tests</name>
          </representedCustodianOrganization></assignedCustodian></custodian>
          <legalAuthenticator>
            <time value="20261120121500+0100"/>
            <assignedEntity>
              <id root="1.2.250.1.71.4.2.1" extension="899700218896"/>
              <assignedPerson><name><given>Claire</given><family>DURAND</family></name></assignedPerson>
            </assignedEntity>
          </legalAuthenticator>
          <documentationOf><serviceEvent>
            <code code="A1" codeSystem="1.2.250.1.999.8" displayName="Consultation"/>
            <effectiveTime><low value="20261120110000+0100"/><high value="20261120120000+0100"/></effectiveTime>
            <performer typeCode="PRF"><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899700218896"/></assignedEntity></performer>
          </serviceEvent></documentationOf>
          <componentOf><encompassingEncounter>
            <code code="AMB" codeSystem="2.16.840.1.113883.5.4"/>
            <effectiveTime value="20261120"/>
            <location><healthCareFacility><code code="SA07" codeSystem="1.2.250.1.71.4.2.4"/></healthCareFacility></location>
          </encompassingEncounter></componentOf>
        """;

    private const string Sections = """
          <component><structuredBody>
            <component><section>
              <code code="10154-3" codeSystem="2.16.840.1.113883.6.1" displayName="Motif"/>
              <title>Motif &amp; histoire</title>
              <text>
                <paragraph>Suivi d’une <content styleCode="Bold">HTA</content>, <content styleCode="Italics" language="la">sine die</content>.<br/>PA &lt; 140</paragraph>
                <list listType="ordered"><caption>Antécédents</caption><item>Appendicectomie</item><item>Entorse<footnote>à droite</footnote></item></list>
                <paragraph>Voir <linkHtml href="https://tracker.example/?who=camille">la fiche</linkHtml> H<sub>2</sub>O</paragraph>
              </text>
              <component><section>
                <title>Biologie</title>
                <text>
                  <table border="1">
                    <caption>Résultats</caption>
                    <thead><tr><th>Examen</th><td colspan="2">Valeur</td></tr></thead>
                    <tfoot><tr><td colspan="3">À jeun</td></tr></tfoot>
                    <tbody><tr><th>Glycémie</th><td>0,95</td><td>g/L</td></tr></tbody>
                  </table>
                  <renderMultiMedia referencedObject="curve"><caption>Courbe</caption></renderMultiMedia>
                  <renderMultiMedia referencedObject="curve"/>
                  <renderMultiMedia referencedObject="outside"><caption>Radio</caption></renderMultiMedia>
                </text>
                <entry><observationMedia classCode="OBS" moodCode="EVN" ID="curve"><value mediaType="image/png" representation="B64">PIXEL</value></observationMedia></entry>
                <entry><observationMedia classCode="OBS" moodCode="EVN" ID="outside"><value mediaType="image/png"><reference value="https://images.example/radio.png"/></value></observationMedia></entry>
              </section></component>
            </section></component>
            <component><section>
              <code code="X" displayName="Conclusion"/>
              <text language="en">Come back <script>alert(1)</script><content onclick="alert(2)" style="color:red">in a month</content></text>
            </section></component>
          </structuredBody></component>
        </ClinicalDocument>
        """;

    /// <summary>A level-3 document.</summary>
    public static readonly string Level3 = Header + Sections.Replace("PIXEL", Pixel, StringComparison.Ordinal);

    /// <summary>A level-1 document.</summary>
    public static readonly string Level1 = $"""
        {Header}<component><nonXMLBody><text mediaType="application/pdf" representation="B64">
        {Convert.ToBase64String("%PDF-1.7 fictive"u8)}
        </text></nonXMLBody></component></ClinicalDocument>
        """;

    /// <summary>What the level-3 document is deposited with.</summary>
    public static readonly DocumentDraft Draft = new(
        "urn:oid:1.2.250.1.999.1", "11488-4", "10", "Compte rendu de consultation", "text/xml", "urn:asip:ci-sis:ldl-ses:2017", "fr-FR",
        World.Noon.AddDays(-1), World.Noon.AddDays(-1).AddHours(-1), World.Noon.AddDays(-1), null, null, [new(World.Doctor, null)], Labels.Normal);

    public static FhirReading<CdaDocument> Read(string xml) => CdaDocument.Read(Encoding.UTF8.GetBytes(xml));

    /// <summary>The level-3 document after <paramref name="spoil"/>.</summary>
    public static CdaDocument Document(Action<XElement> spoil)
    {
        var root = XElement.Parse(Level3);
        spoil(root);
        var read = Read(root.ToString());
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    /// <summary>The first element <paramref name="name"/> under <paramref name="element"/>.</summary>
    public static XElement The(this XElement element, string name) => element.Descendants(Hl7 + name).First();
}
