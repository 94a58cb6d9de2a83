using MonEspaceSante.Torture.Log;

namespace MonEspaceSante.Torture.Check;

/// <summary>Documents are there, whole, theirs, and unreadable to who has only the bytes.</summary>
internal static class ContentInvariants
{
    /// <summary>
    /// I8: every document that a journal names is in the vault and decrypts to its digest, which is that of what was sent and of what was
    /// disclosed.
    /// </summary>
    public static IEnumerable<string> DocumentsAreWhole(Evidence evidence, IReadOnlyList<Exchange> log)
    {
        var sent = log.Where(exchange => exchange.Asked is Asked.Deposit).ToLookup(exchange => exchange.UniqueId!, exchange => exchange.Sha256);
        var disclosed = log.Where(exchange => exchange is { Asked: Asked.Content, Status: 200, Sha256: not null })
            .ToLookup(exchange => exchange.Document!, exchange => exchange.Sha256);
        foreach (var document in evidence.Journals.SelectMany(journal => journal.Documents()))
        {
            var digest = document.Content.Sha256;
            if (evidence.Contents.GetValueOrDefault(document.Content.Blob) != digest)
            {
                yield return $"document {document.Id}: its content is not in the vault, or not what its sheet says";
            }

            if (sent[document.UniqueId].Any(original => original != digest))
            {
                yield return $"document {document.Id}: its content is not what was sent";
            }

            if (disclosed[document.Id].Any(read => read != digest))
            {
                yield return $"document {document.Id}: what was disclosed is not its content";
            }
        }
    }

    /// <summary>I9: no number, name or title outside of encrypted bodies.</summary>
    public static IEnumerable<string> NothingIsInTheClear(Evidence evidence) => evidence.Leaks;
}
