using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Reads the connected object that comes along with a measure.</summary>
internal static class MeasureDeviceReader
{
    private const string Condition = "identifier=";

    /// <summary>The object of <paramref name="entry"/>, made unless the space knows its identifier.</summary>
    public static SentDevice? Read(FhirNode entry, Faults faults)
    {
        var condition = entry["request"]["ifNoneExist"];
        if (condition.Text?.TrimStart('?') is not { } text || !text.StartsWith(Condition, StringComparison.Ordinal))
        {
            faults.Add(MeasureTransactionRefusals.ConditionMissing, $"{entry.Path}.request.ifNoneExist");
            return null;
        }

        var sought = Uri.UnescapeDataString(text[Condition.Length..]);
        var identifier = entry["resource"].Each("identifier").Select(Identifier).FirstOrDefault(known => known is not null && sought == $"{known.System}|{known.Value}");
        if (identifier is null)
        {
            faults.Add(MeasureTransactionRefusals.ConditionDiffers, condition.Path);
            return null;
        }

        return new(identifier, entry["resource"]);
    }

    /// <summary>The identifier that <paramref name="identifier"/> is; <see langword="null"/> where it lacks its system or its value.</summary>
    public static SentIdentifier? Identifier(FhirNode identifier) =>
        (identifier["system"].Text, identifier["value"].Text) is ({ } system, { } value) ? new(system, value) : null;

    /// <summary>Whether <paramref name="reference"/> means the resource of <paramref name="entry"/>: by its fullUrl, or as the examples of MES do by its type and id.</summary>
    public static bool IsMeantBy(string reference, FhirNode entry) =>
        reference == entry["fullUrl"].Text || (entry["resource"]["id"].Text is { } id && reference == $"Device/{id}");
}
