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

    private sealed record CallerFeature(Caller Caller);
}

/// <summary>The endpoint answers nobody unknown.</summary>
internal sealed record NeedsCaller;
