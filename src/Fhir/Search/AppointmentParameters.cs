using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Search;

/// <summary>
/// What the guide on shared agendas (GAP 3.0.0) has appointments searched by besides R4: the earliest and the latest start are two bounds of
/// <c>start</c>, as those of slots are of R4's own.
/// </summary>
internal static class AppointmentParameters
{
    private const string Base = "https://interop.esante.gouv.fr/ig/fhir/gap/SearchParameter/GAP-Appointment-";

    /// <summary>The parameters that the guide adds to the resources <paramref name="type"/>.</summary>
    public static IEnumerable<SearchParameterSchema> Of(string type) => type is not "Appointment" ? [] :
    [
        // The guide has the date compared as a code: as it is written, and no bounds.
        Parameter("created", "token", "Appointment.created"),
        Parameter("description", "string", "Appointment.comment | Appointment.description"),
        Parameter("priority", "token", "Appointment.priority"),
        Parameter("start", "date", "Appointment.start", "earliestStart"),
    ];

    private static SearchParameterSchema Parameter(string code, string type, string expression, string? name = null) =>
        new(code, type, expression, ["Appointment"], [], Base + (name ?? code), []);
}
