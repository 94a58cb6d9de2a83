using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Proxies;

/// <summary>A parent reads which children are on their card, and opens the spaces of several at once, certifying on their honour to represent them.</summary>
internal static class ChildrenEndpoints
{
    public static void MapChildren(this CitizenRoutes routes)
    {
        routes.MapOwn(HttpMethods.Get, "/proxies/children", ReadAsync);
        routes.MapOwn(HttpMethods.Post, "/proxies/children", ActivateAsync).WithMetadata(new NeedsFreshProof());
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains, ChildrenDesk desk)
    {
        var parent = context.SpaceActedIn();
        var holder = await grains.GetGrain<ISpaceGrain>(parent.Value).Whose();
        return holder.Accepted
            ? Results.Ok(new ChildrenAnswer((await desk.FindAsync(parent, holder.Value)).Select(ChildAnswer.Of).ToValueList()))
            : Refusals.Answer(holder.Refusal);
    }

    private static async Task<IResult> ActivateAsync(HttpContext context, ActivateRequest request, IGrainFactory grains, ChildrenDesk desk)
    {
        if (!request.CertifiedOnHonour)
        {
            return Refusals.Answer(ProxyRefusals.NotCertified.At("certifiedOnHonour"));
        }

        var parent = context.SpaceActedIn();
        var holder = await grains.GetGrain<ISpaceGrain>(parent.Value).Whose();
        if (!holder.Accepted)
        {
            return Refusals.Answer(holder.Refusal);
        }

        // All of them are known before the first is opened.
        var children = await desk.FindAsync(parent, holder.Value);
        var wanted = request.Children.Distinct().Select(id => children.Find(child => child.Person.Space.Value == id)).ToList();
        if (wanted.Count == 0 || wanted.Contains(null))
        {
            return Refusals.Answer(ProxyRefusals.ChildUnknown.At("children"));
        }

        var opened = new List<OpenedAnswer>();
        foreach (var child in wanted)
        {
            var activated = await desk.ActivateAsync(parent, holder.Value, child!.Person, request.Choices());
            opened.Add(new(child.Person.Space, activated.Accepted, activated.Refusal?.Code, activated.Refusal?.French, activated.Refusal?.English));
        }

        return Results.Ok(new ActivatedAnswer(opened.ToValueList()));
    }

    /// <summary>Whose spaces to open; the three privacy questions are answered for all of them.</summary>
    private sealed record ActivateRequest(
        string[] Children, bool CertifiedOnHonour, bool HideNewDocuments, bool RegulationCentre, bool BreakGlass, bool HiddenInEmergency)
    {
        public PrivacyChoices Choices() => new(HideNewDocuments, RegulationCentre, BreakGlass, HiddenInEmergency);
    }

    private sealed record ChildAnswer(SpaceId Space, string FirstName, string BirthName, DateOnly BirthDate, ChildProfile Profile, AgeSheet Age)
    {
        public static ChildAnswer Of(ChildOfCard child)
        {
            var sheet = child.Person.Sheet;
            return new(child.Person.Space, sheet.FirstName, sheet.BirthName, sheet.BirthDate, child.Profile, AgeSheet.Of(sheet));
        }
    }

    private sealed record ChildrenAnswer(ValueList<ChildAnswer> Children);

    private sealed record OpenedAnswer(SpaceId Space, bool Activated, string? Code, string? French, string? English);

    private sealed record ActivatedAnswer(ValueList<OpenedAnswer> Children);
}
