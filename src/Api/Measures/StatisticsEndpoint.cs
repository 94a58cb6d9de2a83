using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Api.Measures;

/// <summary>Curves of the holder's own measures: of each day, week or month the lowest, the highest, the mean and the last value.</summary>
internal static class StatisticsEndpoint
{
    private static readonly Refusal KindUnknown = new("measure-kind-unknown", RefusalKind.NotFound,
        "There is no curve of such a measure.", "Il n’existe pas de courbe d’une telle mesure.");

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static void MapStatistics(this CitizenRoutes routes) =>
        routes.Map(HttpMethods.Get, "/measures/{kind}/statistics", ReadAsync).WithMetadata(new IsAbout(ProxyMatter.Record));

    private static async Task<IResult> ReadAsync(
        HttpContext context, string kind, string? by, DateOnly? from, DateOnly? to, MeasureTable table, MeasureDesk measures, ObservationReader reader)
    {
        if (StretchOf(by) is not { } stretch)
        {
            return Refusals.Answer(EdgeRefusals.RequestMalformed);
        }

        // The body mass index is computed of the latest weight and height: one value is no curve.
        if (table.All.FirstOrDefault(known => known.Name == kind && !known.Computed) is not { } measure)
        {
            return Refusals.Answer(KindUnknown);
        }

        var found = await measures.AllAsync(context.RequiredCaller(), context.SpaceActedIn(), MeasureDesk.Of(measure, [.. Bounds(from, to)]), AccessContext.Ordinary);
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var taken = found.Value.Select(resource => reader.Read(FhirResource.FromJson(resource.Body.Utf8).Value!.Root)).OfType<Measurement>().ToList();
        IReadOnlyList<Measure> parts = measure.Components.Count > 0 ? measure.Components : [measure];
        return Results.Ok(new Statistics(measure.Name, stretch, [.. parts.Select(part => CurveOf(part, taken, stretch))]));
    }

    private static CurveStretch? StretchOf(string? by) => by switch
    {
        null or "day" => CurveStretch.Day,
        "week" => CurveStretch.Week,
        "month" => CurveStretch.Month,
        _ => null,
    };

    // In another unit a value is another number.
    private static Curve CurveOf(Measure part, IEnumerable<Measurement> taken, CurveStretch stretch) => new(
        part.Name, part.French, part.Unit!.Ucum,
        MeasureCurve.Of(
            from measurement in taken
            from value in measurement.Values
            where value.Of == part && value.Unit == part.Unit.Ucum
            select (measurement.At, value.Value),
            stretch));

    // Days are those of France, the last one included.
    private static IEnumerable<Clause> Bounds(DateOnly? from, DateOnly? to)
    {
        if (from is { } first && Midnight(first) is var start)
        {
            yield return new("date", Modifier.None, [new Sought.Moment(Prefix.StartsAfter, start, start)]);
        }

        if (to is { } last && last < DateOnly.MaxValue && Midnight(last.AddDays(1)) is var end)
        {
            yield return new("date", Modifier.None, [new Sought.Moment(Prefix.Less, end, end)]);
        }
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, midnight.Year is > 1 and < 9999 ? Paris.GetUtcOffset(midnight) : TimeSpan.Zero);
    }

    private sealed record Statistics(string Kind, CurveStretch By, IReadOnlyList<Curve> Curves);

    private sealed record Curve(string Name, string Label, string Unit, IReadOnlyList<CurvePoint> Points);
}
