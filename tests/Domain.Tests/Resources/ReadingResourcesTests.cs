using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Resources;

/// <summary>The trace stands before the answer; what may not be seen is not there.</summary>
public class ReadingResourcesTests
{
    private static readonly KeptResource Measure = Weights.Weight();
    private static readonly KeptResource Appointment = Weights.Weight(2, by: People.Laboratory()) with { Type = "Appointment" };

    public static TheoryData<Caller, AccessContext, bool> Readers => new()
    {
        { People.Holder, AccessContext.Ordinary, true },
        { People.Professional(), Weights.Declaring, true },
        { People.Professional(), AccessContext.Ordinary, false },
        { new Caller.Holder(People.OtherSpace), AccessContext.Ordinary, false },
        { People.Laboratory(), Weights.Declaring, false },
        { People.Staff(), Weights.Declaring, false },
        { People.Platform(), Weights.Declaring, false },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void Who_reads(Caller caller, AccessContext context, bool allowed)
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Measure)]);
        var read = ReadResource.Decide(space, new(Weights.Type, Measure.Id, context), Acts.By(caller), Papers.Matrix);
        var found = SearchResources.Decide(space, new(Weights.Type, ResourceQuery.Where() with { WithTotal = true }, context), Acts.By(caller), Papers.Matrix);
        var history = ReadResourceHistory.Decide(space, new(Weights.Type, Measure.Id, context), Acts.By(caller), Papers.Matrix);
        Assert.Equal((allowed ? null : ResourceRefusals.Unknown, allowed ? Measure : null), (read.Answer.Refusal, read.Answer.Value));
        Assert.Equal((allowed ? 1 : 0, allowed ? 1 : 0), (found.Answer.Value!.Page.Matches.Count, found.Answer.Value.Page.Total));
        Assert.Equal(allowed ? null : ResourceRefusals.Unknown, history.Answer.Refusal);
        var whole = ReadSpace.Decide(space, new([], context), Acts.By(caller), Papers.Matrix);
        Assert.Equal((allowed ? null : ResourceRefusals.Unknown, allowed ? [Measure] : null), (whole.Answer.Refusal, whole.Answer.Value?.Resources));
        Assert.All([read.Events, found.Events, history.Events, whole.Events], events => Assert.Equal(allowed, Assert.IsType<SpaceEvent.Accessed>(events[^1]).Trace.Allowed));
    }

    [Fact]
    public void The_trace_says_what_was_read_and_how_much()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Measure)]);
        var read = Trace(ReadResource.Decide(space, new(Weights.Type, Measure.Id, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Events);
        Assert.Equal((TraceAction.ReadResource, Weights.Type, Measure.Id), (read.Action, read.Type, read.Resource));
        var found = Trace(SearchResources.Decide(space, new(Weights.Type, ResourceQuery.Where(), AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Events);
        Assert.Equal((TraceAction.SearchedResources, Weights.Type, 1, null), (found.Action, found.Type, found.Count, found.Resource));
    }

    [Fact]
    public void To_a_professional_blocked_or_wrong_or_removed_are_absent()
    {
        var doctor = People.Professional();
        var absent = Read(Given(Events.Activated()), doctor);
        Assert.Equal(absent, Read(Given([.. Events.Activated(), Weights.Recorded(Measure), Events.Blocked(People.Subject(doctor))]), doctor));
        Assert.Equal(absent, Read(Given([.. Events.Activated(), Weights.Recorded(Measure), Removed(Measure)]), doctor));
        Assert.Equal(ResourceRefusals.Gone, Read(Given([.. Events.Activated(), Weights.Recorded(Measure), Removed(Measure)]), People.Holder).Refusal);
        Assert.Empty(ReadResource.Decide(NeverWritten(), new(Weights.Type, Measure.Id, Weights.Declaring), Acts.By(doctor), Papers.Matrix).Events);
    }

    [Fact]
    public void A_profession_that_does_not_read_the_medical_profile_sees_only_what_it_wrote()
    {
        var worker = People.Professional(profession: "41");
        var theirs = Weights.Weight(2, by: worker);
        var space = Given([.. Events.Activated(), Weights.Recorded(Measure), Weights.Recorded(theirs)]);
        Assert.Equal(Read(Given(Events.Activated()), worker), Read(space, worker));
        var found = SearchResources.Decide(space, new(Weights.Type, ResourceQuery.Where() with { WithTotal = true }, Weights.Declaring), Acts.By(worker), Papers.Matrix);
        Assert.Equal((theirs, 1), (Assert.Single(found.Answer.Value!.Page.Matches), found.Answer.Value.Page.Total));
    }

    [Fact]
    public void Appointments_are_seen_by_the_holder_and_by_who_wrote_them()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Appointment)]);
        Assert.Equal(1, Count(People.Holder));
        Assert.Equal(0, Count(People.Professional()));
        Assert.Equal(1, Count(People.Professional(at: People.At(People.Clinic))));

        int Count(Caller caller) => SearchResources
            .Decide(space, new("Appointment", ResourceQuery.Where() with { WithTotal = true }, Weights.Declaring), Acts.By(caller), Papers.Matrix)
            .Answer.Value!.Page.Total!.Value;
    }

    [Fact]
    public void The_history_has_every_version_and_the_removal()
    {
        var second = Measure with { Version = 2, Body = Weights.Body("2") };
        SpaceEvent[] events = [Weights.Recorded(Measure), Weights.Recorded(Weights.Weight(9)), new SpaceEvent.ResourceRevised(second), Removed(second)];
        var asked = new ReadResourceHistory(Weights.Type, Measure.Id, AccessContext.Ordinary);
        Assert.Equal(new([second, Measure], Removed(second).Removed), asked.In(events));
        Assert.Equal(new([Measure], null), (asked with { Version = 1 }).In(events));
        Assert.Equal(3, (asked with { Version = 3 }).In(events).Removed?.Version);
        Assert.Null(ReadResourceHistory.Decide(Given([.. Events.Activated(), .. events]), asked, Acts.Holder(), Papers.Matrix).Answer.Refusal);
    }

    [Fact]
    public void What_matches_refer_to_and_what_refers_to_them_comes_with_them_once()
    {
        var device = Weights.Weight(5) with { Type = "Device", Index = SearchIndex.Empty };
        KeptResource Of(int n) => Weights.Weight(n) with { Index = new([new IndexedValue.Link("device", "Device", device.Id)]) };
        var space = Given([.. Events.Activated(), Weights.Recorded(device), Weights.Recorded(Of(1)), Weights.Recorded(Of(2))]);
        var forward = Included(Weights.Type, new(Weights.Type, "device", "Device", false));
        Assert.Equal([device.Id], forward.Included.Select(resource => resource.Id));
        Assert.Equal(2, forward.Page.Total);
        Assert.Equal(2, Included("Device", new(Weights.Type, "device", null, true)).Included.Count);
        Assert.Empty(Included(Weights.Type, new(Weights.Type, "device", "Patient", false)).Included);
        Assert.Empty(Included(Weights.Type, new(Weights.Type, "subject", null, false)).Included);

        FoundResources Included(string type, Inclusion inclusion) => SearchResources
            .Decide(space, new(type, ResourceQuery.Where() with { Include = [inclusion], WithTotal = true }, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix)
            .Answer.Value!;
    }

    private static SpaceEvent.ResourceRemoved Removed(KeptResource resource) =>
        new SpaceEvent.ResourceRemoved(new(resource.Type, resource.Id, resource.Version + 1, resource.Author, Moments.Now));

    private static Outcome<KeptResource> Read(Space space, Caller caller) =>
        ReadResource.Decide(space, new(Weights.Type, Measure.Id, Weights.Declaring), Acts.By(caller), Papers.Matrix).Answer;

    private static AccessTrace Trace(IReadOnlyList<SpaceEvent> events) => Assert.IsType<SpaceEvent.Accessed>(Assert.Single(events)).Trace;
}
