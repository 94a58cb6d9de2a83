using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

/// <summary>Documents and submission sets are found by the parameters of PDSm (ITI-66, ITI-67).</summary>
public class DocumentSearchTests
{
    private static readonly DocumentSheet Sheet = Samples.Sheet with { Draft = Samples.Sheet.Draft with { Labels = Labels.Normal } };

    public static TheoryData<string, Sought, Modifier, bool> Clauses => new()
    {
        { "type", new Sought.Token(null, Papers.Biology), Modifier.None, true },
        { "type", new Sought.Token(null, Papers.Delivery), Modifier.None, false },
        { "category", new Sought.Token(null, "10"), Modifier.None, true },
        { "facility", new Sought.Token("urn:oid:1.2.250.1.71.4.2.4", "SA07"), Modifier.None, true },
        { "setting", new Sought.Token(null, "ETABLISSEMENT"), Modifier.None, true },
        { "identifier", new Sought.Token(null, "1.2.3"), Modifier.None, true },
        { "identifier", new Sought.Token(null, "1.2"), Modifier.None, false },
        { "identifier", new Sought.Token(null, Sheet.LogicalId.ToString("D")), Modifier.None, true },
        { "status", new Sought.Token(null, "superseded"), Modifier.None, true },
        { "status", new Sought.Token(null, "current"), Modifier.None, false },
        { "isArchived", new Sought.Token(null, "true"), Modifier.None, true },
        { "security-label", new Sought.Token(null, "N"), Modifier.None, true },
        { "security-label", new Sought.Token(null, "MASQUE_PS"), Modifier.None, false },
        { "format", new Sought.Token(null, "urn:ihe:lab:xd-lab:2008"), Modifier.None, true },
        { "event", new Sought.Token(null, "HHFA001"), Modifier.None, true },
        { "related", new Sought.Link(null, null, null, "urn:oid:2.999", "42"), Modifier.Identifier, true },
        { "relatesto", new Sought.Link(null, null, null, null, "1.2.2"), Modifier.Identifier, true },
        { "author", new Sought.Link(null, null, null, ProfessionalId.System, People.Gp.Value), Modifier.Identifier, true },
        { "author.family", new Sought.Text("autom"), Modifier.None, true },
        { "author.given", new Sought.Text("zoé"), Modifier.None, false },
        { "description", new Sought.Text("ete"), Modifier.Contains, true },
        { "creation", Day(Prefix.Equal, Moments.Now), Modifier.None, true },
        { "creation", Day(Prefix.StartsAfter, Moments.Now), Modifier.None, false },
        { "period", Day(Prefix.Equal, Moments.Now), Modifier.None, true },
        { "period-start", Day(Prefix.Less, Moments.Now), Modifier.None, false },
        { "period-end", Day(Prefix.LessOrEqual, Moments.Now), Modifier.None, true },
        { Clause.Id, new Sought.Link(null, Sheet.LogicalId), Modifier.None, true },
    };

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_sheet_is_found_by_what_it_says(string parameter, Sought sought, Modifier modifier, bool found) =>
        Assert.Equal(found ? 1 : 0, List(ResourceQuery.Where(new Clause(parameter, modifier, [sought]))).Documents.Count);

    [Fact]
    public void Lists_come_by_pages_the_latest_deposit_first()
    {
        var first = List(ResourceQuery.Where() with { Count = 1, WithTotal = true }, Papers.Sheet("old", at: Moments.Now.AddYears(-1)));
        Assert.Equal(("1.2.3", 2), (first.Documents[0].Draft.UniqueId, first.Total));
        var second = List(ResourceQuery.Where() with { Count = 1, Cursor = first.Next }, Papers.Sheet("old", at: Moments.Now.AddYears(-1)));
        Assert.Equal(("old", null), (second.Documents[0].Draft.UniqueId, second.Next));
    }

    [Fact]
    public void Sets_are_found_by_when_they_came_with_the_members_that_one_may_see()
    {
        var submission = new SubmissionSet(Weights.Id(1), Papers.Submission());
        DocumentSheet Of(string name, Labels labels, DateTimeOffset at) => Papers.Sheet(name, labels: labels, at: at) with { Submission = submission };
        var space = Given(
        [
            .. Events.Activated(), Events.Deposited(Of("a", Labels.Normal, Moments.Now)), Events.Deposited(Of("b", Labels.HiddenFromProfessionals, Moments.Now)),
            Events.Deposited(Papers.Sheet("alone", at: Moments.Now.AddDays(-9))), Events.Deposited(Papers.Sheet("hidden", labels: Labels.HiddenFromProfessionals)),
        ]);
        Assert.Equal([1, 1], Sets(People.Professional(), ResourceQuery.Where()).Select(set => set.Documents.Count));
        Assert.Equal([2, 1, 1], Sets(People.Holder, ResourceQuery.Where()).Select(set => set.Documents.Count));
        var since = Assert.Single(Sets(People.Professional(), ResourceQuery.Where(Weights.Where("date", Day(Prefix.GreaterOrEqual, Moments.Now)))));
        Assert.Equal((submission.Id, submission.Draft), (since.Id, since.Draft));
        Assert.Null(Sets(People.Professional(), ResourceQuery.Where())[1].Draft);
        Assert.Empty(Sets(People.Staff(), ResourceQuery.Where()));

        // A snapshot keeps no sets: documents tell them.
        var restored = NeverWritten();
        restored.Restore(space.Snapshot());
        Assert.Equal(ListOf(space), ListOf(restored));

        ValueList<Submission> Sets(Caller caller, ResourceQuery query) =>
            ListSubmissions.Decide(space, new(query, Weights.Declaring), Acts.By(caller), Papers.Matrix).Answer.Value!.Matches;

        static ValueList<Submission> ListOf(Space space) =>
            ListSubmissions.Decide(space, new(ResourceQuery.Where(), AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Answer.Value!.Matches;
    }

    private static Sought.Moment Day(Prefix prefix, DateTimeOffset moment) => new(prefix, moment.Date, moment.Date.AddDays(1));

    private static DocumentList List(ResourceQuery query, params DocumentSheet[] others) => ListDocuments.Decide(
        Given([.. Events.Activated(), Events.Deposited(Sheet), .. others.Select(Events.Deposited)]),
        new(query, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Answer.Value!;
}
