using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Given events, when a command, then events or a refusal.</summary>
internal static class Story
{
    /// <summary>A space of which the journal holds nothing.</summary>
    public static Space NeverWritten() => new(People.Space);

    public static Space Given(params IEnumerable<SpaceEvent> events)
    {
        var space = new Space(People.Space);
        space.Take(events);
        return space;
    }

    public static LoginGuard Given(params IEnumerable<GuardEvent> events)
    {
        var guard = new LoginGuard();
        guard.Take(events);
        return guard;
    }

    public static void Take(this Space space, params IEnumerable<SpaceEvent> events)
    {
        foreach (var happened in events)
        {
            space.Apply(happened);
        }
    }

    public static void Take(this LoginGuard guard, params IEnumerable<GuardEvent> events)
    {
        foreach (var happened in events)
        {
            guard.Apply(happened);
        }
    }

    /// <summary>It is accepted, and these events happen.</summary>
    public static TAnswer Then<TEvent, TAnswer>(this Decision<TEvent, TAnswer> decision, params TEvent[] events)
    {
        Assert.Null(decision.Answer.Refusal);
        Assert.Equal(events, decision.Events);
        return decision.Answer.Value!;
    }

    /// <summary>It is refused, and these events happen (a trace) or none.</summary>
    public static void ThenRefused<TEvent, TAnswer>(this Decision<TEvent, TAnswer> decision, Refusal refusal, params TEvent[] events)
    {
        Assert.Equal(refusal, decision.Answer.Refusal);
        Assert.Equal(events, decision.Events);
        Assert.Empty(decision.Notices);
    }
}
