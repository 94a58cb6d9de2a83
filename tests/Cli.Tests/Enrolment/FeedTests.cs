using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.Tests.Enrolment;

/// <summary>What the insurer's feed says over time: numbers replaced, children on cards, deaths, in any order, and interrupted anywhere.</summary>
public sealed class FeedTests
{
    private const string Header = TestFolder.Header + ",oid,formerMatricule,attachedTo,diedOn,postalAddress";

    private static readonly Ins Waiting = Number(InsAuthority.Nia, "1800599600123");
    private static readonly Ins Permanent = Number(InsAuthority.Nir, "1800599600777");
    private static readonly Ins Parent = Number(InsAuthority.Nir, "2560299600123");
    private static readonly Ins Child = Number(InsAuthority.Nir, "1150199600123");

    private static readonly string Enrolled = Line(Waiting, "1980-05-17", "M");
    private static readonly string Renumbered = Line(Permanent, "1980-05-17", "M", former: Waiting.Matricule);
    private static readonly string ParentLine = Line(Parent, "1956-02-03", "F");
    private static readonly string ChildLine = Line(Child, "2015-01-09", "M", cards: $"{Parent.Matricule};{Waiting}");

    private static readonly PeopleColumns Columns = PeopleColumns.ReadHeader(System.Text.Encoding.UTF8.GetBytes(Header));

