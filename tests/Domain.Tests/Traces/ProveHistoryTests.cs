using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Traces;

public sealed class ProveHistoryTests
{
    private static readonly Caller.Professional Doctor = People.Professional();

    [Fact]
    public void The_holder_takes_the_proof_and_leaves_the_trace_of_a_reading()
    {
        var decision = ProveHistory.Decide(Given(Events.Activated()), new(), Acts.Holder(), Papers.Matrix);

        Assert.True(decision.Answer.Accepted);
        Assert.Equal((true, TraceAction.ReadHistory), (TraceOf(decision).Allowed, TraceOf(decision).Action));
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_does_and_the_attempt_is_traced(Caller caller)
    {
        var decision = ProveHistory.Decide(Given(Events.Activated()), new(), Acts.By(caller), Papers.Matrix);

        Assert.False(decision.Answer.Accepted);
        Assert.False(TraceOf(decision).Allowed);
    }

    [Fact]
    public void The_proof_of_a_minor_would_count_secret_connections_and_is_not_given()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.HolderRecorded(People.Minor)]);

        var decision = ProveHistory.Decide(space, new(), Acts.Holder(), Papers.Matrix);

        Assert.Equal(HistoryRefusals.ProofIsForAdults, decision.Answer.Refusal);
        Assert.False(TraceOf(decision).Allowed);
        Assert.False(ProveHistory.MayTake(space, People.Holder, Moments.Now));
    }

    [Fact]
    public void A_list_of_a_professional_is_shown_in_clear_and_what_is_withheld_is_not()
    {
        var withheld = Papers.Sheet("5", labels: Labels.WithheldFromHolder);
        var space = Given([.. Events.Activated(), Events.Authorised(People.Subject(Doctor)), Events.Deposited(withheld)]);
        var list = TraceOf(ListDocuments.Decide(space, new(ResourceQuery.Where(), AccessContext.Ordinary), Acts.By(Doctor), Papers.Matrix));
        var open = TraceOf(OpenDocument.Decide(space, new(withheld.Id, true, AccessContext.Ordinary), Acts.By(Doctor), Papers.Matrix));

        Assert.True(ProveHistory.Shows(space, list, People.Holder, Moments.Now));
        Assert.Equal(withheld.LogicalId, open.Document);
        Assert.False(ProveHistory.Shows(space, open, People.Holder, Moments.Now));
    }

    private static AccessTrace TraceOf<TAnswer>(Decision<SpaceEvent, TAnswer> decision) => decision.Events.OfType<SpaceEvent.Accessed>().Single().Trace;
}
