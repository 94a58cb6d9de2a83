using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class SnapshotTests
{
    [Fact]
    public void Restoring_a_snapshot_anywhere_and_folding_the_rest_is_replaying_everything()
    {
        var random = new Random(2026);
        var kinds = new HashSet<Type>();
        for (var life = 0; life < 1000; life++)
        {
            var history = RandomHistory.Of(random, random.Next(1, 120));
            kinds.UnionWith(history.Select(happened => happened.GetType()));
            var cut = random.Next(history.Count + 1);
            var restored = Story.NeverWritten();
            restored.Restore(Written(Story.Given(history.Take(cut)).Snapshot()));
            restored.Take(history.Skip(cut));
            Same(Story.Given(history), restored);
        }

        // The lives were full ones: every kind of event happened.
        Assert.Empty(Samples.SpaceEvents.Select(happened => happened.GetType()).Except(kinds));
    }

    [Fact]
    public void A_restored_space_answers_as_the_one_replayed()
    {
        var random = new Random(7);
        for (var life = 0; life < 50; life++)
        {
            var replayed = Story.Given(RandomHistory.Of(random, 60));
            var restored = Story.NeverWritten();
            restored.Restore(replayed.Snapshot());
            Assert.All(replayed.Documents, document =>
            {
                Assert.True(restored.TryFind(document.Id, out var byId) && byId == document);
                Assert.Contains(document, restored.Named(document.Draft.UniqueId));
            });
            Assert.Equal(replayed.StatusAt(Moments.Now), restored.StatusAt(Moments.Now));
            Assert.All(Enumerable.Range(1, 5).Select(n => People.Subject(People.Professional(n))), subject =>
            {
                Assert.Equal(replayed.HasVisited(subject), restored.HasVisited(subject));
                Assert.Equal(replayed.AuthorisationOn(subject), restored.AuthorisationOn(subject));
                Assert.Equal(replayed.BlockOn(subject), restored.BlockOn(subject));
            });
        }
    }

    private static SpaceSnapshot Written(SpaceSnapshot snapshot) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(snapshot, DomainJson.Default.SpaceSnapshot), DomainJson.Default.SpaceSnapshot)!;

    // Documents keep their order; of authorisations, blocks and visitors only who matters.
    private static void Same(Space expected, Space actual)
    {
        var (one, other) = (expected.Snapshot(), actual.Snapshot());
        Assert.Equal(one.Documents, other.Documents);
        Assert.Equal(one.Resources.Removed.OrderBy(gone => gone.Id), other.Resources.Removed.OrderBy(gone => gone.Id));
        Assert.Equal(one.Resources.Types.Select(Sorted), other.Resources.Types.Select(Sorted));
        Assert.Equal(one.Authorisations.OrderBy(a => a.Subject.ToString()), other.Authorisations.OrderBy(a => a.Subject.ToString()));
        Assert.Equal(one.Blocks.OrderBy(b => b.Subject.ToString()), other.Blocks.OrderBy(b => b.Subject.ToString()));
        Assert.Equal(one.Visitors.OrderBy(v => v.Subject.ToString()), other.Visitors.OrderBy(v => v.Subject.ToString()));
        Assert.Equal(one.Appointments.OrderBy(a => (a.Role, a.Professional.Value)), other.Appointments.OrderBy(a => (a.Role, a.Professional.Value)));
        Assert.Equal(one.Representations.OrderBy(r => r.Person.Value), other.Representations.OrderBy(r => r.Person.Value));
        Assert.Equal(one.Delegations.OrderBy(d => d.Carer.Value), other.Delegations.OrderBy(d => d.Carer.Value));
        Assert.Equal(one.Objections.OrderBy(o => o.Subject.ToString()), other.Objections.OrderBy(o => o.Subject.ToString()));
        Assert.Equal((one.Holder, one.ActivatedAt, one.OpposedAt, one.Choices), (other.Holder, other.ActivatedAt, other.OpposedAt, other.Choices));
        Assert.Equal((one.Ending, one.DiedAt, one.OpeningToldAt), (other.Ending, other.DiedAt, other.OpeningToldAt));
    }

    private static TypeSnapshot Sorted(TypeSnapshot type) =>
        type with { Shelf = type.Shelf with { Standing = type.Shelf.Standing.OrderBy(standing => standing.Since).ToValueList() } };
}
