using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Terminology;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>The INS as an identifier of a Patient (FR Core, identifier slices).</summary>
internal static class InsIdentifier
{
    public static void Write(Utf8JsonWriter json, Ins ins)
    {
        var (type, use) = ins.Authority switch
        {
            InsAuthority.Nir => ("INS-NIR", "official"),
            InsAuthority.Nia => ("INS-NIA", "temp"),
            InsAuthority.TestNir => ("INS-NIR-TEST", "official"),
            InsAuthority.DemoNir => ("INS-NIR-DEMO", "official"),
            _ => throw new ArgumentOutOfRangeException(nameof(ins), ins.Authority, "No such authority."),
        };
        json.AddObject(() =>
        {
            json.WriteString("use", use);
            json.WriteConcept("type", CodeSystems.FrenchIdentifierTypes, type);
            json.WriteString("system", ins.System);
            json.WriteString("value", ins.Matricule);
        });
    }
}
