using System.Text;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Cli.Tests.Enrolment;

/// <summary>A batch leaves behind what its lines would, taken in one after the other.</summary>
public sealed class LineOrderTests
{
    private const int Numbers = 5;

    private static readonly PeopleColumns Columns = PeopleColumns.ReadHeader("matricule,birthName,givenNames,birthDate,sex,birthPlace,formerMatricule,attachedTo"u8);

    private static readonly Ins[] People = [.. Enumerable.Range(1, Numbers).Select(i => Number($"180059960010{i}"))];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_batch_of_any_lines_ends_as_the_lines_one_by_one_do(int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, random.Next(2, 14)).Select(_ => Line(random)).ToList();
        var (together, apart) = (new FedStore(), new FedStore());

        Assert.True(await together.FeedAsync(Columns, lines));
        var rejects = new List<(long, string)>();
        foreach (var (i, line) in lines.Index())
        {
            Assert.True(await apart.FeedAsync(Columns, [line]));
            rejects.AddRange(apart.Rejects.Select(reject => (i + 1L, reject.Code)));
        }

        Assert.Equal(rejects, together.Rejects);
        Assert.Equal(await SeenAsync(apart), await SeenAsync(together));
    }

    [Fact]
    public void Lines_that_replace_no_number_all_go_together() =>
        Assert.Equal([0, 0, 0], LineOrder.Waves([(Key(1), null), (Key(2), null), (Key(1), null)]));

    [Fact]
    public void A_line_waits_for_those_before_it_that_touch_the_number_it_replaces_and_for_no_others() =>
        Assert.Equal([0, 1, 0, 2, 2], LineOrder.Waves([(Key(1), null), (Key(2), Key(1)), (Key(9), null), (Key(1), null), (Key(3), Key(2))]));

    /// <summary>What can be seen from outside: whom each number finds, which numbers share a space, who is on whose card.</summary>
    private static async Task<string> SeenAsync(FedStore store)
    {
        var seen = new StringBuilder();
        var spaces = new List<SpaceId>();
        foreach (var ins in People)
        {
            var person = await store.FindAsync(ins);
            if (person is not null && !spaces.Contains(person.Space))
            {
                spaces.Add(person.Space);
            }

            seen.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{person?.Sheet.Ins} {person?.Sheet.BirthName} {(person is null ? -1 : spaces.IndexOf(person.Space))} {await store.DependantsAsync(ins)}");
        }

        return seen.ToString();
    }

    private static string Line(Random random)
    {
        var (own, former) = (People[random.Next(Numbers)], random.Next(3) == 0 ? People[random.Next(Numbers)].ToString() : "");
        var card = random.Next(4) == 0 ? People[random.Next(Numbers)].ToString() : "";
        return $"{own.Matricule},NOM{random.Next(3)},Zoé,1980-05-{(random.Next(8) == 0 ? 18 : 17)},M,99600,{former},{card}";
    }

    private static BlindKey Key(int number) => BlindKey.Parse(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), null);

    private static Ins Number(string thirteen) => Ins.Read(InsAuthority.Nir, $"{thirteen}{Ins.Key(thirteen):D2}").Value;
}
