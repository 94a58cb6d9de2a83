using System.Text.Json;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Search;

/// <summary>A set of pages is the list as it stood at the first one, whatever is written meanwhile.</summary>
public class PagesTests
{
    private static readonly Clause Heavy = Weights.Where("value-quantity", new Sought.Quantity(Prefix.GreaterOrEqual, 50));

    [Fact]
    public void Pages_never_miss_nor_repeat_while_writes_go_on()
    {
        var (written, turned) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var life = new Life(seed);
            var sort = Sorts[seed % Sorts.Length];
            var query = ResourceQuery.Where(Heavy) with { Sort = sort, Count = life.Random.Next(1, 8), WithTotal = true };
            var expected = life.Naive(sort);
            var told = new List<Guid>();
            for (var (page, first) = (life.Search(query), true); ; page = life.Search(query with { Cursor = page.Next }), first = false)
            {
                Assert.True(!first || page.Total == expected.Count);
                told.AddRange(page.Matches.Select(match => match.Id));

                // What is told is as it stands now, updated or not.
                Assert.All(page.Matches, match => Assert.True(life.Space.Resources.TryFind(Weights.Type, match.Id, out var now) && now == match));
                if (page.Next is null)
                {
                    break;
                }

                turned++;
                written += life.WriteAtRandom();
            }

            Assert.Equal(told.Distinct(), told);
            Assert.Equal(expected.Where(told.Contains), told);
            Assert.All(expected.Except(told), missed => Assert.NotNull(life.Space.Resources.Removal(Weights.Type, missed)));
        }

