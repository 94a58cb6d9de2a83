using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Measures;

/// <summary>
/// Measures as the MES API asks for them (MES API Mesures 1.5.2): one kind, all of a time or the last one. A search is one of MES where it names
/// its patient by <c>subject.identifier</c> alone; by <c>patient</c> or <c>patient.identifier</c> it is the search of R4.
/// </summary>
internal static class MesSearch
{
    private const string Subject = "subject.identifier";
    private const string Offset = "_offset";

    private static readonly string[] Known = ["code", Subject, "date", Offset, "_count", "_sort", "_include", "_format", "_pretty", "_summary", "_elements"];

    public static bool IsAsked(HttpContext context) =>
        RequestParameters.Of(context).Where(parameter => PatientParameter.IsOne(parameter.Key)).Select(parameter => parameter.Key).Distinct().ToList() is [Subject];

    public static async Task<IResult> SearchAsync(HttpContext context, MeasureQueryReader reader, PatientDirectory patients, MeasureDesk measures)
    {
        var parameters = RequestParameters.Of(context);
        if (!Preferences.Of(context.Request).Lenient && parameters.FirstOrDefault(parameter => !Known.Contains(parameter.Key)).Key is { } unknown)
        {
            return Refusals.Answer(SearchFaults.ParameterUnknown.At(unknown));
        }

        var access = AccessHeaders.Read(context.Request);
        var asked = reader.Read(parameters.ToLookup(parameter => parameter.Key, parameter => parameter.Value));
        if ((access.Refusal ?? asked.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        var caller = context.RequiredCaller();
        var space = await patients.SpaceOfAsync([.. parameters], caller);
        if (!space.Accepted)
        {
            // As any search: who has no space has no measure either.
            return space.Refusal.Kind is RefusalKind.NotFound && !caller.IsCitizen
                ? Answer(context, asked.Value!, default, new(new([], 0, null), []))
                : Refusals.Answer(space.Refusal);
        }

        var found = await measures.SearchAsync(caller, space.Value, new("Observation", QueryOf(asked.Value!), access.Value!));
        return found.Accepted ? Answer(context, asked.Value!, space.Value, found.Value) : Refusals.Answer(found.Refusal);
    }

    private static ResourceQuery QueryOf(MeasureQuery asked)
    {
        ValueList<Inclusion> devices = asked.WithDevices ? [new("Observation", "device", null, false)] : [];
        var query = asked switch
        {
            MeasureQuery.All all => MeasureDesk.Of(
                all.Kind,
                new("date", Modifier.None, [new Sought.Moment(Prefix.StartsAfter, all.From, all.From)]),
                new("date", Modifier.None, [new Sought.Moment(Prefix.Less, all.Until.AddTicks(1), all.Until.AddTicks(1))])) with
            {
                Count = all.Count,
                Skip = (int)Math.Min((long)all.Page * all.Count, int.MaxValue - MeasureQuery.MostOnAPage),
            },
            _ => MeasureDesk.Of(asked.Kind) with { Count = 1 },
        };
        return query with { WithTotal = true, Include = devices };
    }

    private static IResult Answer(HttpContext context, MeasureQuery asked, SpaceId space, FoundResources found)
    {
        var fhirBase = FhirRoutes.BaseOf(context);
        SearchSetEntry Entry(KeptResource resource, SearchEntryMode mode)
        {
            var id = new ResourceId(space, resource.Id);
            return new($"{fhirBase}/{resource.Type}/{id}", json => KeptBody.Write(json, resource.Body, id, resource.Version, resource.UpdatedAt), mode);
        }

        List<SearchSetEntry> entries =
        [
            .. found.Page.Matches.Select(match => Entry(match, SearchEntryMode.Match)),
            .. found.Included.Select(device => Entry(device, SearchEntryMode.Include)),
        ];

        // Of the last measure there is one page, and one match, however many came before.
        var pages = asked as MeasureQuery.All;
        var total = pages is null ? found.Page.Matches.Count : found.Page.Total!.Value;
        return FhirResults.Resource(json => SearchSetWriter.Write(
            json, Links.Self(context), total, entries, Link(context, pages?.Next(total)), Link(context, pages?.Previous)));
    }

    private static string? Link(HttpContext context, int? page) => page is null ? null
        : QueryHelpers.AddQueryString(
            $"{FhirRoutes.BaseOf(context)}/Observation",
            RequestParameters.Of(context).Where(parameter => parameter.Key is not Offset).Append(KeyValuePair.Create(Offset, $"{page}"))!);
}
