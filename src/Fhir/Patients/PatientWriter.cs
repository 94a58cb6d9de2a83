using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>Writes what professionals' software is told of a record: that it exists and in which state (TD0.2).</summary>
/// <remarks>
/// No name, sex or birth date: software shows its own traits, never the ones of the record (PDSm for DMP, TD0.2, RG_0320),
/// and what is not needed is not sent.
/// </remarks>
public static class PatientWriter
{
    private const string Dmp = "https://interop.esante.gouv.fr/ig/fhir/pdsm4dmp/";
    private const string Closure = Dmp + "StructureDefinition/dmp-fermeture";
    private const string ClosureReasons = Dmp + "CodeSystem/dmp-motif-fermeture";
    private const string LinkedToMes = Dmp + "StructureDefinition/dmp-rattachement-mes";
    private const string AttendingDoctor = Dmp + "StructureDefinition/dmp-medecin-traitant";
    private const string Authorisation = "https://monespacesante.example/fhir/StructureDefinition/authorisation-status";

    /// <summary>Writes the record that <paramref name="existence"/> tells of.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="space">Its identity, which is the logical identity of the Patient.</param>
    /// <param name="ins">The INS that was asked for.</param>
    /// <param name="existence">What the caller may know.</param>
    /// <exception cref="ArgumentException">There is no record: the answer is a search set without entries.</exception>
    public static void Write(Utf8JsonWriter json, SpaceId space, Ins ins, Existence existence)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(existence);
        if (!existence.Exists)
        {
            throw new ArgumentException("There is no record to write.", nameof(existence));
        }

        json.AddObject(() =>
        {
            json.WriteString("resourceType", "Patient");
            json.WriteString("id", space.Value);
            json.WriteArray("extension", () => WriteExtensions(json, existence));
            json.WriteArray("identifier", () => InsIdentifier.Write(json, ins));
            json.WriteBoolean("active", existence.Active);
        });
    }

    private static void WriteExtensions(Utf8JsonWriter json, Existence existence)
    {
        if (existence.Closure is { } closure)
        {
            json.AddExtension(Closure, () => json.WriteArray("extension", () =>
            {
                json.AddExtension("dateFermeture", () => json.WriteString("valueDate", LegalTerm.DateOf(closure.At).ToString("O", CultureInfo.InvariantCulture)));
                WriteMotive(json, closure.Motive);
            }));
        }

        json.AddExtension(LinkedToMes, () => json.WriteBoolean("valueBoolean", existence.Activated));
        json.AddExtension(AttendingDoctor, () => json.WriteBoolean("valueBoolean", existence.AttendingDoctor));
        json.AddExtension(Authorisation, () => json.WriteString("valueCode", existence.Authorisation switch
        {
            AuthorisationStatus.None => "none",
            AuthorisationStatus.Valid => "valid",
            AuthorisationStatus.Expired => "expired",
            _ => throw new ArgumentOutOfRangeException(nameof(existence), existence.Authorisation, "No such status."),
        }));
    }

    // The guide names one code of the motives. What is not the holder's will is told by its reason; which fault the insurer has found is not told at all.
    private static void WriteMotive(Utf8JsonWriter json, ClosingMotive motive)
    {
        if (motive is ClosingMotive.HolderRequest)
        {
            json.AddExtension("motifFermeture", () => json.WriteConcept("valueCodeableConcept", ClosureReasons, "patient-demande"));
        }

        json.AddExtension("raisonFermeture", () => json.WriteString("valueString", motive switch
        {
            ClosingMotive.HolderRequest => "Demande explicite du patient",
            ClosingMotive.Fraud or ClosingMotive.Malfunction => "Décision de l’assurance maladie",
            ClosingMotive.Death => "Décès du titulaire",
            ClosingMotive.Double => "Doublon d’un autre espace de la même personne",
            _ => throw new ArgumentOutOfRangeException(nameof(motive), motive, "No such motive."),
        }));
    }
}
