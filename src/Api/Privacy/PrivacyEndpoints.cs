using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Privacy;

/// <summary>The holder decides who sees what. Each setting holds from the very next request.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/privacy", ReadAsync);
        routes.Map(HttpMethods.Put, "/privacy/choices", ChooseAsync);
        routes.Map(HttpMethods.Post, "/privacy/blocks", BlockAsync);
        routes.Map(HttpMethods.Delete, "/privacy/blocks/{id:guid}", LiftBlockAsync);
        routes.Map(HttpMethods.Post, "/privacy/authorisations", AuthoriseAsync);
        routes.Map(HttpMethods.Post, "/privacy/authorisations/withdraw", WithdrawAsync);
        routes.Map(HttpMethods.Post, "/privacy/hidden-documents", HideAsync);
        routes.Map(HttpMethods.Delete, "/privacy/hidden-documents/{id}", ShowAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains) =>
        Answer(await Space(context, grains).Privacy(), PrivacyAnswer.Of);

    private static async Task<IResult> ChooseAsync(HttpContext context, PrivacyChoices choices, IGrainFactory grains) =>
        Answer(await Space(context, grains).Choose(Envelope.Once(), new MakeChoices(choices)));

    private static async Task<IResult> BlockAsync(HttpContext context, SubjectRequest request, IGrainFactory grains) =>
        !request.TryRead(out var subject) ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
        : await Space(context, grains).Block(Envelope.Once(), new BlockProfessional(subject)) is var blocked && blocked.Accepted
            ? Results.Created($"/api/v1/privacy/blocks/{blocked.Value.Id}", blocked.Value)
            : Refusals.Answer(blocked.Refusal!);

    private static async Task<IResult> LiftBlockAsync(HttpContext context, Guid id, IGrainFactory grains) =>
        Answer(await Space(context, grains).LiftBlock(Envelope.Once(), new LiftBlock(id)));

    private static async Task<IResult> AuthoriseAsync(HttpContext context, AuthorisationRequest request, IGrainFactory grains) =>
        !request.Whom.TryRead(out var subject) ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
        : Answer(await Space(context, grains).Authorise(Envelope.Once(), new Authorise(subject, request.Name ?? "", request.Until)), granted => granted);

    private static async Task<IResult> WithdrawAsync(HttpContext context, SubjectRequest request, IGrainFactory grains) =>
        !request.TryRead(out var subject) ? Refusals.Answer(IdentityRefusals.ProfessionalIdMalformed.At("professional"))
        : Answer(await Space(context, grains).Withdraw(Envelope.Once(), new WithdrawAuthorisation(subject)));

    private static Task<IResult> HideAsync(HttpContext context, DocumentRequest request, IGrainFactory grains) =>
        SetHiddenAsync(context, request.Document, hidden: true, grains);

    private static Task<IResult> ShowAsync(HttpContext context, string id, IGrainFactory grains) => SetHiddenAsync(context, id, hidden: false, grains);

    private static async Task<IResult> SetHiddenAsync(HttpContext context, string? document, bool hidden, IGrainFactory grains) =>
        !ResourceId.TryParse(document, out var resource) || resource.Space != context.SpaceActedIn()
            ? Refusals.Answer(DocumentRefusals.Unknown)
            : await Space(context, grains).Hide(Envelope.Once(), new HideDocument(resource.Thing, hidden, AccessContext.Ordinary)) is { Accepted: false } refused
                ? Refusals.Answer(refused.Refusal)
                : Results.NoContent();

    /// <summary>The space that the caller settles access to.</summary>
    public static ISpaceGrain Space(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value);

    /// <summary>204, or the refusal.</summary>
    public static IResult Answer(Outcome<Done> outcome) => outcome.Accepted ? Results.NoContent() : Refusals.Answer(outcome.Refusal);

    /// <summary>200 with what was settled, or the refusal.</summary>
    public static IResult Answer<T, TAnswer>(Outcome<T> outcome, Func<T, TAnswer> answer) =>
        outcome.Accepted ? Results.Ok(answer(outcome.Value)) : Refusals.Answer(outcome.Refusal);

    private sealed record PrivacyAnswer(
        PrivacyChoices Choices, ValueList<Authorisation> Authorisations, ValueList<Block> Blocks, ValueList<Appointment> Roles,
        ValueList<FeedingObjection> Objections)
    {
        public static PrivacyAnswer Of(PrivacySheet sheet) =>
            new(sheet.Choices, sheet.Authorisations, sheet.Blocks, sheet.Appointments, sheet.Objections);
    }

    // Until is excluded; where it is not said, the authorisation holds for a year.
    private sealed record AuthorisationRequest(string? Professional = null, string? Structure = null, string? Name = null, DateTimeOffset? Until = null)
    {
        public SubjectRequest Whom => new(Professional, Structure);
    }

    private sealed record DocumentRequest(string? Document);
}
