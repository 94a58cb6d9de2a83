using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Federation;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>Every route that changes something and is there for a professional on the portal: a new one is added here by somebody who means it.</summary>
[Collection(OnePlatform.Name)]
public sealed class PortalRoutesTests(RunningPlatform platform)
{
    private static readonly Caller Professional = new Caller.Professional(
        ProfessionalId.Parse(DevelopmentPeople.Gp.IdNatPs, null), "Camille GENERALISTE", "10", null, null, "", null, PersonalProof.ProSanteConnect);

    [Fact]
    public void A_professional_on_the_portal_deposits_and_changes_nothing_else()
    {
        var changing = Served().Where(route => !route.StartsWith("GET ", StringComparison.Ordinal) && !route.EndsWith("/_search", StringComparison.Ordinal));
        Assert.Equal(["DELETE /api/v1/professional/session", "POST /fhir/", "POST /fhir/DocumentReference"], changing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_professional_on_the_portal_reads_no_route_of_citizens_alone() => Assert.DoesNotContain(
        Served(), route => route.Contains(" /api/v1/", StringComparison.Ordinal) && !route.Contains(" /api/v1/professional/", StringComparison.Ordinal)
            && !route.Contains(" /api/v1/support/", StringComparison.Ordinal));

    // Those that ask for a caller: what serves anybody serves professionals too.
    private IEnumerable<string> Served() =>
        from endpoint in platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<NeedsCaller>() is not null
        from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
        where PortalRoutes.Serve(Professional, endpoint, method)
        select $"{method} {endpoint.RoutePattern.RawText}";
}
