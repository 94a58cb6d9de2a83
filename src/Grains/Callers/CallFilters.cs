using Orleans;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Callers;

/// <summary>Signs each call to a grain of ours for the caller that the code acts for.</summary>
public sealed class CallSigner(CallerStatements statements) : IOutgoingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (Ours.Is(context.InterfaceMethod) && CallerContext.Current is { } caller)
        {
            RequestContext.Set(Ours.StatementKey, statements.Sign(caller, Ours.Audience(context.TargetId, context.InterfaceMethod)));
        }

        await context.Invoke();
    }
}

/// <summary>Lets a call into a grain of ours only with a valid statement of who calls, and makes it known to the grain.</summary>
public sealed class CallGuard(CallerStatements statements) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!Ours.Is(context.InterfaceMethod))
        {
            await context.Invoke();
            return;
        }

        var statement = RequestContext.Get(Ours.StatementKey) as string;
        RequestContext.Remove(Ours.StatementKey);
        using (CallerContext.Become(statements.Verify(statement, Ours.Audience(context.TargetId, context.InterfaceMethod))))
        {
            await context.Invoke();
        }
    }
}

/// <summary>Which calls are guarded: those of our own interfaces. The engine's own calls (stream deliveries, management) are not ours to sign.</summary>
internal static class Ours
{
    public const string StatementKey = "mes.caller";

    public static bool Is(System.Reflection.MethodInfo? method) => method?.DeclaringType?.Assembly == typeof(Ours).Assembly;

    public static string Audience(GrainId grain, System.Reflection.MethodInfo method) => $"{grain}/{method.Name}";
}
