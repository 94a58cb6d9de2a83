using Microsoft.AspNetCore.WebUtilities;

namespace MonEspaceSante.Api.Fhir;

/// <summary>Links of bundles.</summary>
internal static class Links
{
    /// <summary>The search as it was understood. It goes to who asked and nowhere else: it may hold a matricule.</summary>
    public static string Self(HttpContext context)
    {
        const string Posted = "/_search";
        var path = FhirRoutes.BaseOf(context) + context.Request.Path.Value![5..];
        return path.EndsWith(Posted, StringComparison.Ordinal)
            ? QueryHelpers.AddQueryString(path[..^Posted.Length], RequestParameters.Of(context)!)
            : path + context.Request.QueryString;
    }
}
