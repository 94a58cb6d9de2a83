using MonEspaceSante.Cli.People;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.Tests.People;

public sealed class FictivePeopleTests
{
    private const int Many = 50_000;

    [Fact]
    public void Matricules_are_valid_all_different_and_of_countries_that_do_not_exist()
    {
        var people = Take(Many, seed: 7);

        Assert.Equal(Many, people.Select(person => person.Matricule).Distinct().Count());
        Assert.All(people, person =>
        {
            Assert.True(Ins.Read(InsAuthority.TestNir, person.Matricule).Accepted);
            Assert.InRange(int.Parse(person.BirthPlace, null), 99_600, 99_899);
            Assert.Equal(person.BirthPlace, person.Matricule[5..10]);
            Assert.Equal(person.Sex == Sex.Male ? '1' : '2', person.Matricule[0]);
            Assert.Equal($"{person.BirthDate:yyMM}", person.Matricule[1..5]);
        });
    }

    [Fact]
    public void A_seed_gives_the_same_people_again_and_another_seed_gives_others()
    {
        Assert.Equal(Take(100, seed: 1), Take(100, seed: 1));
        Assert.Empty(Take(100, seed: 1).Intersect(Take(100, seed: 2)));
    }

    private static FictivePerson[] Take(int count, int seed)
    {
        var people = new FictivePeople(seed);
        return [.. Enumerable.Range(0, count).Select(_ => people.Next())];
    }
}
