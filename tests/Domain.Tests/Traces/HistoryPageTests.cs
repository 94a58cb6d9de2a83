using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Tests.Traces;

/// <summary>The history, filtered and page by page.</summary>
public class HistoryPageTests
{
    private static readonly AccessTrace[] History =
    [
        .. Enumerable.Range(0, 40).Select(n => Samples.Trace with
        {
            Id = Guid.NewGuid(),
            At = Moments.Now.AddHours(-n),
            Action = n % 2 == 0 ? TraceAction.OpenedDocument : TraceAction.SearchedResources,
            Allowed = n % 3 != 0,
            Context = n % 4 == 0 ? Samples.Trace.Context : AccessContext.Ordinary,
            By = n % 5 == 0 ? new Caller.Holder(People.Space) : Samples.Trace.By,
        }),
    ];

    public static TheoryData<string, string, int[]> Filters => new()
    {
        { TraceIndex.Group, "MEDICAL_DOCUMENT", [0, 2, 4] },
        { TraceIndex.Group, "GENERAL", [1, 3, 5] },
        { TraceIndex.Group, "SERVICE_TIERS", [] },
        { TraceIndex.Actor, "PATIENT", [0, 5, 10] },
        { TraceIndex.Outcome, TraceIndex.Failed, [0, 3, 6] },
        { TraceIndex.Outcome, TraceIndex.Succeeded, [1, 2, 4] },
        { TraceIndex.Mode, nameof(AccessMode.BreakGlass), [0, 4, 8] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Each_filter_keeps_what_it_says(string parameter, string code, int[] kept) =>
        Assert.Equal(kept.Select(n => History[n].Id), Cut(Where(parameter, new Sought.Token(null, code)) with { Count = 3 }, History).Matches.Select(trace => trace.Id));

    [Fact]
    public void A_document_is_found_as_a_sheet_and_as_its_content()
    {
        var document = Samples.Trace.Document!.Value;
        Assert.Equal(40, Cut(Where(TraceIndex.Entity, new Sought.Link("DocumentReference", document)), History).Matches.Count);
        Assert.Equal(40, Cut(Where(TraceIndex.Entity, new Sought.Link("Binary", document)), History).Matches.Count);
        Assert.Empty(Cut(Where(TraceIndex.Entity, new Sought.Link("DocumentReference", Guid.NewGuid())), History).Matches);
    }

    [Fact]
    public void Pages_neither_miss_nor_repeat_while_entries_come_in()
    {
        var (query, told) = (Where(TraceIndex.Group, new Sought.Token(null, "GENERAL")) with { Count = 7 }, new List<Guid>());
        var growing = History.ToList();
        for (var page = Cut(query, growing); ; page = Cut(query with { Cursor = page.Next }, growing))
        {
            told.AddRange(page.Matches.Select(trace => trace.Id));
            growing.Insert(0, Samples.Trace with { Id = Guid.NewGuid(), Action = TraceAction.ReadHistory });
            if (page.Next is null)
            {
                break;
            }
        }

        Assert.Equal(History.Where(trace => trace.Action is TraceAction.SearchedResources).Select(trace => trace.Id), told);
    }

    [Fact]
    public void A_page_after_an_entry_that_the_reader_is_not_told_of_is_refused()
    {
        foreach (var cursor in new[] { Guid.NewGuid().ToString("N"), "x", "" })
        {
            Assert.Equal(SearchRefusals.CursorExpired, HistoryPage.Cut(History, ResourceQuery.Where() with { Cursor = cursor }, People.Space, Moments.Now).Refusal);
        }

        Assert.Equal(SearchRefusals.CountInvalid, HistoryPage.Cut(History, ResourceQuery.Where() with { Count = 1_001 }, People.Space, Moments.Now).Refusal);
    }

    [Fact]
    public void All_pages_are_counted_where_that_is_asked() =>
        Assert.Equal(20, Cut(Where(TraceIndex.Group, new Sought.Token(null, "GENERAL")) with { Count = 0, WithTotal = true }, History).Total);

    private static ResourceQuery Where(string parameter, Sought sought) => ResourceQuery.Where(new Clause(parameter, Modifier.None, [sought]));

    private static Page<AccessTrace> Cut(ResourceQuery query, IReadOnlyList<AccessTrace> history) => HistoryPage.Cut(history, query, People.Space, Moments.Now).Value!;
}
