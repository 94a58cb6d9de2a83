using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Reads the person that a document is about: matricule and traits of the INS (CI-SIS, minimal structure of documents).</summary>
internal static class CdaPatientReader
{
    public static CdaPatient? Read(CdaNode document, Faults faults)
    {
        var targets = document.Each("recordTarget").Take(2).ToList();
        if (targets.Count > 1)
        {
            faults.Add(CdaRefusals.PatientsSeveral, targets[1].Path);
        }

        return targets.Count > 0 ? Role(targets[0]["patientRole"], faults) : null;
    }

    private static CdaPatient Role(CdaNode role, Faults faults)
    {
        var patient = role["patient"];
        var name = patient["name"];
        return new(
            Matricule(role, faults),
            (name.Each("family").FirstOrDefault(family => family.Attribute("qualifier") is "BR") is { Exists: true } birth ? birth : name["family"]).Text,
            [.. name.Each("given").Select(given => given.Text).OfType<string>().Distinct()],
            CdaHeaderReader.Time(patient["birthTime"], faults),
            patient["administrativeGenderCode"].Attribute("code") switch
            {
                "M" => Sex.Male,
                "F" => Sex.Female,
                _ => null,
            },
            patient["birthplace"]["place"]["addr"]["county"].Text);
    }

    // Beside the INS a patient carries the numbers of hospitals.
    private static Ins? Matricule(CdaNode role, Faults faults)
    {
        foreach (var id in role.Each("id"))
        {
            var read = Ins.Read(id.Attribute("root"), id.Attribute("extension"));
            if (read.Accepted)
            {
                return read.Value;
            }

            if (read.Refusal != IdentityRefusals.InsAuthorityUnknown)
            {
                faults.Add(read.Refusal, id.Path);
            }
        }

        return null;
    }
}
