using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Check;

/// <summary>Documents are there, whole, theirs, and unreadable to who has only the bytes.</summary>
internal static class ContentInvariants
{
    /// <summary>I8: every document that a journal names is in the vault and decrypts to its digest, which is that of what was sent and of what was disclosed.</summary>
    public static IEnumerable<string> DocumentsAreWhole(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        var sent = log.Where(exchange => exchange.Asked is Asked.Deposit).DistinctBy(exchange => exchange.UniqueId).ToDictionary(exchange => exchange.UniqueId!, exchange => exchange.Sha256);
        var disclosed = log.Where(exchange => exchange is { Asked: Asked.Content, Status: 200, Sha256: not null }).ToLookup(exchange => exchange.Document!);
        foreach (var journal in evidence.Journals)
        {
            foreach (var sheet in journal.Events("document-deposited").Select(entry => entry.Body.GetProperty("sheet")))
            {
                var (content, uniqueId) = (sheet.GetProperty("content"), sheet.GetProperty("draft").GetProperty("uniqueId").GetString()!);
                var (digest, document) = (content.GetProperty("sha256").GetString(), $"{journal.Id}{sheet.GetProperty("logicalId").GetGuid():N}");
                if (evidence.Contents.GetValueOrDefault(content.GetProperty("blob").GetString()!) != digest)
                {
                    yield return $"document {document}: its content is not in the vault, or not what its sheet says";
                }
                else if (sent.GetValueOrDefault(uniqueId) is { } original && original != digest)
                {
                    yield return $"document {document}: its content is not what was sent";
                }
                else if (disclosed[document].Any(exchange => exchange.Sha256 != digest))
                {
                    yield return $"document {document}: what was disclosed is not its content";
                }
            }
        }
    }

    /// <summary>I9: no number, name or title outside of encrypted bodies.</summary>
    public static IEnumerable<string> NothingIsInTheClear(Evidence evidence) => evidence.Leaks;
}
