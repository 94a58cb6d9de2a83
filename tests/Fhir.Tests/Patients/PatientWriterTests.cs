using System.Text.Json;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Tests.Patients;

public class PatientWriterTests
{
    // The next day already, in Paris.
    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_open_record_is_written_without_a_trait_of_the_person() =>
        Golden.Approve("patient-open", json => PatientWriter.Write(json, World.Space, World.Ins, new(true, true, true, AuthorisationStatus.Valid, true)));

    [Fact]
    public void A_closed_record_says_when_and_why() => Golden.Approve("patient-closed", json => PatientWriter.Write(
        json, World.Space, World.Ins, new(true, false, true, AuthorisationStatus.None, false, new(Moment, ClosingMotive.HolderRequest))));

    [Theory]
    [InlineData(ClosingMotive.Fraud, "Décision de l’assurance maladie")]
    [InlineData(ClosingMotive.Malfunction, "Décision de l’assurance maladie")]
    [InlineData(ClosingMotive.Death, "Décès du titulaire")]
    public void Which_fault_the_insurer_has_found_is_not_told(ClosingMotive motive, string reason)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            PatientWriter.Write(json, World.Space, World.Ins, new(true, false, true, AuthorisationStatus.None, false, new(Moment, motive)));
        }

        var closure = JsonDocument.Parse(written.ToArray()).RootElement.GetProperty("extension")[0].GetProperty("extension");
        Assert.Equal(["dateFermeture", "raisonFermeture"], closure.EnumerateArray().Select(part => part.GetProperty("url").GetString()));
        Assert.Equal(reason, closure[1].GetProperty("valueString").GetString());
    }

    [Fact]
    public void A_record_that_does_not_exist_is_not_written() =>
        Assert.Throws<ArgumentException>(() => FhirJson.Bytes(json =>
            PatientWriter.Write(json, World.Space, World.Ins, new(false, false, false, AuthorisationStatus.None, false))));

    [Theory]
    [InlineData(InsAuthority.Nir, "INS-NIR", "official")]
    [InlineData(InsAuthority.Nia, "INS-NIA", "temp")]
    [InlineData(InsAuthority.TestNir, "INS-NIR-TEST", "official")]
    [InlineData(InsAuthority.DemoNir, "INS-NIR-DEMO", "official")]
    public void Each_authority_has_its_type_of_identifier(InsAuthority authority, string type, string use)
    {
        var ins = Ins.Read(authority, World.Ins.Matricule).Value;
        var patient = JsonNode.Parse(FhirJson.Bytes(json => PatientWriter.Write(json, World.Space, ins, new(true, true, true, AuthorisationStatus.Expired, true))))!;

        var identifier = patient["identifier"]![0]!;
        Assert.Equal((type, use, ins.System), ((string?)identifier["type"]!["coding"]![0]!["code"], (string?)identifier["use"], (string?)identifier["system"]));
    }
}
