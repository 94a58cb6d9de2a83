using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Documents;

public class DocumentFilterTests
{
    private static readonly DocumentSheet Sheet = Papers.Sheet() with { Draft = Papers.Draft() with { Class = "10" } };

    private static DateTimeOffset Created => Sheet.Draft.CreatedAt;

    public static TheoryData<DocumentFilter, bool> Filters => new()
    {
        { new(), true },
        { new(Id: Sheet.Id), true },
        { new(Id: Sheet.LogicalId), true },
        { new(Id: Guid.Empty), false },
        { new(UniqueId: "1.2.3"), true },
        { new(UniqueId: "1.2"), false },
        { new(Types: [Papers.Delivery, Papers.Biology]), true },
        { new(Types: [Papers.Delivery]), false },
        { new(Types: []), false },
        { new(Classes: ["10"]), true },
        { new(Classes: ["11"]), false },
        { new(Statuses: [DocumentStatus.Current]), true },
        { new(Statuses: [DocumentStatus.Superseded]), false },
        { new(CreatedFrom: Created), true },
        { new(CreatedFrom: Created + Moments.Tick), false },
        { new(CreatedBefore: Created + Moments.Tick), true },
        { new(CreatedBefore: Created), false },
        { new(UniqueId: "1.2.3", Classes: ["11"]), false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_narrows_by_each_thing_it_says(DocumentFilter filter, bool matches) => Assert.Equal(matches, filter.Matches(Sheet));
}
