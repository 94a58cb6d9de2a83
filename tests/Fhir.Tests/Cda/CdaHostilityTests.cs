using System.Diagnostics;
using System.Text;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Fhir.Tests.Cda;

/// <summary>Security design, R13: refused, in less than 200 ms and 50 MB.</summary>
public class CdaHostilityTests
{
    private const string Open = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">";
    private const string Close = "</ClinicalDocument>";

    // Made when they are used: test discovery would carry them around as text.
    private static readonly Dictionary<string, Func<byte[]>> Documents = new()
    {
        ["DTD"] = () => Utf8($"<!DOCTYPE ClinicalDocument>{Open}{Close}"),
        ["external entity"] = () => Utf8($"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>{Open}&b;{Close}"),
        ["billion laughs"] = () => Utf8($"<!DOCTYPE a [<!ENTITY b \"ha\">{string.Concat(Enumerable.Range(0, 9).Select(i => $"<!ENTITY b{i} \"{string.Concat(Enumerable.Repeat($"&b{i - 1};", 10))}\">"))}]>{Open}&b8;{Close}"),
        ["XInclude"] = () => Utf8($"{Open}<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>{Close}"),
        ["deep nesting"] = () => Utf8(Open + string.Concat(Enumerable.Repeat("<a>", 100_000))),
        ["huge attribute"] = () => Utf8($"{Open}<a b=\"{new string('c', 19_000_000)}\"/>{Close}"),
        ["huge attribute behind a quote in an instruction"] = () => Utf8($"{Open}<?a ' ?><a b=\"'> {new string('c', 19_000_000)}\"/>{Close}"),
        ["huge name"] = () => Utf8($"{Open}<{new string('a', 19_000_000)}/>{Close}"),
        ["many attributes"] = () => Utf8($"{Open}<a {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"\" "))}/>{Close}"),
        ["many elements"] = () => Utf8(Open + string.Concat(Enumerable.Repeat("<a/>", 1_000_000)) + Close),
        ["too many characters"] = () => Utf8(Open + new string(' ', 20_000_001) + Close),
        ["another root"] = () => Utf8("<html xmlns=\"urn:hl7-org:v3\"/>"),
        ["another namespace"] = () => Utf8("<ClinicalDocument/>"),
        ["cut short"] = () => Utf8(Open),
        ["two roots"] = () => Utf8($"{Open}{Close}{Open}{Close}"),
        ["UTF-16"] = () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Open + Close)],
        ["unknown encoding"] = () => Utf8($"<?xml version=\"1.0\" encoding=\"no-such-encoding\"?>{Open}{Close}"),
        ["nothing"] = () => [],
    };

    public static TheoryData<string> Hostile => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_document_is_refused_at_little_cost(string name)
    {
        var content = Documents[name]();
        // The best of some: the others share the processor with the rest of the tests.
        var (time, memory) = (TimeSpan.MaxValue, long.MaxValue);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            Assert.Equal(CdaRefusals.Malformed.At("ClinicalDocument"), Assert.Single(CdaDocument.Read(content).Faults));
            time = watch.Elapsed < time ? watch.Elapsed : time;
            memory = Math.Min(memory, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        Assert.True(time < TimeSpan.FromMilliseconds(200), $"{name}: {time}");
        Assert.True(memory < 50_000_000, $"{name}: {memory} bytes");
    }

    [Fact]
    public void A_document_may_be_128_levels_deep_and_no_more()
    {
        Assert.True(CdaSample.Read(Nested(128)).Accepted);
        Assert.False(CdaSample.Read(Nested(129)).Accepted);
    }

    [Fact]
    public void A_large_file_inside_a_document_is_no_harm()
    {
        var pdf = new byte[10_000_000];
        "%PDF-1.7"u8.CopyTo(pdf);
        var read = CdaSample.Read($"{Open}<component><nonXMLBody><text mediaType=\"application/pdf\" representation=\"B64\">{Convert.ToBase64String(pdf)}</text></nonXMLBody></component>{Close}");

        Assert.Equal(pdf.Length, Assert.IsType<CdaBody.Level1>(read.Value!.Body).Content.Length);
    }

    [Fact]
    public void Ten_thousand_damaged_documents_are_read_or_refused()
    {
        var random = new Random(20261124);
        var whole = Utf8(CdaSample.Level3);
        var accepted = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var content = Damaged(whole, random);
            var read = CdaDocument.Read(content);
            Assert.Equal(read.Accepted, read.Faults.Count == 0);
            if (read.Accepted)
            {
                accepted++;
                CdaAgreement.Check(read.Value, CdaSample.Draft, CdaSample.Holder);
                AssertHarmless(CdaPage.Html(read.Value));
            }
        }

        Assert.InRange(accepted, 100, 9_000);
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var content = whole.ToArray();
        for (var damage = random.Next(1, 4); damage > 0; damage--)
        {
            switch (random.Next(3))
            {
                case 0:
                    content[random.Next(content.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    // A letter for a letter: more documents stay well formed.
                    content[random.Next(content.Length)] = (byte)random.Next('0', 'z');
                    break;
                default:
                    var (from, to, length) = (random.Next(content.Length), random.Next(content.Length), random.Next(1, 60));
                    length = Math.Min(length, content.Length - Math.Max(from, to));
                    content.AsSpan(from, length).CopyTo(content.AsSpan(to));
                    break;
            }
        }

        return content;
    }

    private static void AssertHarmless(string? html)
    {
        Assert.DoesNotContain("<script", html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onclick=", html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a ", html ?? "", StringComparison.OrdinalIgnoreCase);
    }

    private static string Nested(int levels) => Open + string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels)) + Close;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
