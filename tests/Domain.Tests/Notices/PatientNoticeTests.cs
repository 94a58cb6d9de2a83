using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Notices;

/// <summary>The attending doctor is told of emergencies afterwards (L. 1111-17 I, R. 1111-48); and the book of what professionals are told.</summary>
public class PatientNoticeTests
{
    private static readonly AccessContext Glass = new(AccessMode.BreakGlass, "Personne inconsciente", ConsentDeclaration.None);

    [Fact]
    public void The_attending_doctor_is_told_of_an_emergency() =>
        Assert.Equal([NoticeKind.EmergencyAccess, NoticeKind.EmergencyOfPatient], Told(Given(Events.Activated()), People.Professional(), Glass));

    [Fact]
    public void The_attending_doctor_is_told_of_nothing_else() =>
        Assert.DoesNotContain(NoticeKind.EmergencyOfPatient, Told(
            Given([.. Events.Activated(), Events.Authorised(People.Subject(People.Professional()))]), People.Professional(), AccessContext.Ordinary));

    [Fact]
    public void An_emergency_that_is_refused_is_not_told() =>
        Assert.Empty(Told(Given(Events.Activated(PrivacyChoices.Unexpressed with { BreakGlass = false })), People.Professional(), Glass));

    [Fact]
    public void The_attending_doctor_who_came_in_is_not_told_of_themself() =>
        Assert.Equal([NoticeKind.EmergencyAccess], Told(Given(Events.Activated()), People.Professional() with { Id = People.Gp }, Glass));

    [Fact]
    public void An_attending_doctor_who_is_blocked_is_not_told()
    {
        var block = new Block(new("b10cb10c-0000-0000-0000-000000000001"), AccessSubject.Of(People.Gp), Moments.Now);
        Assert.Equal(
            [NoticeKind.EmergencyAccess], Told(Given([.. Events.Activated(), new SpaceEvent.ProfessionalBlocked(block)]), People.Professional(), Glass));
    }

    [Fact]
    public void Where_there_is_no_attending_doctor_nobody_is_told() => Assert.Equal(
        [NoticeKind.EmergencyAccess],
        Told(Given([.. Events.Activated(), new SpaceEvent.HolderRecorded(People.Sheet with { AttendingDoctor = null })]), People.Professional(), Glass));

    [Fact]
    public void The_book_keeps_the_latest_and_goes_on_counting()
    {
        var book = new PatientNoticeBook();
        for (var told = 0; told < PatientNoticeBook.Most + 5; told++)
        {
            book.Apply(Samples.PatientNoticeEvents[0]);
        }

        var seen = MarkPatientNoticesRead.Decide(book, new(long.MaxValue), Acts.By(People.Professional()));
        Assert.Equal((PatientNoticeBook.Most, 6, PatientNoticeBook.Most + 5), (book.Notices.Count, book.Notices[0].Number, book.Unread));
        book.Apply(Assert.Single(seen.Events));
        Assert.Equal(0, book.Unread);
        var restored = new PatientNoticeBook();
        restored.Restore(book.Snapshot());
        Assert.Equal(book.Snapshot(), restored.Snapshot());
    }

    private static IEnumerable<NoticeKind> Told(Space space, Caller.Professional visitor, AccessContext context) =>
        ListDocuments.Decide(space, new(ResourceQuery.Where(), context), Acts.By(visitor), Papers.Matrix).Notices.Select(notice => notice.Kind);
}
