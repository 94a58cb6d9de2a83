using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Tests.Cda;

public class CdaPageTests
{
    [Fact]
    public void A_structured_document_is_shown_as_approved() => Golden.ApproveText("cda-level-3.html", Page());

    [Fact]
    public void Other_documents_have_no_page()
    {
        Assert.Null(CdaPage.Html(CdaSample.Read(CdaSample.Level1).Value!));
        Assert.Null(CdaPage.Html(CdaSample.Read("""<ClinicalDocument xmlns="urn:hl7-org:v3"/>""").Value!));
    }

    [Fact]
    public void Nothing_of_the_document_runs_loads_or_styles()
    {
        var page = Page();

        Assert.DoesNotMatch(new Regex("<(script|a|iframe|object|link|form|base|svg)\\b", RegexOptions.IgnoreCase), page);
        Assert.DoesNotMatch(new Regex("\\s(on[a-z]+|style|href)=", RegexOptions.IgnoreCase), page);
        Assert.All(Regex.Matches(page, "src=\"(?<source>[^\"]*)\""), image => Assert.StartsWith("data:image/png;base64,", image.Groups["source"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_address_of_a_link_is_text() =>
        Assert.Contains("la fiche<span class=\"address\"> (https://tracker.example/?who=camille)</span>", Page(), StringComparison.Ordinal);

    [Fact]
    public void An_image_is_drawn_once_however_often_it_is_named() => Assert.Single(Regex.Matches(Page(), "<img "));

    [Theory]
    [InlineData("image/svg+xml", "PHN2Zy8+")]
    [InlineData("image/png", "PHN2Zy8+")]
    [InlineData("image/png", "!")]
    public void An_image_that_is_not_of_an_allowed_type_is_not_drawn(string type, string data)
    {
        var page = CdaPage.Html(CdaSample.Document(root =>
        {
            root.The("observationMedia").The("value").SetAttributeValue("mediaType", type);
            root.The("observationMedia").The("value").Value = data;
        }))!;

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("Courbe (image non affichée)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_leave_no_level_out_and_stop_at_the_sixth()
    {
        var nested = string.Concat(Enumerable.Repeat("<component><section><title>T</title>", 7)) + string.Concat(Enumerable.Repeat("</section></component>", 7));
        var read = CdaSample.Read($"""<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody>{nested}</structuredBody></component></ClinicalDocument>""");

        Assert.Equal("1 2 3 4 5 6 6 6", string.Join(' ', Regex.Matches(CdaPage.Html(read.Value!)!, "<h(?<level>[1-6])>").Select(heading => heading.Groups["level"].Value)));
    }

    [Fact]
    public void A_page_speaks_the_language_of_its_document()
    {
        var page = CdaPage.Html(CdaSample.Document(root => root.The("languageCode").SetAttributeValue("code", "en-GB")))!;

        Assert.Contains("<html lang=\"en-GB\">", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Date of birth</dt><dd>1979-03-28</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_none_is_not_written() =>
        Assert.Contains("<html lang=\"fr\">", CdaPage.Html(CdaSample.Document(root => root.The("languageCode").SetAttributeValue("code", "\"><script>")))!, StringComparison.Ordinal);

    [Fact]
    public void The_policy_lets_only_the_style_of_the_page_in()
    {
        var style = Regex.Match(Page(), "<style>(?<style>.*)</style>").Groups["style"].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));

        Assert.Contains($"style-src 'sha256-{hash}'", CdaPage.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("sandbox; default-src 'none';", CdaPage.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    private static string Page() => CdaPage.Html(CdaSample.Read(CdaSample.Level3).Value!)!;
}
