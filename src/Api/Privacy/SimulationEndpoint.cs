using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Privacy;

/// <summary>The holder tries what somebody would see, and what a setting would change, before saving it.</summary>
internal static class SimulationEndpoint
{
    public static void MapSimulation(this CitizenRoutes routes) => routes.Map(HttpMethods.Post, "/simulate", SimulateAsync);

    private static async Task<IResult> SimulateAsync(HttpContext context, SimulationRequest request, IGrainFactory grains)
    {
        var space = context.SpaceActedIn();
        var query = request.Read(space);
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        var simulated = await grains.GetGrain<ISpaceGrain>(space.Value).Simulate(query.Value);
        return simulated.Accepted ? Results.Ok(SimulationAnswer.Of(space, simulated.Value)) : Refusals.Answer(simulated.Refusal);
    }

    /// <summary>Who would come and how, and the settings to try: those of the privacy routes, by the same names.</summary>
    private sealed record SimulationRequest(
        string Profession, string? Professional = null, string? Structure = null, string? Speciality = null, bool RegulationCentre = false,
        AccessMode Mode = AccessMode.Normal, ConsentDeclaration Consent = ConsentDeclaration.None, PrivacyChoices? Choices = null,
        SubjectRequest? Authorise = null, SubjectRequest? Withdraw = null, SubjectRequest? Block = null, string? Hide = null, string? Show = null)
    {
        public Outcome<SimulateAccess> Read(SpaceId space)
        {
            ProfessionalId? professional = SubjectRequest.TryReadProfessional(Professional, out var known) ? known : null;
            StructureId? structure = StructureId.TryParse(Structure, null, out var workplace) ? workplace : null;
            var (authorised, withdrawn, blocked) = (SubjectOf(Authorise), SubjectOf(Withdraw), SubjectOf(Block));
            var named = Hide ?? Show;
            ResourceId? document = ResourceId.TryParse(named, out var resource) && resource.Space == space ? resource : null;
            var proposed = new ProposedSettings(
                Choices is null ? null : new(Choices),
                authorised is { } given ? new(given, Authorise!.Name ?? "") : null,
                withdrawn is { } taken ? new(taken) : null,
                blocked is { } shut ? new(shut) : null,
                Hide: document is { } there ? new(there.Thing, Hide is not null, AccessContext.Ordinary) : null);
            return Professional is not null && professional is null ? IdentityRefusals.ProfessionalIdMalformed.At("professional")
                : Structure is not null && structure is null ? IdentityRefusals.StructureIdMalformed.At("structure")
                : Authorise is not null && authorised is null ? IdentityRefusals.ProfessionalIdMalformed.At("authorise")
                : Withdraw is not null && withdrawn is null ? IdentityRefusals.ProfessionalIdMalformed.At("withdraw")
                : Block is not null && blocked is null ? IdentityRefusals.ProfessionalIdMalformed.At("block")
                : named is not null && document is null ? DocumentRefusals.Unknown
                : new SimulateAccess(
                    new(Profession, professional, Speciality, structure, RegulationCentre), Mode, Consent,
                    proposed == new ProposedSettings() ? null : proposed);
        }

        private static AccessSubject? SubjectOf(SubjectRequest? request) =>
            request is not null && request.TryRead(out var subject) ? subject : null;
    }

    private sealed record SimulationAnswer(Decided Now, Decided? Then, ValueList<DecidedDocument> Documents)
    {
        public static SimulationAnswer Of(SpaceId space, SimulatedAccess simulated) => new(
            Decided.By(simulated.Now), Decided.By(simulated.Then),
            simulated.Documents.Select(sight => new DecidedDocument(
                new ResourceId(space, sight.Document).ToString(), Decided.By(sight.Now), Decided.By(sight.Then))).ToValueList());
    }

    private sealed record DecidedDocument(string Document, Decided Now, Decided? Then);

    private sealed record Decided(bool Allowed, AccessReason Rule, string French, string English)
    {
        public static Decided By(AccessVerdict verdict)
        {
            var why = AccessReasons.Why(verdict.Reason);
            return new(verdict.Allowed, verdict.Reason, why.French, why.English);
        }

        public static Decided? By(AccessVerdict? verdict) => verdict is { } decided ? By(decided) : null;
    }
}
