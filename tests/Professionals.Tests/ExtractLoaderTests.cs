using System.Text;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;
using static MonEspaceSante.Professionals.Tests.Extracts;

namespace MonEspaceSante.Professionals.Tests;

public class ExtractLoaderTests
{
    [Fact]
    public void Two_lines_of_one_person_are_two_situations()
    {
        var directory = Load(out var report, Cardiologist, Pharmacist, Cardiologist with { Finess = "990000010", StructureName = "Cabinet fictif" });
        Assert.Equal((3, 2, 3), (report.Lines, report.Practitioners, report.Structures));
        var found = directory.Find(NumberOf(Cardiologist))!;
        Assert.Equal(["1990000028", "1990000010"], found.Situations.Select(situation => situation.Structure!.NationalId));
        Assert.Equal(found.Situations[1], directory.FindSituation(found.Situations[1].Id));
    }

    [Fact]
    public void What_the_line_says_is_what_is_told()
    {
        var found = Load(Cardiologist).Find(NumberOf(Cardiologist))!;
        Assert.Equal(("ÉCUMELLE-FICTIVE", "Zoé", "99700900220"), (found.Surname, found.GivenName, found.Number.Value));
        var situation = Assert.Single(found.Situations);
        Assert.Equal(("10", "Médecin", "SM04", "Zoé ÉCUMELLE-FICTIVE"), (situation.Profession.Code, situation.Profession.Label, situation.Speciality?.Code, situation.PractitionerName));
        var structure = situation.Structure!;
        Assert.Equal(("1 AVENUE DES ACACIAS", "99100", "ARVEBAN SUR FICTION", "0199000000"), (structure.Street, structure.PostalCode, structure.Town, structure.Telephone));
    }

    [Fact]
    public void A_structure_is_known_by_FINESS_then_SIRET_and_may_be_absent()
    {
        var directory = Load(Cardiologist, Pharmacist, Nurse);
        Assert.Equal("1990000028", directory.Find(NumberOf(Cardiologist))!.Situations[0].Structure!.NationalId);
        Assert.Equal("399000000000001", directory.Find(NumberOf(Pharmacist))!.Situations[0].Structure!.NationalId);
        Assert.Null(directory.Find(NumberOf(Nurse))!.Situations[0].Structure);
    }

    public static TheoryData<LineFault, string> Faulty => new()
    {
        { LineFault.CellsMiscounted, "8|99700900220|" },
        { LineFault.CellsMiscounted, Cardiologist + "more|" },
        { LineFault.OtherRegister, "0" + Cardiologist.ToString()[1..] },
        { LineFault.NumberInvalid, (Cardiologist with { Number = "99700900221" }).ToString() },
        { LineFault.NumberInvalid, (Cardiologist with { Number = "9970090022" }).ToString() },
        { LineFault.NumberInvalid, (Cardiologist with { Number = "9970090022é" }).ToString() },
        { LineFault.NameMissing, (Cardiologist with { Surname = " " }).ToString() },
        { LineFault.ProfessionMissing, (Cardiologist with { Profession = "" }).ToString() },
        { LineFault.InTraining, (Cardiologist with { Category = "E" }).ToString() },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_line_is_counted_and_left_aside(LineFault fault, string line)
    {
        var directory = Load(out var report, Pharmacist, line, Nurse);
        Assert.Equal([new(fault, 1)], report.LeftAside);
        Assert.Equal((3, 2), (report.Lines, directory.PractitionerCount));
        Assert.Null(directory.Find(NumberOf(Cardiologist)));
    }

    [Fact]
    public void A_line_that_is_not_UTF_8_is_left_aside()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Header}\n{Nurse}\n"), .. Encoding.Latin1.GetBytes(Cardiologist.ToString())];
        ExtractLoader.Load(new MemoryStream(bytes), out var report);
        Assert.Equal([new(LineFault.NotUtf8, 1)], report.LeftAside);
    }

    [Fact]
    public void Columns_are_found_by_name_with_a_mark_before_and_returns_behind()
    {
        string[] header = [.. Header.Split('|').Reverse()], line = [.. Cardiologist.ToString().Split('|').Reverse()];
        var text = "\uFEFF" + string.Join('|', header) + "\r\n" + string.Join('|', line) + "\r\n\r\n";
        var directory = ExtractLoader.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), out var report);
        Assert.Equal(1, report.Lines);
        Assert.Equal("ÉCUMELLE-FICTIVE", directory.Find(NumberOf(Cardiologist))!.Surname);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name|number|")]
    public void A_file_that_is_no_extract_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => ExtractLoader.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), out _));

    [Fact]
    public void A_file_that_names_nobody_is_refused() => Assert.Throws<InvalidDataException>(() => Load());

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory() =>
        Assert.Throws<InvalidDataException>(() => Load(new string('x', 2 * LineReader.LongestLine)));

    [Fact]
    public void A_fictive_extract_is_read_without_a_fault_and_is_the_same_for_the_same_seed()
    {
        var (one, other) = (new StringWriter(), new StringWriter());
        FictiveExtract.Write(one, 3_000, seed: 7);
        FictiveExtract.Write(other, 3_000, seed: 7);
        Assert.Equal(one.ToString(), other.ToString());
        var directory = ExtractLoader.Load(new MemoryStream(Encoding.UTF8.GetBytes(one.ToString())), out var report);
        Assert.Empty(report.LeftAside);
        Assert.Equal((3_000, 3_000), (report.Lines, directory.SituationCount));
    }
}