        Assert.True(written > 500 && turned > 300, $"{written} writes between {turned} pages prove little.");
    }

    [Fact]
    public void Pages_can_be_turned_for_an_hour()
    {
        var space = Given([.. Events.Activated(), .. Enumerable.Range(1, 3).Select(n => Weights.Recorded(Weights.Weight(n)))]);
        var query = ResourceQuery.Where() with { Count = 1 };
        var cursor = space.Search(query).Next;
        Assert.Equal(27, cursor!.Length);

        space.Take(Revised(space, 2, Moments.Now), Revised(space, 3, Moments.Now.AddMinutes(60)));
        Assert.NotNull(Answer(space, query with { Cursor = cursor }).Value);
        space.Take(Revised(space, 3, Moments.Now.AddMinutes(61)));
        Assert.Equal(SearchRefusals.CursorExpired, Answer(space, query with { Cursor = cursor }).Refusal);
        Assert.Equal(SearchRefusals.CursorExpired, Answer(space, query with { Cursor = "AAAA" }).Refusal);
        Assert.Equal(SearchRefusals.CursorExpired, Answer(space, query with { Cursor = cursor[..26] + "?" }).Refusal);
    }

    [Fact]
    public void A_page_skips_and_counts_as_it_is_told()
    {
        var space = Given([.. Events.Activated(), .. Enumerable.Range(1, 5).Select(n => Weights.Recorded(Weights.Weight(n, 60 + n)))]);
        var byWeight = ResourceQuery.Where() with { Sort = [new("value-quantity", true)], Count = 2 };
        Assert.Equal([62m, 61m], space.Search(byWeight with { Skip = 3 }).Matches.Select(Kilograms));
        Assert.Null(space.Search(byWeight with { Skip = 3 }).Next);
        Assert.Empty(space.Search(byWeight with { Skip = 9 }).Matches);
        var counted = space.Search(byWeight with { Count = 0, WithTotal = true });
        Assert.Equal((0, 5, null), (counted.Matches.Count, counted.Total, counted.Next));
        Assert.Null(space.Search(byWeight).Total);
        Assert.All([byWeight with { Count = -1 }, byWeight with { Count = 1_001 }, byWeight with { Skip = -1 }, byWeight with { Skip = 1, Cursor = "x" }],
            wrong => Assert.Equal(SearchRefusals.CountInvalid, Answer(space, wrong).Refusal));
    }

    [Fact]
    public void What_has_no_value_comes_last_whichever_the_direction()
    {
        var empty = Weights.Weight(9) with { Index = SearchIndex.Empty };
        var space = Given([.. Events.Activated(), Weights.Recorded(empty), Weights.Recorded(Weights.Weight(1)), Weights.Recorded(Weights.Weight(2, 80))]);
        foreach (var descending in new[] { true, false })
        {
            var found = space.Search(ResourceQuery.Where() with { Sort = [new("value-quantity", descending)] }).Matches;
            Assert.Equal((descending ? 80m : 70m, empty.Id), (Kilograms(found[0]), found[2].Id));
        }
    }

    private static readonly ValueList<SortKey>[] Sorts =
    [
        [], [new("date", false)], [new("date", true)], [new("value-quantity", false), new("date", true)], [new(Clause.LastUpdated, false)], [new(Clause.Id, true)],
    ];

    private static decimal Kilograms(KeptResource measure) => measure.Index.Values.OfType<IndexedValue.Quantity>().Single().Low;

    private static SpaceEvent.ResourceRevised Revised(Space space, int n, DateTimeOffset at) =>
        space.Resources.TryFind(Weights.Type, Weights.Id(n), out var old)
            ? new SpaceEvent.ResourceRevised(old with { Version = old.Version + 1, UpdatedAt = at }) : throw new InvalidOperationException();

    private static Outcome<FoundResources> Answer(Space space, ResourceQuery query) =>
        SearchResources.Decide(space, new(Weights.Type, query, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Answer;

    /// <summary>A space that somebody writes in at random, and now and then restores from a snapshot.</summary>
    private sealed class Life
    {
        private int _last;

        public Life(int seed)
        {
            Random = new(seed);
            Space = Given(Events.Activated());
            for (var i = Random.Next(40); i >= 0; i--)
            {
                Record();
            }
        }

        public Random Random { get; }

        public Space Space { get; private set; }

        private DateTimeOffset Now { get; set; } = Moments.Now;

        public Page<KeptResource> Search(ResourceQuery query) => Space.Search(query, Now);

        public List<Guid> Naive(ValueList<SortKey> sort)
        {
            IOrderedEnumerable<KeptResource> Then(IOrderedEnumerable<KeptResource> so, SortKey key) =>
                key.Descending ? so.ThenByDescending(thing => Key(thing, key)) : so.ThenBy(thing => Key(thing, key));
            var keys = sort.Count > 0 ? sort : [new(Clause.LastUpdated, true)];
            var matches = Space.Resources.OfType(Weights.Type).Where(thing => Kilograms(thing) >= 50).OrderBy(_ => 0);
            return [.. keys.Aggregate(matches, Then).ThenBy(thing => thing.Id).Select(thing => thing.Id)];
        }

        public int WriteAtRandom()
        {
            var writes = Random.Next(5);
            for (var i = 0; i < writes; i++)
            {
                Now += TimeSpan.FromSeconds(Random.Next(-2, 10));
                var standing = Space.Resources.OfType(Weights.Type).ToList();
                switch (standing.Count == 0 ? 0 : Random.Next(4))
                {
                    case 0:
                        Record();
                        break;
                    case 1:
                        var gone = standing[Random.Next(standing.Count)];
                        Space.Apply(new SpaceEvent.ResourceRemoved(new(gone.Type, gone.Id, gone.Version + 1, gone.Author, Now)));
                        break;
                    default:
                        var old = standing[Random.Next(standing.Count)];
                        Space.Apply(new SpaceEvent.ResourceRevised(old with { Version = old.Version + 1, Index = AnyIndex(), UpdatedAt = Now }));
                        break;
                }
            }

            if (Random.Next(10) == 0)
            {
                var json = JsonSerializer.Serialize(Space.Snapshot(), DomainJson.Default.SpaceSnapshot);
                Space = NeverWritten();
                Space.Restore(JsonSerializer.Deserialize(json, DomainJson.Default.SpaceSnapshot)!);
            }

            return writes;
        }

        private static IComparable Key(KeptResource thing, SortKey key) => key.Parameter switch
        {
            Clause.Id => thing.Id,
            Clause.LastUpdated => thing.UpdatedAt,
            "date" => thing.Index.Values.OfType<IndexedValue.Moment>().Single().From,
            _ => Kilograms(thing),
        };

        // Few values, so that many are equal and identity decides.
        private SearchIndex AnyIndex() => Weights.Index(Random.Next(45, 60), Moments.Now.AddDays(-Random.Next(5)));

        private void Record()
        {
            var measure = Weights.Weight(++_last) with { Index = AnyIndex(), UpdatedAt = Now };
            Space.Apply(Weights.Recorded(measure));
        }
    }
}
