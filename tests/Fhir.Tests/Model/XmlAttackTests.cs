using System.Text;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Tests.Model;

/// <summary>Security design, R13: what XML can be made to do is refused with little memory, and nothing is fetched.</summary>
public sealed class XmlAttackTests
{
    private const string Patient = "<Patient xmlns=\"http://hl7.org/fhir\">";
    private const long MostMemory = 50 * 1024 * 1024;

    public static TheoryData<string, string> Attacks => new()
    {
        { "DTD", "<!DOCTYPE Patient><Patient xmlns=\"http://hl7.org/fhir\"/>" },
        { "external entity", "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + Patient + "<id value=\"&e;\"/></Patient>" },
        { "billion laughs", "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>" + Patient + "<id value=\"&c;\"/></Patient>" },
        { "XInclude", Patient + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"https://elsewhere.example/\"/></Patient>" },
        { "stylesheet", "<?xml-stylesheet href=\"https://elsewhere.example/\"?>" + Patient + "</Patient>" },
        { "deep nesting", Patient + string.Concat(Enumerable.Repeat("<extension url=\"urn:x\">", 100_000)) },
        { "deep narrative", Patient + "<text><div xmlns=\"http://www.w3.org/1999/xhtml\">" + string.Concat(Enumerable.Repeat("<b>", 100_000)) + string.Concat(Enumerable.Repeat("</b>", 100_000)) + "</div></text></Patient>" },
        { "huge attribute", Patient + "<language value=\"" + new string('x', 3_000_000) + " \"/></Patient>" },
        { "many attributes", "<Patient xmlns=\"http://hl7.org/fhir\" " + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"a{number}=\"\" ")) + "/>" },
        { "half an XML", Patient + "<name>" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_refused_with_little_memory(string name, string xml)
    {
        var body = Encoding.UTF8.GetBytes(xml);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = FhirResource.FromXml(body);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, name);
        Assert.NotEmpty(read.Faults);
    }

    [Fact]
    public void More_than_twenty_million_characters_are_refused() =>
        Assert.Equal("fhir-xml-malformed", FhirResource.FromXml(Encoding.UTF8.GetBytes(Patient + new string(' ', 20_000_000) + "</Patient>")).Faults[0].Code);
}
