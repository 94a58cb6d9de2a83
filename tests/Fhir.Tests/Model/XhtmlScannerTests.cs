using System.Text;
using System.Xml;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>What the scanner lets through stands in XML as it is: a reader of XML must agree.</summary>
public sealed class XhtmlScannerTests
{
    private const string Whole = """<div xmlns="http://www.w3.org/1999/xhtml" xml:lang='fr'> a &amp; &#233;&#xE9; <b class="x>y">é<br/></b ><!-- c --><![CDATA[<x>]]><i/></div>""";

    [Theory]
    [InlineData(Whole, true)]
    [InlineData(" <div xmlns='http://www.w3.org/1999/xhtml'/> ", true)]
    [InlineData("", false)]
    [InlineData("text", false)]
    [InlineData("<div>no namespace</div>", false)]
    [InlineData("<p xmlns='http://www.w3.org/1999/xhtml'/>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'/><div xmlns='http://www.w3.org/1999/xhtml'/>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'/>tail", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>&nbsp;</div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>&#0;</div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>]]></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><?php ?></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><b></div></b>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><b a='1' a='2'/></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><b a='<'/></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><b a=1/></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'/></div>", false)]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><x:b xmlns:x='urn:x'/></div>", false)]
    public void A_narrative_is_one_well_formed_div(string text, bool accepted) =>
        Assert.Equal(accepted, new XhtmlScanner(Encoding.UTF8.GetBytes(text)).IsDiv());

    [Fact]
    public void What_is_let_through_is_XML_for_a_reader_of_XML()
    {
        var (random, accepted) = (new Random(20261121), 0);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(Whole);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                var place = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(place, Math.Min(random.Next(1, 5), text.Length - place)),
                    1 => text.Insert(place, "<>&;'\"/!-[]= ab"[random.Next(15)]),
                    _ => text.Insert(place, Whole.AsSpan(random.Next(Whole.Length - 12), 12)),
                };
            }

            if (new XhtmlScanner(Encoding.UTF8.GetBytes(text.ToString())).IsDiv())
            {
                accepted++;
                using var reader = XmlReader.Create(new StringReader(text.ToString().Trim()), new() { DtdProcessing = DtdProcessing.Prohibit });
                while (reader.Read())
                {
                    Assert.True(reader.NodeType is not XmlNodeType.Element || reader.NamespaceURI == "http://www.w3.org/1999/xhtml");
                }
            }
        }

        Assert.InRange(accepted, 500, 19_500);
    }
}
