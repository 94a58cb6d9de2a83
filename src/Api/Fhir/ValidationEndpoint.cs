using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Outcomes;
using MonEspaceSante.Fhir.Profiles;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Api.Fhir;

/// <summary>
/// <c>$validate</c> (R4, Resource-validate): says whether a resource is R4 and follows the French profiles that it claims, or one that is named.
/// Nothing is kept. The mode (create, update, delete) is not looked at: rules of the space are told by the interaction itself.
/// </summary>
internal static class ValidationEndpoint
{
    // What can be sent to be kept can be sent to be looked at.
    private const long Limit = (BodyLimits.CitizenDocument * 4 / 3) + BodyLimits.Sheets;

    public static void MapValidation(this FhirRoutes fhir) => fhir.MapOperation(
        new(null, "validate", "http://hl7.org/fhir/OperationDefinition/Resource-validate"), HttpMethods.Post, "/{type}/$validate", ValidateAsync);

    /// <summary>200 with an OperationOutcome: that the resource is valid, or each finding, with the element that it is about.</summary>
    private static async Task<IResult> ValidateAsync(string type, HttpContext context, ProfileCatalogue catalogue)
    {
        var query = FhirQuery.Read(context.Request, "profile", "mode");
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        var body = await FhirBodies.ReadAsync(context, Limit);
        if (!body.Accepted)
        {
            return Unread(body.Faults);
        }

        var asked = ValidationRequest.Read(body.Value.Resource, query.Value["profile"]);
        if (!asked.Accepted)
        {
            return Unread(asked.Faults);
        }

        if (asked.Value.Resource.Type != type)
        {
            return Refusals.Answer(FhirRefusals.ResourceTypeWrong.At(asked.Value.Resource.Type));
        }

        ValidationProfile? profile = null;
        return asked.Value.Profile is { } canonical && !catalogue.TryFind(canonical, out profile)
            ? Refusals.Answer(ProfileRefusals.Unknown.At("profile"))
            : Findings(catalogue.Validate(asked.Value.Resource, profile));
    }

    // What is wrong with the form of a resource is a finding like others; what is no FHIR format or too long was not looked at.
    private static IResult Unread(IReadOnlyList<Refusal> faults) =>
        faults[0].Kind is RefusalKind.Unsupported or RefusalKind.TooLarge ? Refusals.Answer(faults) : Findings(faults);

    private static IResult Findings(IReadOnlyList<Refusal> findings) => FhirResults.Resource(json =>
    {
        if (findings.Count == 0)
        {
            OperationOutcomeWriter.WriteValid(json);
        }
        else
        {
            OperationOutcomeWriter.Write(json, findings);
        }
    });
}
