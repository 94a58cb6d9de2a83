using System.Text;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Resources;

public class CarryOutTests
{
    private static readonly Caller.Professional Doctor = People.Professional();
    private static readonly Clause Of62 = Weights.Where("value-quantity", new Sought.Quantity(Prefix.Equal, 62));

    [Fact]
    public void The_holder_records_a_measure_under_an_identity_known_beforehand()
    {
        var space = Given(Events.Activated());
        var decided = Write(space, Acts.Holder(), new ResourceWrite.Record(Weights.Draft(61), "a"));
        var expected = new KeptResource(
            Weights.Type, CarryOut.IdOf(Acts.Holder().CommandId, 0), 1, Weights.Draft(61).Body, Weights.Draft(61).Index, Depositor.Of(People.Holder), Moments.Now);
        var receipts = decided.Then(new SpaceEvent.ResourceRecorded(expected));
        Assert.Equal([new(Weights.Type, expected.Id, 1, Moments.Now, ResourceEffect.Recorded)], receipts.Parts);
        Assert.Empty(decided.Notices);
    }

    [Fact]
    public void A_professional_who_comes_in_leaves_a_trace_before_what_they_write()
    {
        var space = Given(Events.Activated());
        var events = Write(space, Acts.By(Doctor), new ResourceWrite.Record(Weights.Draft(), "a")).Events;
        Assert.Equal(
            [typeof(SpaceEvent.AuthorisationGranted), typeof(SpaceEvent.Accessed), typeof(SpaceEvent.ResourceRecorded)], events.Select(happened => happened.GetType()));
        var trace = ((SpaceEvent.Accessed)events[1]).Trace;
        Assert.Equal((TraceAction.WroteResources, true, Weights.Type), (trace.Action, trace.Allowed, trace.Type));
    }

    [Fact]
    public void A_professional_writes_into_a_space_that_opened_by_itself_and_was_never_used()
    {
        var events = Write(NeverWritten(), Acts.By(Doctor), new ResourceWrite.Record(Weights.Draft(), "a")).Events;
        Assert.IsType<SpaceEvent.HolderRecorded>(events[0]);
        Assert.IsType<SpaceEvent.ResourceRecorded>(events[^1]);
    }

