using System.Text;
using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>The rules by hand agree with HL7's regular expressions on texts that are nearly right.</summary>
public sealed class PrimitiveRulesTests
{
    private static readonly string[] Seeds =
    [
        "2024", "2024-02", "2024-02-28", "2024-02-28T10:11:12Z", "2024-02-28T10:11:12.345+14:00", "2024-12-31T23:59:60-13:59", "10:11:12", "10:11:12.5",
        "urn:oid:1.2.250.1.0", "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e", "http://example.org/a b", "a b  c", "word", "id-1.A", "TWFu", "TWFu TWE=\nTQ==",
        "0", "-0", "7", "-12", "007", "+1", " ",
    ];

    public static TheoryData<PrimitiveKind> Kinds => [.. Enum.GetValues<PrimitiveKind>().Except([PrimitiveKind.None, PrimitiveKind.Xhtml, PrimitiveKind.Boolean, PrimitiveKind.Decimal])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_agrees_with_the_regular_expression_of_HL7(PrimitiveKind kind)
    {
        // \s of XML Schema, which HL7 means: no-break spaces and the like are signs as others.
        var expression = R4.Type(char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..]).Regex!.Replace(@"\s", @"[ \t\r\n]").Replace(@"[^[ \t\r\n]]", @"[^ \t\r\n]").Replace(@" \r\n\t\S", @"\s\S").Replace(@"\S*", @"[^ \t\r\n]*");
        var regex = new Regex($@"\A(?:{expression})\z", RegexOptions.None, TimeSpan.FromSeconds(1));
        var (random, accepted) = (new Random(20261121), 0);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Damaged(Seeds[random.Next(Seeds.Length)], random);
            if (text.Length > 0 && !IsNoDayOfTheCalendar(text) && !IsNoJsonNumber(kind, text) && !IsNoBase64(kind, text))
            {
                var accepts = PrimitiveRules.Accept(kind, Encoding.UTF8.GetBytes(text));
                Assert.True(regex.IsMatch(text) == accepts, $"{kind} '{text}'");
                accepted += accepts ? 1 : 0;
            }
        }

        Assert.InRange(accepted, 100, 20_000);
    }

    [Theory]
    [InlineData(PrimitiveKind.Integer, "2147483648")]
    [InlineData(PrimitiveKind.PositiveInt, "2147483648")]
    [InlineData(PrimitiveKind.Date, "2023-02-29")]
    [InlineData(PrimitiveKind.Instant, "2023-04-31T10:00:00Z")]
    [InlineData(PrimitiveKind.Base64Binary, "AA=A")]
    [InlineData(PrimitiveKind.String, "bell\a")]
    [InlineData(PrimitiveKind.Markdown, "\uFFFF")]
    public void A_rule_knows_limits_that_the_expression_does_not_tell(PrimitiveKind kind, string text) =>
        Assert.False(PrimitiveRules.Accept(kind, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(1_048_576, true)]
    [InlineData(1_048_577, false)]
    public void A_string_has_at_most_1048576_characters(int length, bool accepted) =>
        Assert.Equal(accepted, PrimitiveRules.Accept(PrimitiveKind.String, Encoding.UTF8.GetBytes(new string('é', length))));

    private static string Damaged(string seed, Random random)
    {
        var text = new StringBuilder(seed);
        for (var damage = random.Next(3); damage > 0 && text.Length > 0; damage--)
        {
            var place = random.Next(text.Length);
            _ = random.Next(4) switch
            {
                0 => text.Remove(place, 1),
                1 => text.Insert(place, "0129-:.TZ+ a=\u00A0"[random.Next(14)]),
                2 => text.Append(text[place]),
                _ => text.Replace(text[place], "0123456789"[random.Next(10)], place, 1),
            };
        }

        return text.ToString();
    }

    // HL7's expression has = anywhere.
    private static bool IsNoBase64(PrimitiveKind kind, string text) => kind is PrimitiveKind.Base64Binary && Regex.IsMatch(text, @"=\s*[^=\s]|(=\s*){3}");

    // The JSON reader lets no others through.
    private static bool IsNoJsonNumber(PrimitiveKind kind, string text) =>
        kind is PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt && !Regex.IsMatch(text, @"\A-?(0|[1-9][0-9]*)\z");

    private static bool IsNoDayOfTheCalendar(string text) =>
        Regex.Match(text, @"^\d{4}-\d\d-\d\d") is { Success: true, Value: var day } && !DateOnly.TryParse(day, out _);
}
