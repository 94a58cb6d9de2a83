using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Tests.Json;

public class FhirTimeTests
{
    [Theory]
    [InlineData("2026", "2026-01-01T00:00:00+01:00", "2026-12-31T23:59:59+01:00")]
    [InlineData("2026-06", "2026-06-01T00:00:00+02:00", "2026-06-30T23:59:59+02:00")]
    [InlineData("2026-06-12", "2026-06-12T00:00:00+02:00", "2026-06-12T23:59:59+02:00")]
    [InlineData("2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-29T23:59:59+02:00")]
    [InlineData("2026-06-12T10:00:00", "2026-06-12T10:00:00+02:00", "2026-06-12T10:00:00+02:00")]
    [InlineData("2026-06-12T10:00:00Z", "2026-06-12T10:00:00Z", "2026-06-12T10:00:00Z")]
    [InlineData("2026-06-12T10:00:00.5-04:30", "2026-06-12T10:00:00.5-04:30", "2026-06-12T10:00:00.5-04:30")]
    [InlineData("2026-06-12T10:00:00.123456789Z", "2026-06-12T10:00:00.1234567Z", "2026-06-12T10:00:00.1234567Z")]
    public void A_time_is_the_stretch_that_it_names(string text, string first, string last)
    {
        var time = FhirTime.Read(text);

        Assert.Equal(new FhirTime(DateTimeOffset.Parse(first), DateTimeOffset.Parse(last)), time);
        Assert.Equal(DateTimeOffset.Parse(first).Offset, time!.Value.First.Offset);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26-06-12")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("20261")]
    [InlineData("2026-06-12 10:00:00Z")]
    [InlineData("2026-06-12T10:00Z")]
    [InlineData("2026-06-12T25:00:00Z")]
    [InlineData("2026-06-12T10:00:005Z")]
    [InlineData("2026-06-12T10:00:00+15:00")]
    [InlineData("2026-06-12Z")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-06-12\n")]
    public void What_is_no_time_is_not_read(string? text) => Assert.Null(FhirTime.Read(text));
}
