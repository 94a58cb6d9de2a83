using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>How a grain with one journal for each bucket of blind keys writes it.</summary>
/// <param name="Kind">The kind of its journals.</param>
/// <param name="Type">The encoding of its events.</param>
/// <param name="Empty">A state that nothing has happened to.</param>
/// <param name="Apply">How a state takes in an event.</param>
internal sealed record BucketFormat<TState, TEvent>(string Kind, JsonTypeInfo<TEvent> Type, Func<TState> Empty, Action<TState, TEvent> Apply)
    where TEvent : class
{
    private const byte Schema = 1;

    /// <summary>The journal of the bucket <paramref name="number"/>.</summary>
    public JournalId Of(int number) => JournalId.Of(Kind, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The entry of what happened by the command <paramref name="commandId"/>.</summary>
    public NewEntry Entry(Guid commandId, TEvent happened) => new(
        EntryKind.Event, KeyClass.Data, Schema, commandId, JsonSerializer.SerializeToUtf8Bytes(happened, Type));

    /// <summary>Takes <paramref name="entry"/> into <paramref name="state"/>; entries that are no event are the grain's own marks.</summary>
    public void Replay(JournalEntry entry, TState state)
    {
        if (entry is { Kind: EntryKind.Event, Erased: false })
        {
            Apply(state, JsonSerializer.Deserialize(entry.Body.Span, Type)!);
        }
    }
}

/// <summary>The formats of the grains that are written in bulk.</summary>
internal static class BucketFormats
{
    /// <summary>Who has which space.</summary>
    public static readonly BucketFormat<IdentityBucket, BucketEvent> Identity =
        new(IdentityBucket.JournalKind, DomainJson.Default.BucketEvent, () => new(), (bucket, happened) => bucket.Apply(happened));

    /// <summary>Who was sent which code.</summary>
    public static readonly BucketFormat<LoginGuard, GuardEvent> Guard =
        new(LoginGuard.JournalKind, DomainJson.Default.GuardEvent, () => new(), (guard, happened) => guard.Apply(happened));

    /// <summary>Where the store files the journal of the identity bucket <paramref name="number"/>, as a text that sorts as the names of its blobs do.</summary>
    public static string PlaceOf(int number)
    {
        var journal = Identity.Of(number);
        return string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}");
    }
}
