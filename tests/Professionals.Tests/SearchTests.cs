using System.Text;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;
using MonEspaceSante.Professionals.Tables;
using static MonEspaceSante.Professionals.Tests.Extracts;

namespace MonEspaceSante.Professionals.Tests;

public class SearchTests
{
    private static readonly NationalDirectory Three = Load(Cardiologist, Pharmacist, Nurse);

    [Theory]
    [InlineData("ecum", "Claude ECUMELLE;Zoé ÉCUMELLE-FICTIVE")]
    [InlineData("Écumelle Fictive", "Zoé ÉCUMELLE-FICTIVE")]
    [InlineData("écumelle zo", "Zoé ÉCUMELLE-FICTIVE")]
    [InlineData("ZOE ecumelle", "Zoé ÉCUMELLE-FICTIVE")]
    [InlineData("claude", "")]
    [InlineData("umelle", "")]
    public void A_name_is_found_by_its_beginning_in_either_order(string name, string expected) =>
        Assert.Equal(expected, string.Join(';', Names(Three.Practitioners(new(name), FirstPage))));

    [Fact]
    public void A_town_narrows_and_is_enough_alone()
    {
        Assert.Equal(["Zoé ÉCUMELLE-FICTIVE"], Names(Three.Practitioners(new("ec", "arveban"), FirstPage)));
        Assert.Equal(["Claude ECUMELLE"], Names(Three.Practitioners(new(null, "Bolicor"), FirstPage)));
        Assert.Empty(Names(Three.Practitioners(new("ec", "nowhere"), FirstPage)));
    }

    [Fact]
    public void A_speciality_or_a_profession_narrows()
    {
        Assert.Equal(["Zoé ÉCUMELLE-FICTIVE"], Names(Three.Practitioners(new("ec", null, "SM04"), FirstPage)));
        Assert.Equal(["Claude ECUMELLE"], Names(Three.Practitioners(new("ec", null, "21"), FirstPage)));
        Assert.Equal("SM04", Assert.Single(Three.Situations(new(null, "arveban", "SM04"), FirstPage).Items).Speciality!.Code);
    }

    [Fact]
    public void Structures_are_found_by_name_town_and_number_and_tell_who_works_there()
    {
        var hospital = Assert.Single(Three.Structures(new("hopital"), FirstPage).Items);
        Assert.Equal(hospital, Three.FindStructureByNationalId("1990000028"));
        Assert.Equal(hospital, Three.FindStructure(hospital.Id));
        Assert.Equal(hospital, Assert.Single(Three.Structures(new(null, "arve"), FirstPage).Items));
        Assert.Equal("Zoé ÉCUMELLE-FICTIVE", Assert.Single(Three.SituationsIn(hospital.Id, FirstPage).Items).PractitionerName);
    }

    [Fact]
    public void An_identity_tells_no_number_and_another_finds_nobody()
    {
        var found = Three.Find(NumberOf(Cardiologist))!;
        Assert.DoesNotContain("0900220", found.Id);
        Assert.Equal(found, Three.FindPractitioner(found.Id));
        Assert.All(["", "0", "0000000000000000", found.Id.ToUpperInvariant() + "A", "99700900220"], id => Assert.Null(Three.FindPractitioner(id)));
        Assert.All(["", "-", $"{found.Id}-0", $"{found.Id}-2", found.Id], id => Assert.Null(Three.FindSituation(id)));
    }

    [Fact]
    public void Every_answer_is_the_one_of_a_search_line_by_line()
    {
        var text = new StringWriter();
        FictiveExtract.Write(text, 1_500, seed: 11);
        var directory = ExtractLoader.Load(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), out _);
        var everybody = directory.Practitioners(new(), new(0, int.MaxValue)).Items;
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var model = everybody[random.Next(everybody.Count)];
            var town = model.Situations[0].Structure!.Town;
            var search = new ProfessionalSearch(
                random.Next(3) > 0 ? model.Surname[..random.Next(2, model.Surname.Length)] : null, random.Next(2) == 0 ? town[..random.Next(2, town.Length)] : null,
                random.Next(3) == 0 ? model.Situations[0].Profession.Code : null);
            var expected = everybody.Where(person => person.Situations.Any(situation => Matches(person, situation, search))).Select(person => person.Id).ToHashSet();
            var found = directory.Practitioners(search, new(0, int.MaxValue));
            Assert.Equal(expected.Count, found.Total);
            Assert.True(expected.SetEquals(found.Items.Select(person => person.Id)), search.ToString());
        }
    }

    [Fact]
    public void Pages_follow_one_another_without_a_gap()
    {
        var text = new StringWriter();
        FictiveExtract.Write(text, 500, seed: 3);
        var directory = ExtractLoader.Load(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), out _);
        var all = directory.Practitioners(new("a"), new(0, 1_000)).Items;
        Assert.True(all.Count > 10);
        Assert.Equal(all, Enumerable.Range(0, (all.Count + 6) / 7).SelectMany(page => directory.Practitioners(new("a"), new(page * 7, 7)).Items));
    }

    private static bool Matches(Practitioner person, Situation situation, ProfessionalSearch search) =>
        (search.Name is null || Folding.Fold(person.Surname).StartsWith(Folding.Fold(search.Name), StringComparison.Ordinal))
        && (search.Town is null || Folding.Fold(situation.Structure?.Town ?? "").StartsWith(Folding.Fold(search.Town), StringComparison.Ordinal))
        && (search.Speciality is null || situation.Profession.Code == search.Speciality || situation.Speciality?.Code == search.Speciality);
}
