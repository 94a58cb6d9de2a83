using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>The extensions of health measures, under the names that the guide gave them in turn.</summary>
internal static class MeasureExtensions
{
    private const string Ans = "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-";

    // Former names, still sent: ENS_MomentOfMeasurement for moment-of-measurement.
    private const string Former = "http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/ENS_";

    /// <summary>The address of the extension <paramref name="name"/>: moment-of-measurement, number-of-days, reason-for-measurement.</summary>
    public static string UrlOf(string name) => Ans + name;

    /// <summary>The extension <paramref name="name"/> of an Observation, under any of its names.</summary>
    public static FhirNode Find(FhirNode observation, string name)
    {
        var former = Former + string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        foreach (var extension in observation.Each("extension"))
        {
            if (extension["url"].Text is { } url && (url == UrlOf(name) || url == former))
            {
                return extension;
            }
        }

        return default;
    }
}
