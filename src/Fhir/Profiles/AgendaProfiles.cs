using static MonEspaceSante.Fhir.Profiles.ProfileRule;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Diaries in GAP (gestion d'agendas partagés) 3.0.0 of ANS, whose profiles are those of FR Core 2.0.1 under other names.</summary>
internal static class AgendaProfiles
{
    private const string Base = "https://interop.esante.gouv.fr/ig/fhir/gap/StructureDefinition/";
    private const string Availability = "extension('" + FrCoreProfiles.Base + "fr-core-schedule-availability-time')";

    /// <summary>An appointment (rendez-vous).</summary>
    public static readonly ValidationProfile Appointment = new(
        Base + "gap-fr-appointment", "Appointment", "GAP 3.0.0, gap-fr-appointment; FR Core, fr-core-appointment",
        [
            Slice("$this", Operator, 0, 1),
            Must(ProfileRefusals.ExtensionValueWrong, Operator, "value is Reference"),
            Must(ProfileRefusals.TargetWrong, Operator + ".value",
                "resolve().all($this is Organization or $this is Practitioner or $this is Patient or $this is RelatedPerson)"),
        ])
    {
        Aliases = [FrCoreProfiles.Base + "fr-core-appointment"],
    };

    /// <summary>The diary of somebody or something (agenda).</summary>
    public static readonly ValidationProfile Schedule = new(
        Base + "gap-fr-schedule", "Schedule", "GAP 3.0.0, gap-fr-schedule; FR Core, fr-core-schedule",
        [
            // The service stands, with its duration, in the extension serviceTypeDuration.
            None("serviceType"), AtMost(1, "serviceCategory"),
            .. new[] { "type", "start", "end" }.Select(part => Slice(Availability, $"extension('{part}')", 1, 1)),
            Slice(Availability, "extension('identifier')", 1, int.MaxValue),
        ])
    {
        Aliases = [FrCoreProfiles.Base + "fr-core-schedule"],
    };

    /// <summary>A time that can be booked (créneau).</summary>
    public static readonly ValidationProfile Slot = new(
        Base + "gap-fr-slot", "Slot", "GAP 3.0.0, gap-fr-slot; FR Core, fr-core-slot", [AtMost(1, "serviceCategory")])
    {
        Aliases = [FrCoreProfiles.Base + "fr-core-slot"],
    };

    private const string Operator = "extension('" + FrCoreProfiles.Base + "fr-core-appointment-operator')";
}
