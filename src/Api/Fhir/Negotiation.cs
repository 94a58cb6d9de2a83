using Microsoft.Net.Http.Headers;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Renditions;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Fhir;

/// <summary>Finds out in which form a client wants its answer: Accept, and the parameters that stand above it.</summary>
internal static class Negotiation
{
    /// <summary>Reads what the client wants, and remembers it for the answer.</summary>
    public static Outcome<Rendition> Settle(HttpContext context)
    {
        var settled = Read(context);
        if (settled.Accepted)
        {
            context.Features.Set(settled.Value);
        }

        return settled;
    }

    /// <summary>The form of the answer. A refusal may come before anything was settled: then as far as can be known, and JSON in doubt.</summary>
    public static Rendition Of(HttpContext context) =>
        context.Features.Get<Rendition>() ?? new Rendition(Format(context) ?? FhirFormat.Json, RequestParameters.Of(context)["_pretty"] is "true");

    private static Outcome<Rendition> Read(HttpContext context)
    {
        var parameters = RequestParameters.Of(context);
        if (Format(context) is not { } format)
        {
            return EdgeRefusals.FormatNotAcceptable;
        }

        var pretty = parameters["_pretty"];
        if (pretty is not (null or "true" or "false"))
        {
            return SearchFaults.ParameterInvalid.At("_pretty");
        }

        var part = Part(parameters);
        return part.Refusal is { } refusal ? refusal : new Rendition(format, pretty is "true", part.Value);
    }

    // An answer that only counts has no resources in it: there is nothing to take a part of.
    private static Outcome<ResourcePart?> Part(RequestParameters parameters)
    {
        var elements = parameters.Each("_elements").SelectMany(value => value.Split(',')).ToList();
        Summary? summary = parameters["_summary"] switch
        {
            "true" => Summary.Marked,
            "text" => Summary.Text,
            "data" => Summary.Data,
            _ => null,
        };
        return summary is null && parameters["_summary"] is not (null or "false" or "count") ? SearchFaults.ParameterInvalid.At("_summary")
            : summary is not null && elements.Count > 0 ? SearchFaults.ParameterInvalid.At("_elements")
            : new Outcome<ResourcePart?>(summary is null && elements.Count == 0 ? null : new(summary, elements), null);
    }

    private static FhirFormat? Format(HttpContext context)
    {
        if (RequestParameters.Of(context)["_format"] is { } named)
        {
            // A plus sign in an address is a blank: nearly nobody escapes it here.
            return MediaTypeHeaderValue.TryParse(named.Replace(' ', '+'), out var type) ? FhirMedia.Read(type) : FhirMedia.Read(named);
        }

        if (context.Request.Headers.Accept.Count == 0)
        {
            return FhirFormat.Json;
        }

        return MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var accepted)
            ? accepted.Where(type => type.Quality is null or > 0).OrderByDescending(type => type.Quality ?? 1).Select(Offer).FirstOrDefault(format => format is not null)
            : null;
    }

    private static FhirFormat? Offer(MediaTypeHeaderValue accepted) =>
        accepted.MatchesAllTypes || (accepted.MatchesAllSubTypes && accepted.Type == "application") ? FhirFormat.Json : FhirMedia.Read(accepted);
}
