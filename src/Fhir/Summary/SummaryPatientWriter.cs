using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Summary;

/// <summary>Writes the person of a summary: matricule and traits of the INS. Unlike TD0.2 a summary goes where the person is not known.</summary>
internal static class SummaryPatientWriter
{
    public static void Write(Utf8JsonWriter json, HolderSheet holder) => json.AddObject(() =>
    {
        json.WriteString("resourceType", "Patient");
        json.WriteArray("identifier", () => InsIdentifier.Write(json, holder.Ins));
        json.WriteArray("name", () => json.AddObject(() =>
        {
            json.WriteString("use", "official");
            json.WriteString("text", $"{holder.GivenNames} {holder.BirthName}");
            json.WriteString("family", holder.BirthName);
            json.WriteArray("given", () => json.WriteStringValue(holder.FirstName));
        }));
        json.WriteString("gender", holder.Sex switch
        {
            Sex.Male => "male",
            Sex.Female => "female",
            _ => throw new ArgumentOutOfRangeException(nameof(holder), holder.Sex, "No such sex."),
        });
        json.WriteString("birthDate", holder.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    });
}
