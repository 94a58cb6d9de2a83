using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Api.Security;

/// <summary>Who a request is for, once authenticated.</summary>
internal static class Callers
{
    public static Caller? Caller(this HttpContext context) => context.Features.Get<CallerFeature>()?.Caller;

    /// <summary>The caller, where the endpoint asks for one: the pipeline has refused everybody else.</summary>
    public static Caller RequiredCaller(this HttpContext context) =>
        context.Caller() ?? throw new InvalidOperationException("An endpoint that needs a caller was reached without one.");

    /// <summary>The space that a citizen acts in, where the endpoint serves citizens alone.</summary>
    public static SpaceId SpaceActedIn(this HttpContext context) =>
        context.RequiredCaller().SpaceActedIn ?? throw new InvalidOperationException("An endpoint for citizens was reached by somebody else.");

    public static void SetCaller(this HttpContext context, Caller caller) => context.Features.Set(new CallerFeature(caller));

    /// <summary>Who a caller is, for what is bound to them. National identifiers are among these names: they go into digests, never into logs.</summary>
    public static string Name(this Caller caller) => caller switch
    {
        Caller.Holder holder => holder.Space.Value,
        Caller.Representative representative => $"{representative.Self.Value}/{representative.Space.Value}",
        Caller.Carer carer => $"{carer.Self.Value}/{carer.Space.Value}",
        Caller.Professional professional => professional.Id.Value,
        Caller.Staff staff => staff.Id.Value,
        Caller.Organisation organisation => organisation.Id.Value,
        Caller.Platform platform => platform.Component,
        _ => throw new ArgumentOutOfRangeException(nameof(caller), caller.GetType().Name, "No such caller."),
    };

    private sealed record CallerFeature(Caller Caller);
}

/// <summary>The endpoint answers nobody unknown.</summary>
internal sealed record NeedsCaller;

/// <summary>What the endpoint is about, for who acts for somebody else; where several say so, the last.</summary>
internal sealed record IsAbout(ProxyMatter Matter);
