using System.Globalization;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>Reads the parameters of <c>GET Observation</c> as the MES API has them (MES API Mesures 1.5.2).</summary>
/// <param name="measures">The measures of the space.</param>
public sealed class MeasureQueryReader(MeasureTable measures)
{
    private static readonly string[] OfLists = ["date", "_offset"];

    /// <summary>Reads <paramref name="parameters"/>, decoded; others than its own are left aside.</summary>
    /// <returns>What is asked for, or why it is not asked for well: <see cref="MeasureQueryRefusals"/>, each with the parameter.</returns>
    public Outcome<MeasureQuery> Read(ILookup<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters["code"].ToList() is not [var token] || KindOf(token) is not { } kind)
        {
            return MeasureQueryRefusals.CodeNotOne.At("code");
        }

        if (parameters["subject.identifier"].ToList() is not [{ Length: > 0 } subject])
        {
            return MeasureQueryRefusals.SubjectMissing.At("subject.identifier");
        }

        // The specification has a colon, its own examples a point.
        if (parameters["_include"].Any(include => include is not ("Observation:device" or "Observation.device")))
        {
            return MeasureQueryRefusals.IncludeUnsupported.At("_include");
        }

        var withDevices = parameters.Contains("_include");
        if (!parameters.Contains("_sort"))
        {
            return List(parameters, kind, subject, withDevices);
        }

        return parameters["_sort"].SequenceEqual(["-date"]) && parameters["_count"].SequenceEqual(["1"]) && !OfLists.Any(parameters.Contains)
            ? new MeasureQuery.Last(kind, subject, withDevices)
            : MeasureQueryRefusals.ModesMixed.At("_sort");
    }

    private static Outcome<MeasureQuery> List(ILookup<string, string> parameters, Measure kind, string subject, bool withDevices)
    {
        if (Bounds(parameters["date"]) is not { From: { } from, Until: { } until })
        {
            return MeasureQueryRefusals.BoundsMissing.At("date");
        }

        if (Number(parameters, "_count", MeasureQuery.UsualOnAPage) is not (>= 1 and <= MeasureQuery.MostOnAPage and var count))
        {
            return MeasureQueryRefusals.PageInvalid.At("_count");
        }

        return Number(parameters, "_offset", 0) is { } page
            ? new MeasureQuery.All(kind, subject, withDevices, from, until, page, count)
            : MeasureQueryRefusals.PageInvalid.At("_offset");
    }

    // A code may come with its system or without.
    private Measure? KindOf(string token) => token.Split('|') switch
    {
        [var code] => measures.All.FirstOrDefault(measure => measure.IsNamedBy(measure.Code.System, code)),
        [var system, var code] => measures.Find(system, code),
        _ => null,
    };

    private static (DateTimeOffset? From, DateTimeOffset? Until)? Bounds(IEnumerable<string> dates)
    {
        (DateTimeOffset? From, DateTimeOffset? Until) bounds = default;
        foreach (var date in dates)
        {
            var (prefix, text) = date.Length > 2 && char.IsAsciiLetter(date[0]) ? (date[..2], date[2..]) : ("eq", date);
            if (FhirTime.Read(text) is not { } time)
            {
                return null;
            }

            switch (prefix)
            {
                case "eq":
                    bounds = (time.First, time.Last);
                    break;
                case "ge":
                    bounds.From = time.First;
                    break;
                case "gt":
                    bounds.From = time.Last.AddTicks(1);
                    break;
                case "le":
                    bounds.Until = time.Last;
                    break;
                case "lt":
                    bounds.Until = time.First.AddTicks(-1);
                    break;
                default:
                    return null;
            }
        }

        return bounds;
    }

    private static int? Number(ILookup<string, string> parameters, string name, int usual) => parameters[name].ToList() switch
    {
        [] => usual,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
