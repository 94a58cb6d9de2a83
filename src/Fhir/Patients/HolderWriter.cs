using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>Writes the holder of a space as they and those who read their summary are shown them: matricule and traits of the INS.</summary>
/// <remarks>Unlike TD0.2, whose software shows its own traits, a summary goes where the person is not known.</remarks>
public static class HolderWriter
{
    /// <summary>Writes <paramref name="holder"/>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="holder">The holder, as the insurer's file has them.</param>
    /// <param name="space">Their space, which is the logical identity of the Patient; <see langword="null"/> in a document that leaves the house.</param>
    public static void Write(Utf8JsonWriter json, HolderSheet holder, SpaceId? space = null) => json.AddObject(() =>
    {
        ArgumentNullException.ThrowIfNull(holder);
        json.WriteString("resourceType", "Patient");
        json.WriteStringIfAny("id", space?.Value);
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
