using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Tests.Patients;

public class PatientReaderTests
{
    [Fact]
    public void An_INS_is_read_from_its_system_and_value() =>
        Assert.Equal(World.Ins, PatientReader.ReadIdentifier("urn:oid:1.2.250.1.213.1.4.11|279035121518989").Value);

    [Theory]
    [InlineData(null, "patient-identifier-invalid")]
    [InlineData("", "patient-identifier-invalid")]
    [InlineData("279035121518989", "patient-identifier-invalid")]
    [InlineData("|279035121518989", "patient-identifier-invalid")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.11|", "patient-identifier-invalid")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.11|279035121518989|x", "patient-identifier-invalid")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.2|279035121518989", "ins-authority-unknown")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.8|279035121518988", "matricule-key-wrong")]
    [InlineData("urn:oid:1.2.250.1.213.1.4.8|27903512151", "matricule-malformed")]
    public void What_is_no_INS_is_refused(string? token, string code) => Assert.Equal(code, PatientReader.ReadIdentifier(token).Refusal?.Code);
}
