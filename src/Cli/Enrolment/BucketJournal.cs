using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>The journal of a bucket, written and read as its grain does.</summary>
internal static class BucketJournal
{
    private const byte Schema = 1;

    /// <summary>The journal of the bucket <paramref name="number"/>.</summary>
    public static JournalId Of(int number) => JournalId.Of(IdentityBucket.JournalKind, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the store files the journal of the bucket <paramref name="number"/>, as a text that sorts as the names of its blobs do.</summary>
    public static string PlaceOf(int number)
    {
        var journal = Of(number);
        return string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}");
    }

    /// <summary>The entry of what happened by the command <paramref name="commandId"/>.</summary>
    public static NewEntry Entry(Guid commandId, BucketEvent happened) => new(
        EntryKind.Event, KeyClass.Data, Schema, commandId, JsonSerializer.SerializeToUtf8Bytes(happened, DomainJson.Default.BucketEvent));

    /// <summary>Takes <paramref name="entry"/> into <paramref name="bucket"/>; entries that are no event are the grain's own marks.</summary>
    public static void Replay(JournalEntry entry, IdentityBucket bucket)
    {
        if (entry is { Kind: EntryKind.Event, Erased: false })
        {
            bucket.Apply(JsonSerializer.Deserialize(entry.Body.Span, DomainJson.Default.BucketEvent)!);
        }
    }
}
