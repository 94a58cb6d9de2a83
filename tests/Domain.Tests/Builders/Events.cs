using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>What has happened before the story begins.</summary>
internal static class Events
{
    public static SpaceEvent Recorded { get; } = new SpaceEvent.HolderRecorded(People.Sheet);

    public static SpaceEvent Opposed { get; } = new SpaceEvent.Opposed(Moments.Informed.AddDays(10));

    /// <summary>The insurer knows of no attending doctor any more.</summary>
    public static SpaceEvent NobodyAttends { get; } = new SpaceEvent.HolderRecorded(People.Sheet with { AttendingDoctor = null });

    /// <summary>An activated space with the choices of who has not chosen.</summary>
    public static SpaceEvent[] Activated() => Activated(PrivacyChoices.Unexpressed);

    /// <summary>An activated space.</summary>
    public static SpaceEvent[] Activated(PrivacyChoices choices) => [Recorded, new SpaceEvent.Activated(Moments.Opening, choices)];

    /// <summary>An authorisation for a year from <paramref name="since"/>, a month ago unless said otherwise.</summary>
    public static SpaceEvent Authorised(AccessSubject subject, DateTimeOffset? since = null) => new SpaceEvent.AuthorisationGranted(
        Authorisation(subject, since ?? Moments.Now.AddMonths(-1)));

    public static Authorisation Authorisation(AccessSubject subject, DateTimeOffset since, ConsentDeclaration basis = ConsentDeclaration.None) =>
        new(subject, "Somebody", basis, since, since.AddYears(1));

    public static SpaceEvent Blocked(AccessSubject subject) =>
        new SpaceEvent.ProfessionalBlocked(new(new("b10cb10c-0000-0000-0000-000000000001"), subject, Moments.Now.AddDays(-3)));

    /// <summary>An activated space whose holder is thirteen.</summary>
    public static SpaceEvent[] OfMinor() =>
        [new SpaceEvent.HolderRecorded(People.Minor), new SpaceEvent.Activated(Moments.Opening, PrivacyChoices.Unexpressed)];

    /// <summary>The parent that <see cref="People.Representative"/> is.</summary>
    public static SpaceEvent Parent { get; } =
        new SpaceEvent.RepresentativeNamed(new(People.ParentSpace, "Camille Martellane", RepresentationKind.Minority, Moments.Opening));

    /// <summary>The holder has closed the space, now unless said otherwise.</summary>
    public static SpaceEvent Closed(DateTimeOffset? at = null) => new SpaceEvent.Closed(at ?? Moments.Now);

    /// <summary>The insurer has suspended the space, a day ago unless said otherwise.</summary>
    public static SpaceEvent Suspended(DateTimeOffset? at = null) => new SpaceEvent.Suspended(at ?? Moments.Now.AddDays(-1), SuspensionGround.Fraud);

    /// <summary>The time of the space has come, a day ago, and that of its history with it.</summary>
    public static SpaceEvent Erased { get; } = new SpaceEvent.Erased(Moments.Now.AddDays(-1), ErasureGround.ArchiveOver, Moments.Now.AddDays(-1), "0123456789ABCDEF");

    /// <summary>The holder asked for everything, five minutes ago unless said otherwise.</summary>
    public static SpaceEvent.ExportRequested ExportRequested(Caller? by = null, DateTimeOffset? at = null) =>
        new(new(new("0e000000-0000-8000-8000-000000000001"), by ?? People.Holder, at ?? Moments.Now.AddMinutes(-5)));

    /// <summary>The archive is ready, a minute ago unless said otherwise.</summary>
    public static SpaceEvent ExportReady(DateTimeOffset? at = null) =>
        new SpaceEvent.ExportReady(ExportRequested().Export.Id, Papers.Content(), at ?? Moments.Now.AddMinutes(-1));

    public static SpaceEvent Deposited(DocumentSheet sheet) => new SpaceEvent.DocumentDeposited(sheet);
}
