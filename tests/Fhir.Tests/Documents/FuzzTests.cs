using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Tests.Documents;

/// <summary>Whatever is sent, the answer is a document or a list of faults, never an exception. The seeds make a failure repeatable.</summary>
public class FuzzTests
{
    private const int Rounds = 10_000;

    [Fact]
    public void Ten_thousand_resources_of_damaged_elements_are_read_or_refused()
    {
        var random = new Random(20261121);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var resource = Sample.Resource();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                Damage(resource, random);
            }

            accepted += Read(Encoding.UTF8.GetBytes(resource.ToJsonString())) ? 1 : 0;
        }

        Assert.InRange(accepted, 1, Rounds / 2);
    }

    [Fact]
    public void Ten_thousand_bodies_of_damaged_bytes_are_read_or_refused()
    {
        var random = new Random(20261122);
        var whole = Encoding.UTF8.GetBytes(Sample.Resource().ToJsonString());
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var body = whole.ToArray();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            accepted += Read(body.AsMemory(0, random.Next(4) == 0 ? random.Next(body.Length) : body.Length)) ? 1 : 0;
        }

        Assert.InRange(accepted, 1, Rounds / 2);
    }

    [Fact]
    public void Ten_thousand_damaged_contents_are_CDA_or_not()
    {
        var random = new Random(20261123);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var content = Sample.Cda.ToArray();
            content[random.Next(content.Length)] = (byte)random.Next(256);
            refused += ContentSniffer.Check("application/xml", content) is null ? 0 : 1;
        }

        Assert.InRange(refused, 1, Rounds - 1);
    }

    private static bool Read(ReadOnlyMemory<byte> body)
    {
        var read = DocumentReferenceReader.Read(body);

        Assert.Equal(read.Accepted, read.Faults.Count == 0);
        Assert.All(read.Faults, fault => Assert.StartsWith("DocumentReference", fault.Expression, StringComparison.Ordinal));
        return read.Accepted;
    }

    /// <summary>Changes, adds or removes one element.</summary>
    internal static void Damage(JsonObject resource, Random random)
    {
        var nodes = Descendants(resource).ToList();
        var victim = nodes[random.Next(nodes.Count)];
        var value = Value(nodes, random);
        switch (victim.Parent)
        {
            case JsonObject parent when random.Next(4) == 0:
                parent.Remove(victim.GetPropertyName());
                break;
            case JsonObject parent:
                parent[random.Next(8) == 0 ? "x" + random.Next() : victim.GetPropertyName()] = value;
                break;
            case JsonArray parent when random.Next(2) == 0:
                parent.Add(value);
                break;
            case JsonArray parent:
                parent[victim.GetElementIndex()] = value;
                break;
        }
    }

    private static JsonNode? Value(List<JsonNode> nodes, Random random) => random.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next()),
        2 => JsonValue.Create(random.NextDouble() * 1e300),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => new JsonObject(),
        5 => new JsonArray(),
        6 => JsonValue.Create(""),
        7 => JsonValue.Create(new string((char)random.Next(0x20, 0xD7FF), random.Next(1, 300))),
        8 => JsonValue.Create(Traps[random.Next(Traps.Length)]),
        _ => nodes[random.Next(nodes.Count)].DeepClone(),
    };

    private static readonly string[] Traps =
    [
        "#author", "#", "Patient/", "Patient?identifier=%", "Patient?identifier=|", "DocumentReference?identifier=%zz|", "urn:uuid:", "urn:oid:", "0000", "9999-12-31T23:59:60Z",
        "2026-02-30T10:00:00+99:99", "text/plain;charset=", "====", "\u0000", "-", "http://loinc.org",
    ];

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject element => element.Select(property => property.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            yield return child;
            foreach (var descendant in Descendants(child))
            {
                yield return descendant;
            }
        }
    }
}
