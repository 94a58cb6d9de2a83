using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Assistance;

public class RecordAssistanceTests
{
    private static readonly Caller.Organisation Counter = new(People.Clinic, "Guichet fictif", "GUICHET", "c0ffee");

    private static readonly CounterNetwork Network = new([People.Clinic]);

    [Fact]
    public void The_person_reads_who_helped_when_and_where()
    {
        var recorded = RecordAssistance.Decide(Given(Events.Recorded), new(People.Sheet, "Claude Guichet"), Acts.By(Counter), Papers.Matrix);

        var trace = Assert.IsType<SpaceEvent.Accessed>(Assert.Single(recorded.Events)).Trace;
        Assert.Equal((TraceAction.AssistedActivation, true, Counter), (trace.Action, trace.Allowed, trace.By));
        Assert.Equal((AccessReason.CounterHelp, Moments.Now, "Claude Guichet"), (trace.Gate, trace.At, trace.Context.Reason));
        Assert.Contains(Explanation.Of(trace).Facts, fact => fact.French == "L’agent était : Claude Guichet.");
    }

    [Fact]
    public void Help_lets_nobody_in()
    {
        var space = Given([.. Events.Activated()]);
        space.Take(RecordAssistance.Decide(space, new(People.Sheet, "Claude Guichet"), Acts.By(Counter), Papers.Matrix).Events);
        Assert.False(AccessRules.Enter(space, Counter, AccessContext.Ordinary, Moments.Now).Allowed);
    }

    [Fact]
    public void Nobody_but_a_counter_leaves_such_a_trace() =>
        RecordAssistance.Decide(Given(Events.Recorded), new(People.Sheet, "X"), Acts.Holder(), Papers.Matrix).ThenRefused(AssistanceRefusals.OnlyACounter);

    [Fact]
    public void A_structure_names_its_agent_and_a_card_names_its_holder()
    {
        Assert.Equal(new CounterHelp(Counter, "Claude Guichet"), Network.HelpBy(Counter, " Claude Guichet ").Value);
        Assert.Equal(new CounterHelp(People.Staff(), People.Staff().Name), Network.HelpBy(People.Staff(), "Somebody else").Value);
        Assert.All(new[] { null, "", "  ", new string('x', 101), "a\nb" }, agent =>
            Assert.Equal(AssistanceRefusals.AgentUnnamed.At("agent"), Network.HelpBy(Counter, agent).Refusal));
    }

    [Fact]
    public void A_structure_that_is_no_counter_helps_nobody() =>
        Assert.All(new Caller[] { Counter with { Id = People.Samu }, People.Professional(), Acts.Holder().By }, caller =>
            Assert.Equal(AssistanceRefusals.OnlyACounter, Network.HelpBy(caller, "Claude Guichet").Refusal));
}
