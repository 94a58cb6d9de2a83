using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Papers.Pdf;
using MonEspaceSante.Papers.Tests.Pdf;

namespace MonEspaceSante.Papers.Tests;

public sealed class PapersTests
{
    private const string Code = "ABCDE23456";

    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 5, 0, TimeSpan.Zero);

    private static readonly HolderSheet Parent = Person("279035121518989", "MARTELLANE", "Alix Noé", new(1979, 3, 12)) with
    {
        PostalAddress = ["1 RUE DES ESSAIS", "99999 ESSAI"],
    };

    private static readonly HolderSheet Child = Person("124018852493334", "MARTELLANE", "Élie", new(2024, 1, 30));

    public static TheoryData<string> Names => [.. All(PaperLanguage.French).Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_paper_is_whole_in_both_languages_and_shows_no_full_matricule(string name)
    {
        var (french, english) = (Text(All(PaperLanguage.French)[name]), Text(All(PaperLanguage.English)[name]));
        Assert.NotEqual(french, english);
        Assert.All([french, english], text =>
        {
            Assert.DoesNotContain("0351215189", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain('?', text.Replace("space?", "", StringComparison.Ordinal).Replace("espace ?", "", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_letter_prints_the_code_in_two_halves_and_both_deadlines_of_six_weeks()
    {
        var text = Text(new InformationLetter(Parent, Parent, Code, At, "espace.example").In(PaperLanguage.French));
        Assert.Contains("ABCDE 23456", text, StringComparison.Ordinal);
        Assert.Contains("Valable jusqu’au 12 avril 2026", text, StringComparison.Ordinal);
        Assert.Contains("opposer jusqu’au 12 avril 2026", text, StringComparison.Ordinal);
        Assert.Contains("2 79 •• •• ••• ••• ••", text, StringComparison.Ordinal);
        Assert.Contains("Alix MARTELLANE 1 RUE DES ESSAIS 99999 ESSAI", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_letter_of_a_child_goes_to_the_parent_and_names_the_child()
    {
        var file = new ReadPdf(PdfFile.Of(new InformationLetter(Child, Parent, Code, At, "espace.example").In(PaperLanguage.French)));
        Assert.Contains("Alix MARTELLANE 1 RUE", file.Text, StringComparison.Ordinal);
        Assert.Contains("proposé à Élie MARTELLANE", file.Text, StringComparison.Ordinal);
        Assert.Contains("1 24 ••", file.Text, StringComparison.Ordinal);
        Assert.Single(file.Pages);
    }

    [Fact]
    public void A_receipt_tells_an_archive_from_a_deletion()
    {
        Assert.Contains("Archivé jusqu’au 1 mars 2036", Text(new ClosingReceipt(Parent, At, At.AddYears(10), false).In(PaperLanguage.French)), StringComparison.Ordinal);
        Assert.Contains("Deleted by 1 June 2026", Text(new ClosingReceipt(Parent, At, At.AddMonths(3), true).In(PaperLanguage.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attestation_says_how_the_access_was_narrowed() =>
        Assert.Contains("Limite lecture seule", Text(All(PaperLanguage.French)["attestation"]), StringComparison.Ordinal);

    private static Dictionary<string, Paper> All(PaperLanguage language) => new()
    {
        ["letter"] = new InformationLetter(Parent, Parent, Code, At, "espace.example").In(language),
        ["opposition"] = new OppositionProof(Parent, At, "0123456789abcdef").In(language),
        ["attestation"] = new CarerAttestation("Alix MARTELLANE", "Noé ESSAI", At, At.AddYears(1), ["lecture seule"]).In(language),
        ["receipt"] = new ClosingReceipt(Parent, At, At.AddYears(10), false).In(language),
        ["erasure"] = new ErasureCertificate("0123456789abcdef", At, At.AddDays(35), new string('a', 64)).In(language),
    };

    private static string Text(Paper paper) => new ReadPdf(PdfFile.Of(paper)).Text;

    private static HolderSheet Person(string matricule, string name, string given, DateOnly born) =>
        new(Ins.Read(InsAuthority.TestNir, matricule).Value, name, given, born, Sex.Female, "51215");
}
