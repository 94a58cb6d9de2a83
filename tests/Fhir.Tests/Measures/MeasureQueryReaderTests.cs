using MonEspaceSante.Fhir.Measures;

namespace MonEspaceSante.Fhir.Tests.Measures;

public class MeasureQueryReaderTests
{
    private const string One = "code=29463-7&subject.identifier=urn:oid:1.2|idpe-1";
    private const string Dated = One + "&date=ge2026-01-01&date=le2026-01-31";

    [Fact]
    public void A_list_has_a_measure_a_person_two_dates_and_a_page()
    {
        var all = Assert.IsType<MeasureQuery.All>(Read(Dated + "&_offset=2&_count=20&_include=Observation:device").Value);

        Assert.Equal(("body-weight", "urn:oid:1.2|idpe-1", true, 2, 20), (all.Kind.Name, all.Subject, all.WithDevices, all.Page, all.Count));
        Assert.Equal((DateTimeOffset.Parse("2026-01-01T00:00:00+01:00"), DateTimeOffset.Parse("2026-01-31T23:59:59+01:00")), (all.From, all.Until));
    }

    [Fact]
    public void A_page_has_fifty_measures_unless_said_otherwise_and_knows_its_neighbours()
    {
        var first = Assert.IsType<MeasureQuery.All>(Read(Dated).Value);

        Assert.Equal((0, 50), (first.Page, first.Count));
        Assert.Equal((null, null, 1), (first.Previous, first.Next(50), first.Next(51)));
        Assert.Equal(3, (first with { Page = 4 }).Previous);
    }

    [Theory]
    [InlineData("code=29463-7&subject.identifier=idpe-1&_sort=-date&_count=1")]
    [InlineData("code=http://loinc.org|29463-7&subject.identifier=idpe-1&_count=1&_sort=-date&_include=Observation.device")]
    public void The_last_measure_is_asked_for_by_its_order_and_number(string query) => Assert.IsType<MeasureQuery.Last>(Read(query).Value);

    [Theory]
    [InlineData("date=2026-01-15")]
    [InlineData("date=eq2026-01")]
    [InlineData("date=gt2026-01-01&date=lt2026-02-01")]
    [InlineData("date=ge2026-01-01T08:00:00Z&date=le2026-01-31T08:00:00Z&_count=1")]
    public void Dates_may_be_written_in_the_ways_of_FHIR(string dates) => Assert.IsType<MeasureQuery.All>(Read($"{One}&{dates}").Value);

    [Theory]
    [InlineData("subject.identifier=a&date=2026", "measure-query-code-not-one", "code")]
    [InlineData("code=1-8&subject.identifier=a&date=2026", "measure-query-code-not-one", "code")]
    [InlineData("code=29463-7&code=8302-2&subject.identifier=a&date=2026", "measure-query-code-not-one", "code")]
    [InlineData("code=29463-7,8302-2&subject.identifier=a&date=2026", "measure-query-code-not-one", "code")]
    [InlineData("code=29463-7&date=2026", "measure-query-subject-missing", "subject.identifier")]
    [InlineData(One, "measure-query-bounds-missing", "date")]
    [InlineData(One + "&date=ge2026-01-01", "measure-query-bounds-missing", "date")]
    [InlineData(One + "&date=ge2026-01-01&date=leyesterday", "measure-query-bounds-missing", "date")]
    [InlineData(One + "&date=ne2026-01-01", "measure-query-bounds-missing", "date")]
    [InlineData(One + "&_count=1", "measure-query-bounds-missing", "date")]
    [InlineData(One + "&_sort=-date", "measure-query-modes-mixed", "_sort")]
    [InlineData(One + "&_sort=date&_count=1", "measure-query-modes-mixed", "_sort")]
    [InlineData(One + "&_sort=-date&_count=2", "measure-query-modes-mixed", "_sort")]
    [InlineData(One + "&_sort=-date&_count=1&_offset=0", "measure-query-modes-mixed", "_sort")]
    [InlineData(Dated + "&_sort=-date&_count=1", "measure-query-modes-mixed", "_sort")]
    [InlineData(Dated + "&_count=101", "measure-query-page-invalid", "_count")]
    [InlineData(Dated + "&_count=0", "measure-query-page-invalid", "_count")]
    [InlineData(Dated + "&_offset=-1", "measure-query-page-invalid", "_offset")]
    [InlineData(Dated + "&_offset=99999999999", "measure-query-page-invalid", "_offset")]
    [InlineData(Dated + "&_include=Observation:subject", "measure-query-include-unsupported", "_include")]
    public void What_is_asked_badly_is_refused(string query, string code, string parameter)
    {
        var refusal = Read(query).Refusal!;

        Assert.Equal((code, parameter), (refusal.Code, refusal.Expression));
    }

    private static Domain.Kernel.Outcome<MeasureQuery> Read(string query) => new MeasureQueryReader(MeasureSample.Table).Read(
        query.Split('&').Select(pair => pair.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]));
}
