using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Search;

/// <summary>FHIR R4, search: which values each kind of clause finds.</summary>
public class MatchingTests
{
    private const string Loinc = "http://loinc.org";
    private static readonly Guid Thing = Weights.Id(7);
    private static readonly IndexedValue Weight = new IndexedValue.Token("p", Loinc, "29463-7", "Poids corporel");
    private static readonly IndexedValue Bare = new IndexedValue.Token("p", null, "final");
    private static readonly IndexedValue Name = new IndexedValue.Text("p", "Élodie Dùpont");
    private static readonly IndexedValue Profile = new IndexedValue.Uri("p", "http://example.test/profiles/weight");
    private static readonly IndexedValue Patient = new IndexedValue.Link("p", "Patient", Thing);
    private static readonly IndexedValue Named = new IndexedValue.Link("p", "Patient", null, null, "urn:oid:2.999", "42");

    public static TheoryData<IndexedValue, Modifier, Sought, bool> Tokens => new()
    {
        { Weight, Modifier.None, new Sought.Token(null, "29463-7"), true },
        { Weight, Modifier.None, new Sought.Token(Loinc, "29463-7"), true },
        { Weight, Modifier.None, new Sought.Token(Loinc, null), true },
        { Weight, Modifier.None, new Sought.Token("", "29463-7"), false },
        { Weight, Modifier.None, new Sought.Token("urn:x", "29463-7"), false },
        { Weight, Modifier.None, new Sought.Token(null, "29463"), false },
        { Bare, Modifier.None, new Sought.Token("", "final"), true },
        { Bare, Modifier.None, new Sought.Token(null, "final"), true },
        { Bare, Modifier.None, new Sought.Token(Loinc, "final"), false },
        { Weight, Modifier.Not, new Sought.Token(Loinc, "29463-7"), false },
        { Weight, Modifier.Not, new Sought.Token(Loinc, "8302-2"), true },
        { Weight, Modifier.Text, new Sought.Text("POIDS"), true },
        { Weight, Modifier.Text, new Sought.Text("corporel"), false },
        { Weight, Modifier.None, new Sought.Text("Poids"), false },
        { Bare, Modifier.Text, new Sought.Text("final"), false },
    };

    public static TheoryData<IndexedValue, Modifier, Sought, bool> Words => new()
    {
        { Name, Modifier.None, new Sought.Text("elodie d"), true },
        { Name, Modifier.None, new Sought.Text("ÉLODIE"), true },
        { Name, Modifier.None, new Sought.Text("dupont"), false },
        { Name, Modifier.Contains, new Sought.Text("DUP"), true },
        { Name, Modifier.Contains, new Sought.Text("durand"), false },
        { Name, Modifier.Exact, new Sought.Text("Élodie Dùpont"), true },
        { Name, Modifier.Exact, new Sought.Text("Elodie Dupont"), false },
        { Profile, Modifier.None, new Sought.Uri("http://example.test/profiles/weight"), true },
        { Profile, Modifier.None, new Sought.Uri("http://example.test/profiles"), false },
        { Profile, Modifier.Below, new Sought.Uri("http://example.test/profiles"), true },
        { Profile, Modifier.Below, new Sought.Uri("http://example.test/pro"), false },
        { Profile, Modifier.Above, new Sought.Uri("http://example.test/profiles/weight/1"), true },
        { Profile, Modifier.None, new Sought.Token(null, "http://example.test/profiles/weight"), false },
    };

