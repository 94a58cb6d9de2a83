using System.Globalization;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Journals;

/// <summary>The formats of the grains that are written in bulk.</summary>
internal static class JournalFormats
{
    /// <summary>Who has which space.</summary>
    public static readonly JournalFormat<IdentityBucket, BucketEvent> Identity =
        new(DomainJson.Default.BucketEvent, _ => new(), (bucket, happened) => bucket.Apply(happened));

    /// <summary>Who was sent which code.</summary>
    public static readonly JournalFormat<LoginGuard, GuardEvent> Guard =
        new(DomainJson.Default.GuardEvent, _ => new(), (guard, happened) => guard.Apply(happened));

    /// <summary>What happens in a space.</summary>
    public static readonly JournalFormat<Space, SpaceEvent> Space = new(
        DomainJson.Default.SpaceEvent, journal => new(SpaceId.Parse(journal.ToString(), null)), (space, happened) => space.Apply(happened));

    /// <summary>The journal of the identity bucket <paramref name="number"/>.</summary>
    public static JournalId IdentityOf(int number) => JournalId.Of(IdentityBucket.JournalKind, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The journal of the login guard of the bucket <paramref name="number"/>.</summary>
    public static JournalId GuardOf(int number) => JournalId.Of(LoginGuard.JournalKind, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the store files the journal of the identity bucket <paramref name="number"/>, as a text that sorts as the names of its blobs do.</summary>
    public static string PlaceOf(int number)
    {
        var journal = IdentityOf(number);
        return string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}");
    }
}
