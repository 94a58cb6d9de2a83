using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Tests.Identity;

public sealed class SectorsTests
{
    [Theory]
    [InlineData("SA13", Sector.OccupationalHealth)]
    [InlineData("SA48", Sector.OccupationalHealth)]
    [InlineData("SA66", Sector.OccupationalHealth)]
    [InlineData("SA23", Sector.Insurance)]
    [InlineData("SA24", Sector.Insurance)]
    [InlineData("SA01", Sector.Care)]
    [InlineData("SA05", Sector.Care)]
    [InlineData("SA39", Sector.Care)]
    [InlineData("SA43", Sector.Care)]
    [InlineData("", Sector.Care)]
    [InlineData(null, Sector.Care)]
    public void The_code_of_the_activity_tells_the_sector(string? activity, Sector sector) => Assert.Equal(sector, Sectors.Of(activity));
}
