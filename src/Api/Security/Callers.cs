using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Security;

/// <summary>Who a request is for, once authenticated.</summary>
internal static class Callers
{
    public static Caller? Caller(this HttpContext context) => context.Features.Get<CallerFeature>()?.Caller;

    /// <summary>The caller, where the endpoint asks for one: the pipeline has refused everybody else.</summary>
    public static Caller RequiredCaller(this HttpContext context) =>
        context.Caller() ?? throw new InvalidOperationException("An endpoint that needs a caller was reached without one.");

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