    public static TheoryData<int> Orders => [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Lines_in_any_order_leave_the_same_people_behind(int order)
    {
        string[] lines = [Enrolled, Renumbered, ParentLine, ChildLine];
        var store = new FedStore();

        Assert.True(await store.FeedAsync(Columns, Permutation(lines, order)));

        Assert.Empty(store.Rejects);
        await AssertWholeAsync(store);
    }

    [Fact]
    public async Task Lines_that_come_in_files_of_their_own_leave_the_same_people_behind()
    {
        foreach (var order in Enumerable.Range(0, 24))
        {
            var store = new FedStore();
            foreach (var line in Permutation([Enrolled, Renumbered, ParentLine, ChildLine], order))
            {
                Assert.True(await store.FeedAsync(Columns, [line]));
                Assert.Empty(store.Rejects);
            }

            await AssertWholeAsync(store);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_ends_at_any_storage_call_is_begun_again_and_loses_and_doubles_nobody(bool after)
    {
        string[] lines = [Enrolled, ChildLine, Renumbered, ParentLine];
        var crashes = 0;
        for (var finished = false; !finished; crashes++)
        {
            var store = new FedStore();
            finished = await store.FeedAsync(Columns, lines, crashAt: crashes + 1, after);

            Assert.True(await store.FeedAsync(Columns, lines));
            Assert.Empty(store.Rejects);
            await AssertWholeAsync(store);
        }

        Assert.InRange(crashes, 10, 200);
    }

    [Fact]
    public async Task A_file_taken_in_again_changes_nothing_and_rejects_nothing()
    {
        var store = new FedStore();
        string[] lines = [Enrolled, Renumbered, ParentLine, ChildLine];
        await store.FeedAsync(Columns, lines);
        var spaces = (await store.SpacesAsync()).Order(Comparer<Domain.Spaces.SpaceId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))).ToList();

        Assert.True(await store.FeedAsync(Columns, lines));

        Assert.Equal(new EnrolmentTally(0, 0, 4, 0), store.Tally);
        Assert.Empty(store.Rejects);
        Assert.Equal(spaces, (await store.SpacesAsync()).Order(Comparer<Domain.Spaces.SpaceId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))));
    }

    [Fact]
    public async Task A_number_is_replaced_twice_in_one_file()
    {
        var last = Number(InsAuthority.Nir, "1800599600888");
        var store = new FedStore();

        await store.FeedAsync(Columns, [Enrolled, Renumbered, Line(last, "1980-05-17", "M", former: Permanent.ToString())]);

        Assert.Equal((await store.FindAsync(last))!.Space, (await store.FindAsync(Waiting))!.Space);
    }

    [Fact]
    public async Task Two_numbers_that_each_have_a_space_are_told_and_left_as_they_are()
    {
        var store = new FedStore();
        await store.FeedAsync(Columns, [Enrolled, Line(Permanent, "1980-05-17", "M")]);
        var (first, second) = (await store.FindAsync(Waiting), await store.FindAsync(Permanent));

        await store.FeedAsync(Columns, [Renumbered]);

        Assert.Equal([(1L, "two-spaces")], store.Rejects);
        Assert.Equal((first, second), (await store.FindAsync(Waiting), await store.FindAsync(Permanent)));
    }

    [Fact]
    public async Task A_number_is_not_replaced_by_two_others()
    {
        var store = new FedStore();

        await store.FeedAsync(Columns, [Enrolled, Renumbered, Line(Child, "1980-05-17", "M", former: Waiting.Matricule)]);

        Assert.Equal([(3L, "number-replaced")], store.Rejects);
        Assert.Null(await store.FindAsync(Child));
    }

    [Fact]
    public async Task A_death_is_told_to_the_space_once_the_feed_says_it_and_not_again()
    {
        var store = new FedStore();
        var dead = Line(Child, "2015-01-09", "M", died: "2020-03-04");
        await store.FeedAsync(Columns, [Line(Child, "2015-01-09", "M"), ParentLine]);
        Assert.Empty(await store.DueAsync());

        await store.FeedAsync(Columns, [dead]);
        await store.FeedAsync(Columns, [dead]);

        var told = Assert.Single(await store.DueAsync());
        Assert.Equal(($"space/{(await store.FindAsync(Child))!.Space}", "HolderDied"), (told.Target, told.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_death_is_not_missed_wherever_the_process_ends(bool after)
    {
        var dead = Line(Child, "2015-01-09", "M", died: "2020-03-04");
        for (var (finished, call) = (false, 1); !finished; call++)
        {
            var store = new FedStore();
            finished = await store.FeedAsync(Columns, [dead], call, after);
            await store.FeedAsync(Columns, [dead]);
            var space = (await store.FindAsync(Child))!.Space;
            Assert.Contains(await store.DueAsync(), entry => entry.Target == $"space/{space}");
        }
    }

    [Fact]
    public async Task Objects_of_json_say_what_rows_say()
    {
        var (rows, objects) = (new FedStore(), new FedStore());
        await rows.FeedAsync(Columns, [Line(Child, "2015-01-09", "M", cards: $"{Parent.Matricule};{Waiting}", address: "1 RUE; 99999 ESSAI", died: "2020-03-04")]);

        await objects.FeedAsync(new PeopleObjects(),
        [
            $$"""
            {"matricule":"{{Child.Matricule}}","oid":"{{Child.Oid}}","birthName":"ORÉE","givenNames":"Zoé","birthDate":"2015-01-09","sex":"M","birthPlace":"99600",
             "attachedTo":["{{Parent.Matricule}}","{{Waiting}}"],"postalAddress":["1 RUE","99999 ESSAI"],"diedOn":"2020-03-04","email":null}
            """,
        ]);

        var sheet = (await rows.FindAsync(Child))!.Sheet;
        Assert.Equal(sheet, (await objects.FindAsync(Child))!.Sheet);
        Assert.Equal(["1 RUE", "99999 ESSAI"], sheet.PostalAddress!);
        Assert.Equal(new DateOnly(2020, 3, 4), sheet.DiedOn);
    }

    [Theory]
    [InlineData("[]", "line-not-json")]
    [InlineData("{\"matricule\":1}", "line-not-json")]
    [InlineData("{\"matricule\":\"1\"", "line-not-json")]
    [InlineData("{\"matricule\":\"1\"} {}", "line-not-json")]
    [InlineData("{\"matricule\":\"\\ud800\"}", "line-not-json")]
    [InlineData("{\"surprise\":\"1\"}", "line-field-unknown")]
    [InlineData("{\"matricule\":\"1\",\"matricule\":\"2\"}", "line-field-unknown")]
    [InlineData("{}", "matricule-malformed")]
    public async Task Objects_that_cannot_be_read_are_told(string line, string code)
    {
        var store = new FedStore();
        await store.FeedAsync(new PeopleObjects(), [line]);
        Assert.Equal([(1L, code)], store.Rejects);
    }

    private static async Task AssertWholeAsync(FedStore store)
    {
        var person = await store.FindAsync(Permanent);
        Assert.Equal(person, await store.FindAsync(Waiting));
        Assert.Equal(3, (await store.SpacesAsync()).Distinct().Count());
        Assert.Equal(3, (await store.SpacesAsync()).Count);
        Assert.Equal(Permanent, person!.Sheet.Ins);
        Assert.Equal(1, await store.DependantsAsync(Parent));
        Assert.Equal(1, await store.DependantsAsync(Permanent));
    }

    private static IEnumerable<string> Permutation(string[] lines, int order)
    {
        var left = lines.ToList();
        for (var count = left.Count; count > 0; count--)
        {
            (order, var next) = Math.DivRem(order, count);
            yield return left[next];
            left.RemoveAt(next);
        }
    }

    private static string Line(Ins ins, string born, string sex, string former = "", string cards = "", string died = "", string address = "") =>
        $"{ins.Matricule},ORÉE,Zoé,{born},{sex},99600,{ins.Oid},{former},{cards},{died},{address}";

    private static Ins Number(InsAuthority authority, string thirteen) => Ins.Read(authority, $"{thirteen}{Ins.Key(thirteen):D2}").Value;
}