    public static TheoryData<Caller, string, bool> Writers => new()
    {
        { People.Holder, "Observation", true },
        { People.Professional(), "Observation", true },
        { People.Laboratory(), "Observation", false },
        { People.Laboratory(), "Appointment", true },
        { new Caller.Holder(People.OtherSpace), "Observation", false },
        { People.Staff(), "Appointment", false },
        { People.Platform(), "Observation", false },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public void Who_writes_what(Caller caller, string type, bool allowed)
    {
        var decided = Write(Given(Events.Activated()), Acts.By(caller), new ResourceWrite.Record(Weights.Draft() with { Type = type }, "a"));
        Assert.Equal(allowed ? null : ResourceRefusals.MayNotWrite.At("a"), decided.Answer.Refusal);
        Assert.Equal(allowed, decided.Events.OfType<SpaceEvent.ResourceRecorded>().Any());
        Assert.Equal(!allowed, decided.Events is [SpaceEvent.Accessed { Trace.Allowed: false }]);
    }

    [Fact]
    public void Who_is_blocked_is_refused_as_who_has_no_relation()
    {
        var stranger = CarryOut.Decide(Given(Events.Activated()), Undeclared(), Acts.By(Doctor), Papers.Matrix);
        var blocked = CarryOut.Decide(Given([.. Events.Activated(), Events.Blocked(People.Subject(Doctor))]), Undeclared(), Acts.By(Doctor), Papers.Matrix);
        Assert.Equal(ResourceRefusals.MayNotWrite.At("a"), stranger.Answer.Refusal);
        Assert.Equal(stranger.Answer, blocked.Answer);

        static CarryOut Undeclared() => Weights.Write([new ResourceWrite.Record(Weights.Draft(), "a")]) with { Context = AccessContext.Ordinary };
    }

    [Fact]
    public void A_stranger_leaves_nothing_in_a_space_that_was_never_used() =>
        Write(NeverWritten(), Acts.By(People.Staff()), new ResourceWrite.Record(Weights.Draft(), "a")).ThenRefused(ResourceRefusals.MayNotWrite.At("a"));

    [Fact]
    public void A_condition_makes_one_and_only_one()
    {
        var space = Given(Events.Activated());
        var write = new ResourceWrite.Record(Weights.Draft(62), "a", [Of62]);
        var first = Write(space, Acts.Holder(), write);
        space.Take(first.Events);
        var second = Write(space, Acts.Holder(id: Guid.NewGuid()), write).Then();
        Assert.Equal([first.Answer.Value!.Parts[0] with { Effect = ResourceEffect.None }], second.Parts);

        space.Take(Weights.Recorded(Weights.Weight(2, 62)));
        Write(space, Acts.Holder(id: Guid.NewGuid()), write).ThenRefused(ResourceRefusals.ManyMatch.At("a"));
    }

    [Fact]
    public void Two_parts_of_one_transaction_are_about_two_resources()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Weights.Weight())]);
        var conditional = new ResourceWrite.Record(Weights.Draft(62), "b", [Of62]);
        Write(space, Acts.Holder(), conditional with { Place = "a" }, conditional).ThenRefused(ResourceRefusals.Overlap.At("b"));
        Write(space, Acts.Holder(), new ResourceWrite.Remove(Weights.Type, "a", Weights.Id(1)), new ResourceWrite.Revise(Weights.Draft(62), "b", Weights.Id(1)))
            .ThenRefused(ResourceRefusals.Overlap.At("b"));
    }

    [Fact]
    public void One_part_refused_refuses_all()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Weights.Weight())]);
        Write(space, Acts.Holder(), new ResourceWrite.Record(Weights.Draft(61), "a"), new ResourceWrite.Revise(Weights.Draft(62), "b", Weights.Id(1), IfVersion: 2))
            .ThenRefused(ResourceRefusals.VersionDiffers.At("b"));
        var heavy = Weights.Draft() with { Body = JsonText.Of(Encoding.UTF8.GetBytes($"\"{new string('x', 2_000_000)}\"")) };
        Write(space, Acts.Holder(), new ResourceWrite.Record(heavy, "a")).ThenRefused(ResourceRefusals.TooLarge);
    }

    [Fact]
    public void What_refers_to_a_resource_that_stood_already_is_made_to_name_it()
    {
        var device = Weights.Weight(5) with { Type = "Device" };
        var space = Given([.. Events.Activated(), Weights.Recorded(device)]);
        var expected = CarryOut.IdOf(Acts.Holder().CommandId, 0);
        var measure = Weights.Draft() with
        {
            Body = Weights.Body($$"""{"device":{"reference":"Device/{{expected:N}}"} }"""),
            Index = new([new IndexedValue.Link("device", "Device", expected)]),
        };
        var decided = Write(
            space, Acts.Holder(),
            new ResourceWrite.Record(Weights.Draft() with { Type = "Device" }, "a", [new(Clause.Id, Modifier.None, [new Sought.Link(null, device.Id)])]),
            new ResourceWrite.Record(measure, "b"));
        var made = Assert.IsType<SpaceEvent.ResourceRecorded>(Assert.Single(decided.Events)).Resource;
        Assert.Equal(Weights.Body($$"""{"device":{"reference":"Device/{{device.Id:N}}"} }"""), made.Body);
        Assert.Equal(new([new IndexedValue.Link("device", "Device", device.Id)]), made.Index);
        Assert.Equal([ResourceEffect.None, ResourceEffect.Recorded], decided.Answer.Value!.Parts.Select(part => part.Effect));
    }

    [Fact]
    public void Only_the_author_revises_and_removes()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Weights.Weight(1, by: Doctor)), Weights.Recorded(Weights.Weight(2))]);
        Write(space, Acts.Holder(), new ResourceWrite.Revise(Weights.Draft(99), "a", Weights.Id(1))).ThenRefused(ResourceRefusals.NotYours.At("a"));
        Write(space, Acts.Holder(), new ResourceWrite.Remove(Weights.Type, "a", Weights.Id(1))).ThenRefused(ResourceRefusals.NotYours.At("a"));
        Assert.Equal(ResourceRefusals.NotYours.At("a"), Write(space, Acts.By(Doctor), new ResourceWrite.Remove(Weights.Type, "a", Weights.Id(2))).Answer.Refusal);
        var revised = Write(space, Acts.By(Doctor), new ResourceWrite.Revise(Weights.Draft(99), "a", Weights.Id(1), IfVersion: 1));
        Assert.Equal((2, ResourceEffect.Revised), (revised.Answer.Value!.Parts[0].Version, revised.Answer.Value.Parts[0].Effect));
    }

    [Fact]
    public void What_was_removed_stays_removed_and_only_the_holder_is_told()
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Weights.Weight())]);
        var removal = Write(space, Acts.Holder(), new ResourceWrite.Remove(Weights.Type, "a", Weights.Id(1))).Then(
            new SpaceEvent.ResourceRemoved(new(Weights.Type, Weights.Id(1), 2, Depositor.Of(People.Holder), Moments.Now)));
        Assert.Equal((2, ResourceEffect.Removed), (removal.Parts[0].Version, removal.Parts[0].Effect));
        space.Take(new SpaceEvent.ResourceRemoved(new(Weights.Type, Weights.Id(1), 2, Depositor.Of(People.Holder), Moments.Now)));
        Write(space, Acts.Holder(), new ResourceWrite.Revise(Weights.Draft(), "a", Weights.Id(1))).ThenRefused(ResourceRefusals.Gone.At("a"));
        Assert.Equal(ResourceRefusals.Unknown.At("a"), Write(space, Acts.By(Doctor), new ResourceWrite.Revise(Weights.Draft(), "a", Weights.Id(1))).Answer.Refusal);
        Write(space, Acts.Holder(), new ResourceWrite.Revise(Weights.Draft(), "a", Weights.Id(7))).ThenRefused(ResourceRefusals.Unknown.At("a"));
    }

    [Fact]
    public void A_structure_keeps_its_appointments_up_to_date_by_their_business_identifier()
    {
        var space = Given(Events.Activated());
        Clause identifier = Weights.Where("identifier", new Sought.Token("urn:oid:2.999", "rdv-1"));
        ResourceWrite.Revise Feed(string status) => new(
            new("Appointment", Weights.Body($"\"{status}\""), new([new IndexedValue.Token("identifier", "urn:oid:2.999", "rdv-1")])), "a", Where: [identifier]);
        var first = Write(space, Acts.By(People.Laboratory()), Feed("booked"));
        Assert.Equal(ResourceEffect.Recorded, first.Answer.Value!.Parts[0].Effect);
        space.Take(first.Events);
        var second = Write(space, Acts.By(People.Laboratory(), id: Guid.NewGuid()), Feed("cancelled"));
        Assert.Equal((first.Answer.Value.Parts[0].Id, 2), (second.Answer.Value!.Parts[0].Id, second.Answer.Value.Parts[0].Version));

        // Another structure knows nothing of it: what it feeds is its own.
        var other = Write(space, Acts.By(new Caller.Organisation(People.Samu, "Autre", "RDV", "c0ffee"), id: Guid.NewGuid()), Feed("booked"));
        Assert.Equal(ResourceEffect.Recorded, other.Answer.Value!.Parts[0].Effect);
    }

    private static Decision<SpaceEvent, ResourceReceipts> Write(Space space, Act act, params ResourceWrite[] writes) =>
        CarryOut.Decide(space, Weights.Write([.. writes]), act, Papers.Matrix);
}
