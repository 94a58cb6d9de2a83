using System.Globalization;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>The names of the blobs of a journal (storage design, section 4.1).</summary>
internal static class JournalNames
{
    public static BlobName Segment(JournalId journal, int segment) =>
        new(BlobContainer.Journals, string.Create(CultureInfo.InvariantCulture, $"{Segments(journal)}{segment:D8}"));

    public static BlobName Head(JournalId journal) =>
        new(BlobContainer.Heads, string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}/head"));

    /// <summary>What the names of all the documents of the space begin with.</summary>
    public static string Documents(JournalId space) => string.Create(CultureInfo.InvariantCulture, $"{space.Shard:x3}/{space}/d/");

    /// <summary>What the names of all the segments begin with.</summary>
    public static string Segments(JournalId journal) => string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}/j/");
}
