using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MonEspaceSante.Torture.Load;

/// <summary>A deposit that can be made again, byte for byte.</summary>
/// <param name="By">Who deposits.</param>
/// <param name="For">Whose document.</param>
/// <param name="Seed">Makes the content.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="Key">The Idempotency-Key.</param>
/// <param name="UniqueId">The document's unique identifier.</param>
internal sealed record Deposit(Identity By, DemoPerson For, int Seed, int Size, string Key, string UniqueId)
{
    /// <summary>Begins every title: may stand nowhere in the clear.</summary>
    public const string Title = "Dosage de ferritine";

    private const int LargestContent = 200 * 1024;

    public static Deposit Next(Identity by, DemoPerson person, Random random)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        var name = new Guid(id);

        // Most documents are small, some are large: chunks in the database and chunks in files both get their share.
        var size = 256 + (int)(LargestContent * Math.Pow(random.NextDouble(), 3));
        return new(by, person, random.Next(), size, $"torture-{name:N}", $"urn:uuid:{name}");
    }

    public byte[] Content()
    {
        // The secrets are in the content too, so that content in the clear would be found.
        var head = Encoding.UTF8.GetBytes($"%PDF-1.7\n{Title} {For.BirthName} {For.Matricule}\n");
        var content = new byte[head.Length + Size];
#pragma warning disable CA5394 // It must be the same again, not secret.
        new Random(Seed).NextBytes(content);
#pragma warning restore CA5394
        head.CopyTo(content, 0);
        return content;
    }

    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Content()));

    public byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["resourceType"] = "DocumentReference",
        ["contained"] = new[]
        {
            new { resourceType = "Practitioner", id = "author", identifier = new[] { new { system = "urn:oid:1.2.250.1.71.4.2.1", value = Identity.Gp.Id } } },
        },
        ["masterIdentifier"] = new { system = "urn:ietf:rfc:3986", value = UniqueId },
        ["status"] = "current",
        ["type"] = new { coding = new[] { new { system = "http://loinc.org", code = "11502-2" } } },
        ["subject"] = new { identifier = new { system = For.System, value = For.Matricule } },
        ["date"] = "2026-11-20T10:30:00+01:00",
        ["author"] = new[] { new { reference = "#author" } },
        ["content"] = new[]
        {
            new { attachment = new { contentType = "application/pdf", language = "fr-FR", title = $"{Title} {Seed}", data = Convert.ToBase64String(Content()) } },
        },
    });
}