    public static TheoryData<IndexedValue, Modifier, Sought, bool> Links => new()
    {
        { Patient, Modifier.None, new Sought.Link(null, Thing), true },
        { Patient, Modifier.None, new Sought.Link("Patient", Thing), true },
        { Patient, Modifier.None, new Sought.Link("Group", Thing), false },
        { Patient, Modifier.None, new Sought.Link(null, Weights.Id(8)), false },
        { Patient, Modifier.None, new Sought.Link("Patient", null), false },
        { new IndexedValue.Link("p", "Practitioner", null, "Practitioner/8"), Modifier.None, new Sought.Link(null, null, "Practitioner/8"), true },
        { Named, Modifier.Identifier, new Sought.Link(null, null, null, "urn:oid:2.999", "42"), true },
        { Named, Modifier.Identifier, new Sought.Link(null, null, null, null, "42"), true },
        { Named, Modifier.Identifier, new Sought.Link(null, null, null, "", "42"), false },
        { Named, Modifier.None, new Sought.Link(null, null, null, "urn:oid:2.999", "42"), false },
        { Patient, Modifier.Missing, new Sought.Presence(false), true },
        { Patient, Modifier.Missing, new Sought.Presence(true), false },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    [MemberData(nameof(Words))]
    [MemberData(nameof(Links))]
    public void A_clause_finds_what_it_says(IndexedValue value, Modifier modifier, Sought sought, bool found) =>
        Assert.Equal(found, Finds([value], new Clause("p", modifier, [sought])));

    [Theory]
    [InlineData(Prefix.Equal, "5.4", "5.4", true)]
    [InlineData(Prefix.Equal, "5.4", "5.44", true)]
    [InlineData(Prefix.Equal, "5.4", "5.45", false)]
    [InlineData(Prefix.Equal, "5.40", "5.44", false)]
    [InlineData(Prefix.Equal, "100", "99.5", true)]
    [InlineData(Prefix.Equal, "100", "100.5", false)]
    [InlineData(Prefix.NotEqual, "5.4", "5.44", false)]
    [InlineData(Prefix.NotEqual, "5.4", "5.45", true)]
    [InlineData(Prefix.Greater, "5.4", "5.4", false)]
    [InlineData(Prefix.Greater, "5.4", "5.41", true)]
    [InlineData(Prefix.GreaterOrEqual, "5.4", "5.4", true)]
    [InlineData(Prefix.GreaterOrEqual, "5.4", "5.39", false)]
    [InlineData(Prefix.Less, "5.4", "5.4", false)]
    [InlineData(Prefix.Less, "5.4", "5.39", true)]
    [InlineData(Prefix.LessOrEqual, "5.4", "5.4", true)]
    [InlineData(Prefix.LessOrEqual, "5.4", "5.41", false)]
    [InlineData(Prefix.StartsAfter, "5.4", "5.41", true)]
    [InlineData(Prefix.EndsBefore, "5.4", "5.41", false)]
    [InlineData(Prefix.About, "100", "110", true)]
    [InlineData(Prefix.About, "100", "110.1", false)]
    [InlineData(Prefix.About, "-100", "-90", true)]
    public void A_number_is_as_precise_as_it_was_written(Prefix prefix, string asked, string there, bool found) =>
        Assert.Equal(found, Finds([Quantity(there, there)], new Clause("p", Modifier.None, [new Sought.Quantity(prefix, Number(asked))])));

    [Theory]
    [InlineData(Prefix.Equal, false)]
    [InlineData(Prefix.Greater, true)]
    [InlineData(Prefix.Less, true)]
    [InlineData(Prefix.StartsAfter, false)]
    [InlineData(Prefix.EndsBefore, false)]
    public void A_range_is_compared_by_its_ends(Prefix prefix, bool found) =>
        Assert.Equal(found, Finds([Quantity("3", "8")], new Clause("p", Modifier.None, [new Sought.Quantity(prefix, 5)])));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "mg", true)]
    [InlineData("urn:u", "mg", true)]
    [InlineData("urn:v", "mg", false)]
    [InlineData(null, "g", false)]
    public void A_unit_narrows_where_it_is_given(string? system, string? code, bool found) =>
        Assert.Equal(found, Finds([new IndexedValue.Quantity("p", 5, 5, "urn:u", "mg")], new Clause("p", Modifier.None, [new Sought.Quantity(Prefix.Equal, 5, system, code)])));

    [Fact]
    public void Commas_mean_or_and_clauses_mean_and()
    {
        IndexedValue[] both = [Weight, Bare];
        Assert.True(Finds(both, new Clause("p", Modifier.None, [new Sought.Token(null, "x"), new Sought.Token(null, "final")])));
        Assert.True(Finds(both, Code("final"), Code("29463-7")));
        Assert.False(Finds(both, Code("final"), Code("x")));
        Assert.False(Finds(both, new Clause("p", Modifier.Not, [new Sought.Token(null, "x"), new Sought.Token(null, "final")])));
    }

    [Fact]
    public void What_has_no_value_is_missing_and_is_not_anything()
    {
        Assert.False(Finds([], Code("x")));
        Assert.True(Finds([], new Clause("p", Modifier.Not, [new Sought.Token(null, "x")])));
        Assert.True(Finds([], new Clause("p", Modifier.Missing, [new Sought.Presence(true)])));
        Assert.False(Finds([], new Clause("p", Modifier.Missing, [new Sought.Presence(false)])));
    }

    [Fact]
    public void Identity_and_last_change_are_known_of_everything()
    {
        Assert.True(Finds([], new Clause(Clause.Id, Modifier.None, [new Sought.Link(null, Weights.Id(1))])));
        Assert.False(Finds([], new Clause(Clause.Id, Modifier.None, [new Sought.Link(null, Weights.Id(2))])));
        Assert.True(Finds([], new Clause(Clause.LastUpdated, Modifier.None, [new Sought.Moment(Prefix.Equal, Moments.Now.Date, Moments.Now.Date.AddDays(1))])));
        Assert.False(Finds([], new Clause(Clause.LastUpdated, Modifier.None, [new Sought.Moment(Prefix.StartsAfter, Moments.Now, Moments.Now.AddSeconds(1))])));
        Assert.False(Finds([], new Clause(Clause.LastUpdated, Modifier.Missing, [new Sought.Presence(true)])));
    }

    private static Clause Code(string code) => new("p", Modifier.None, [new Sought.Token(null, code)]);

    private static IndexedValue.Quantity Quantity(string low, string high) => new IndexedValue.Quantity("p", Number(low), Number(high));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Finds(IndexedValue[] values, params Clause[] clauses)
    {
        var space = Given([.. Events.Activated(), Weights.Recorded(Weights.Weight() with { Index = new([.. values]) })]);
        return space.Search(ResourceQuery.Where(clauses)).Matches.Count == 1;
    }
}
