using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Fhir.Tests.Search;

public sealed class SearchParserTests
{
    private static readonly SpaceId Space = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);
    private static readonly Guid Thing = Guid.Parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

    public static TheoryData<string, string, string, string> Spoiled => new()
    {
        { "weight", "1", "parameter-unknown", "weight" },
        { "subject.name", "x", "parameter-unknown", "subject.name" },
        { "_has", "x", "parameter-unknown", "_has" },
        { "date", "2026-13", "parameter-invalid", "date" },
        { "date", "2026-01-01T25:00", "parameter-invalid", "date" },
        { "code", "a|b|c", "parameter-invalid", "code" },
        { "code", "|", "parameter-invalid", "code" },
        { "code", "a,,b", "parameter-invalid", "code" },
        { "code", "a\\", "parameter-invalid", "code" },
        { "code:missing", "perhaps", "parameter-invalid", "code" },
        { "value-quantity", "1e999|a|b", "parameter-invalid", "value-quantity" },
        { "_count", "many", "parameter-invalid", "_count" },
        { "_total", "", "parameter-invalid", "_total" },
        { "_sort", "-", "parameter-invalid", "_sort" },
        { "code:exact", "a", "parameter-modifier-unsupported", "code" },
        { "device:Practitioner", "a", "parameter-modifier-unsupported", "device" },
        { "device:Device.identifier", "a", "parameter-modifier-unsupported", "device" },
        { "performer:Practitioner.name", "a", "parameter-modifier-unsupported", "performer" },
        { "_revinclude", "Observation:nothing", "parameter-inclusion-unknown", "_revinclude" },
        { "_include", "Observation:device:Device:x", "parameter-inclusion-unknown", "_include" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_cannot_be_followed_is_refused_at_its_parameter_and_quotes_no_value(string name, string value, string code, string parameter)
    {
        var refused = Parse((name, value));
        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Equal(parameter, refused.Refusal!.Expression);
    }

    [Fact]
    public void Commas_mean_or_and_repetition_means_and()
    {
        var query = Parse(("code", "http://loinc.org|a,b"), ("code", "c"), ("category:not", "d")).Value!.Query;
        Assert.Equal(
            [
                new Clause("code", Modifier.None, [new Sought.Token("http://loinc.org", "a"), new Sought.Token(null, "b")]),
                new Clause("code", Modifier.None, [new Sought.Token(null, "c")]),
                new Clause("category", Modifier.Not, [new Sought.Token(null, "d")]),
            ], query.Clauses);
    }

    [Fact]
    public void An_escape_takes_the_meaning_of_a_separator_away() =>
        Assert.Equal([new Sought.Token("a|b", "c,d\\$")], Parse(("code", @"a\|b|c\,d\\\$")).Value!.Query.Clauses[0].AnyOf);

    [Theory]
    [InlineData("eq5.40", Prefix.Equal, "5.40")]
    [InlineData("5.4", Prefix.Equal, "5.4")]
    [InlineData("-1", Prefix.Equal, "-1")]
    [InlineData("ap1e2", Prefix.About, "100")]
    [InlineData("sa0", Prefix.StartsAfter, "0")]
    public void A_number_keeps_its_precision_behind_its_prefix(string text, Prefix prefix, string number)
    {
        var sought = Assert.IsType<Sought.Quantity>(Parse(("value-quantity", text)).Value!.Query.Clauses[0].AnyOf[0]);
        Assert.Equal((prefix, number), (sought.Prefix, sought.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData("2026-03", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData("2026-07-14", "2026-07-13T22:00:00Z", "2026-07-14T22:00:00Z")]
    [InlineData("2026-07-14T10:30", "2026-07-14T08:30:00Z", "2026-07-14T08:31:00Z")]
    [InlineData("2026-07-14T10:30:15", "2026-07-14T08:30:15Z", "2026-07-14T08:30:16Z")]
    [InlineData("2026-07-14T10:30:15.5Z", "2026-07-14T10:30:15.500Z", "2026-07-14T10:30:15.501Z")]
    [InlineData("2026-07-14T10:30:15+02:00", "2026-07-14T08:30:15Z", "2026-07-14T08:30:16Z")]
    [InlineData("2026-07-14T10:30:15 02:00", "2026-07-14T08:30:15Z", "2026-07-14T08:30:16Z")]
    public void A_date_is_as_long_as_it_is_imprecise_and_is_Paris_time_without_a_zone(string text, string from, string to)
    {
        var sought = Assert.IsType<Sought.Moment>(Parse(("date", "ge" + text)).Value!.Query.Clauses[0].AnyOf[0]);
        Assert.Equal((Prefix.GreaterOrEqual, DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)), (sought.Prefix, sought.From, sought.To));
    }

    [Fact]
    public void References_lead_into_the_space_or_stay_words()
    {
        var id = new ResourceId(Space, Thing).ToString();
        var elsewhere = new ResourceId(SpaceId.Parse("ffffffffffffffffffffffffffffffff", null), Thing).ToString();
        Assert.Equal([new Sought.Link(null, Thing)], Parse(("device", id)).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link("Device", Thing)], Parse(("device", $"Device/{id}")).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link("Device", Thing)], Parse(("device:Device", id)).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link("Device", Thing)], Parse(("device", $"https://example.org/fhir/Device/{id}")).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link(null, null, $"Device/{elsewhere}")], Parse(("device", $"Device/{elsewhere}")).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link(null, null, null, "urn:x", "1")], Parse(("device:identifier", "urn:x|1")).Value!.Query.Clauses[0].AnyOf);
        Assert.Equal([new Sought.Link(null, Guid.Empty)], Parse(("_id", elsewhere)).Value!.Query.Clauses[0].AnyOf);
    }

    [Fact]
    public void How_much_in_which_order_and_with_what_is_read_too()
    {
        var query = Parse(("_count", "7"), ("_sort", "-date,code"), ("_total", "none"), ("_include", "Observation:device"), ("_revinclude", "Observation:has-member")).Value!.Query;
        Assert.Equal(7, query.Count);
        Assert.False(query.WithTotal);
        Assert.Equal([new SortKey("date", true), new SortKey("code", false)], query.Sort);
        Assert.Equal([new Inclusion("Observation", "device", null, false), new Inclusion("Observation", "has-member", null, true)], query.Include);
        Assert.Equal((0, true), (Parse(("_summary", "count")).Value!.Query.Count, Parse(("_summary", "count")).Value!.Query.WithTotal));
    }

    [Fact]
    public void Leniency_leaves_out_what_is_unknown_and_nothing_else()
    {
        var parameters = new[] { KeyValuePair.Create("weight", "1"), KeyValuePair.Create("code", "a") };
        var parsed = SearchParser.Read(SearchableType.Of("Observation"), parameters, Space, lenient: true);
        Assert.Equal([parameters[1]], parsed.Value!.Understood);
        Assert.False(SearchParser.Read(SearchableType.Of("Observation"), [KeyValuePair.Create("code:exact", "a")], Space, lenient: true).Accepted);
    }

    [Fact]
    public void What_names_the_patient_is_no_condition()
    {
        var names = new[] { "patient", "subject", "patient.identifier", "subject.identifier", "subject:Patient", "patient:identifier" };
        Assert.Empty(Parse([.. names.Select(name => (name, "x"))]).Value!.Query.Clauses);
        Assert.Empty(SearchParser.ReadCondition(SearchableType.Of("Observation"), [KeyValuePair.Create("patient", "x")], Space).Value!);
    }

    private static Outcome<ParsedSearch> Parse(params (string Name, string Value)[] parameters) => SearchParser.Read(
        SearchableType.Of("Observation"), parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)), Space, lenient: false);
}
