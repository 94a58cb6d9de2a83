using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Professionals.Extract;
using static MonEspaceSante.Professionals.Tests.Extracts;

namespace MonEspaceSante.Professionals.Tests;

public sealed class DirectoryFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly List<LoadReport> _told = [];
    private DateTime _written = new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_professional_of_the_file_is_an_entry_with_profession_and_workplace()
    {
        using var file = Open(Cardiologist);
        Assert.Equal(
            new DirectoryEntry("99700900220", "ÉCUMELLE-FICTIVE", "Zoé", "10", "Médecin", "SM04", Standing.Active, new("1990000028", "Hôpital fictif des Acacias")),
            file.Find("99700900220"));
        Assert.Null(file.Find("99700900444"));
        Assert.Null(file.Find("no number"));
    }

    [Fact]
    public void A_dispatch_centre_is_one_because_the_settings_say_so()
    {
        Write(Cardiologist);
        using var file = new DirectoryFile(_path, ["1990000028"], TimeProvider.System, _told.Add);
        Assert.True(file.Find("99700900220")!.Workplace!.RegulationCentre);
    }

    [Fact]
    public void The_sector_of_the_activity_is_told_with_the_structure_or_without_one()
    {
        using var file = Open(Cardiologist with { Sector = "SA66" }, Pharmacist with { Sector = "SA23", Finess = null, Siret = null, StructureName = null });
        Assert.Equal("SA66", file.Find(Cardiologist.Number)!.ActivitySector);
        Assert.Equal("SA23", file.Find(Pharmacist.Number)!.ActivitySector);
        Assert.Null(file.Find(Pharmacist.Number)!.Workplace);
    }

    [Fact]
    public void A_newer_file_is_taken_once_it_has_settled()
    {
        using var file = Open(Cardiologist);
        Write(Pharmacist);
        file.Refresh();
        Assert.NotNull(file.Find(Cardiologist.Number));
        file.Refresh();
        Assert.Null(file.Find(Cardiologist.Number));
        Assert.NotNull(file.Find(Pharmacist.Number));
        file.Refresh();
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public void A_file_that_cannot_be_used_or_is_gone_changes_nothing_and_is_told()
    {
        using var file = Open(Cardiologist);
        Write("no extract");
        file.Refresh();
        file.Refresh();
        file.Refresh();
        Assert.NotNull(file.Find(Cardiologist.Number));
        Assert.NotNull(_told[1].Trouble);
        Assert.Equal(2, _told.Count);

        File.Delete(_path);
        file.Refresh();
        Assert.NotNull(file.Find(Cardiologist.Number));
        Assert.NotNull(_told[2].Trouble);
    }

    private DirectoryFile Open(params object[] lines)
    {
        Write(lines);
        return new(_path, [], TimeProvider.System, _told.Add);
    }

    private void Write(params object[] lines)
    {
        File.WriteAllText(_path, string.Join('\n', [Header, .. lines]));
        if (lines is ["no extract"])
        {
            File.WriteAllText(_path, "no extract");
        }

        _written = _written.AddMinutes(1);
        File.SetLastWriteTimeUtc(_path, _written);
    }
}
