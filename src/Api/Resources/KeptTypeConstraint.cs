using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Resources;

/// <summary>The part of an address that is a type of resource which spaces keep: <c>{type:kept}</c>.</summary>
internal sealed class KeptTypeConstraint : IRouteConstraint
{
    public const string Name = "kept";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string type && KeptType.Of(type) is not null;
}
