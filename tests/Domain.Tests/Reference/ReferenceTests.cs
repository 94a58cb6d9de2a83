using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Reference;

public class ReferenceTests
{
    private const string Head = "# version: v1\n# effective: 2026-11-21\n# source: us\n";
    private const string Columns = "documentTypeCode,codeSystem,label,classCode,patientCategory,family,10,81-85\n";
    private const string Row = "11502-2,LOINC,Biologie,10,BIOLOGIE,BIO,R,N\n";

    [Fact]
    public void The_record_knows_107_types_of_three_code_systems()
    {
        Assert.Equal(107, Papers.Types.All.Count);
        Assert.Equal(76, Papers.Types.All.Count(type => type.System == "http://loinc.org"));
        Assert.All(Papers.Types.All, type => Assert.False(string.IsNullOrWhiteSpace(type.Label)));
        Assert.Equal("10", Papers.Types.Find(Papers.Biology)?.Class);
        Assert.Null(Papers.Types.Find("no-such-type"));
    }

    [Fact]
    public void The_27_columns_stand_for_42_professions()
    {
        Assert.Equal(42, Papers.Matrix.Professions.Count);
        string[] spread = ["81", "82", "83", "84", "85", "316", "317", "42", "49", "51", "53"];
        Assert.All(spread, profession => Assert.Contains(profession, Papers.Matrix.Professions));
    }

    // 50 is a midwife; the social professions 42 to 53 leave it out.
    [Fact]
    public void A_midwife_is_no_social_worker()
    {
        Assert.True(Papers.Matrix.Reads("50", Papers.Delivery));
        Assert.False(Papers.Matrix.Reads("49", Papers.Delivery));
        Assert.False(Papers.Matrix.Reads("51", Papers.Delivery));
    }

    [Fact]
    public void Doctors_read_every_type_but_the_residence_certificate() => Assert.Equal(
        ["ATTEST-RESID"], Papers.Types.All.Select(type => type.Code).Where(code => !Papers.Matrix.Reads("10", code)));

    [Theory]
    [InlineData("68599-0")]
    [InlineData("75496-0")]
    [InlineData("80788-3")]
    [InlineData("83901-9")]
    [InlineData("83981-1")]
    public void The_five_exceptions_of_dentists_are_not_read(string type) => Assert.False(Papers.Matrix.Reads("40", type));

    [Fact]
    public void Dentists_read_the_majority() =>
        Assert.True(Papers.Types.All.Count(type => Papers.Matrix.Reads("40", type.Code)) > 107 / 2);

    [Fact]
    public void An_optician_does_not_read_a_delivery_report() => Assert.False(Papers.Matrix.Reads("28", Papers.Delivery));

    [Fact]
    public void Breadth_falls_from_doctors_to_nurses_to_others_to_social_workers()
    {
        int Breadth(string profession) => Papers.Types.All.Count(type => Papers.Matrix.Reads(profession, type.Code));
        Assert.True(Breadth("10") > Breadth("60"));
        Assert.True(Breadth("60") > Breadth("70"));
        Assert.True(Breadth("70") > Breadth("41"));
    }

    [Fact]
    public void What_the_table_does_not_know_is_not_read()
    {
        Assert.False(Papers.Matrix.Reads("999", Papers.Biology));
        Assert.False(Papers.Matrix.Reads("", Papers.Biology));
        Assert.False(Papers.Matrix.Reads("10", "no-such-type"));
    }

    [Theory]
    [InlineData("DOCPAT01", true)]
    [InlineData("EXPPAT_3", true)]
    [InlineData("11502-2", false)]
    public void Some_types_come_from_the_patient(string code, bool fromPatient) => Assert.Equal(fromPatient, Papers.Types.Find(code)?.FromPatient);

    [Fact]
    public void A_table_says_its_version_day_and_source()
    {
        var table = Read(Head + Columns + Row);
        Assert.Equal(("v1", new DateOnly(2026, 11, 21), "us"), (table.Version, table.Effective, table.Source));
        Assert.Equal("v1", AccessMatrix.From(table).Version);
        Assert.True(AccessMatrix.From(table).Reads("10", "11502-2"));
        Assert.False(AccessMatrix.From(table).Reads("83", "11502-2"));
    }

    [Fact]
    public void The_matrix_in_force_is_the_latest_that_has_begun()
    {
        AccessMatrix Version(string name, string day) => AccessMatrix.From(Read($"# version: {name}\n# effective: {day}\n# source: us\n{Columns}{Row}"));
        var matrices = new AccessMatrices(Version("second", "2027-03-01"), Version("first", "2026-11-21"));
        var second = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal("first", matrices.At(second.AddYears(-3)).Version);
        Assert.Equal("first", matrices.At(second - TimeSpan.FromTicks(1)).Version);
        Assert.Equal("second", matrices.At(second).Version);
        Assert.Equal("second", matrices.At(second.AddYears(3)).Version);
        Assert.Throws<FormatException>(() => new AccessMatrices());
        Assert.Throws<FormatException>(() => new AccessMatrices(Version("a", "2027-03-01"), Version("b", "2027-03-01")));
    }

    [Theory]
    [InlineData("", "version")]
    [InlineData("# version: \n", "version")]
    [InlineData("# version: v1\n# source: us\n", "effective")]
    [InlineData("# version: v1\n# effective: 21/11/2026\n# source: us\n" + Columns + Row, "effective date")]
    [InlineData(Head, "no header line")]
    [InlineData(Head + Columns, "no row")]
    [InlineData(Head + "a,a\n1,2\n", "the same name")]
    [InlineData(Head + Columns + "11502-2,LOINC\n", "row 1 has 2 cells instead of 8")]
    [InlineData(Head + Columns + "11502-2,LOINC,\"Bio,10,BIOLOGIE,BIO,R,N\n", "cannot be parsed")]
    [InlineData(Head + "documentTypeCode,codeSystem,label,classCode,patientCategory,10\n11502-2,LOINC,B,10,B,R\n", "no column family")]
    [InlineData(Head + "documentTypeCode,codeSystem,label,classCode,patientCategory,family\n11502-2,LOINC,B,10,B,BIO\n", "no column of a profession")]
    [InlineData(Head + Columns + "11502-2,LOINC,B,10,B,BIO,R,X\n", "\"X\" for 11502-2 and 81-85")]
    [InlineData(Head + Columns + "11502-2,SNOMED,B,10,B,BIO,R,N\n", "code system SNOMED")]
    [InlineData(Head + Columns + ",LOINC,B,10,B,BIO,R,N\n", "the code \"\"")]
    [InlineData(Head + Columns + Row + Row, "2 rows of the code \"11502-2\"")]
    [InlineData(Head + "documentTypeCode,codeSystem,label,classCode,patientCategory,family,10,9-11\n" + Row, "two columns of the matrix are about the profession 10")]
    [InlineData(Head + "documentTypeCode,codeSystem,label,classCode,patientCategory,family,10,doctors\n" + Row, "named \"doctors\"")]
    [InlineData(Head + "documentTypeCode,codeSystem,label,classCode,patientCategory,family,10,85-81\n" + Row, "named \"85-81\"")]
    public void A_broken_table_refuses_to_load_and_says_why(string text, string words)
    {
        var refused = Assert.Throws<FormatException>(() =>
        {
            var table = Read(text);
            DocumentTypes.From(table);
            AccessMatrix.From(table);
        });
        Assert.Contains(words, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static ReferenceTable Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return ReferenceTable.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
