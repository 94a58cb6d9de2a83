using MonEspaceSante.Domain.Quotas;

namespace MonEspaceSante.Domain.Tests.Quotas;

public sealed class QuotaTableTests : IDisposable
{
    private const string Header = "# version: v\n# effective: 2026-11-21\n# source: s\nwho,alert,stepUp,stop,night,refusals,emergencyAlert,emergencyStop\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("mes-quotas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_start_values_are_those_of_the_security_design()
    {
        var table = QuotaTable.Load(Path.Combine(AppContext.BaseDirectory, "reference"));
        Assert.Equal(new QuotaLimits(60, 150, 300, 20, 30, 20, 60), table.Of("10"));
        Assert.True(table.Of("21").Stop > table.Of("10").Stop);
        Assert.Equal(100_000, table.OfStructures.Stop);
    }

    [Theory]
    [InlineData("professional,60,150,300,20,30,20,60")]
    [InlineData("professional,60,150,300,20,30,20,60\nstructure,60,40,300,20,30,20,60")]
    [InlineData("professional,60,150,300,20,30,20,60\nstructure,60,150,many,20,30,20,60")]
    public void A_table_that_is_incomplete_or_stops_before_it_warns_is_refused(string rows)
    {
        File.WriteAllText(Path.Combine(_folder, "activity-quotas.csv"), Header + rows);
        Assert.Throws<FormatException>(() => QuotaTable.Load(_folder));
    }
}
