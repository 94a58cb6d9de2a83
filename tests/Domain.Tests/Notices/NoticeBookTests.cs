using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Notices;

public class NoticeBookTests
{
    private static readonly NotificationEvent.AddressKnown Address = new("alix@example.test", Moments.Now);

    [Fact]
    public void Notices_are_numbered_and_counted_until_they_are_seen()
    {
        var book = Book(3);
        Assert.Equal([1L, 2, 3], book.Notices.Select(notice => notice.Number));
        Assert.Equal(3, book.Unread);
        Take(book, MarkNoticesRead.Decide(book, new(2), Acts.Holder()).Events);
        Assert.Equal(1, book.Unread);
    }

    [Fact]
    public void What_was_seen_stays_seen_and_what_is_to_come_is_not_seen_yet()
    {
        var book = Book(3);
        Take(book, MarkNoticesRead.Decide(book, new(long.MaxValue), Acts.Holder()).Events);
        Assert.Equal((3, 0), (book.Read, book.Unread));
        MarkNoticesRead.Decide(book, new(1), Acts.Holder()).Then();
        MarkNoticesRead.Decide(book, new(3), Acts.Holder()).Then();
    }

    [Fact]
    public void The_book_keeps_the_latest_and_goes_on_counting()
    {
        var book = Book(NoticeBook.Most + 5);
        Assert.Equal((NoticeBook.Most, 6, NoticeBook.Most + 5), (book.Notices.Count, book.Notices[0].Number, book.Last));
        var restored = new NoticeBook(People.Space);
        restored.Restore(book.Snapshot());
        Assert.Equal(book.Snapshot(), restored.Snapshot());
    }

    [Fact]
    public void Mails_go_where_an_address_is_known_and_the_kind_is_not_muted()
    {
        var book = Book(0);
        Assert.False(book.Mails(NoticeKind.EmergencyAccess));
        Take(book, [Address]);
        Assert.True(book.Mails(NoticeKind.DocumentAdded));
        Take(book, MuteNotices.Decide(book, new([NoticeKind.FirstAccess, NoticeKind.DocumentAdded, NoticeKind.FirstAccess]), Acts.Holder())
            .Events);
        Assert.False(book.Mails(NoticeKind.DocumentAdded));
        Assert.True(book.Mails(NoticeKind.NewStructure));
    }

    [Theory]
    [InlineData(NoticeKind.EmergencyAccess)]
    [InlineData(NoticeKind.BlockBypassed)]
    public void Emergencies_cannot_be_switched_off(NoticeKind kind)
    {
        var book = Book(0);
        MuteNotices.Decide(book, new([NoticeKind.DocumentAdded, kind]), Acts.Holder()).ThenRefused(NoticeRefusals.AlwaysTold);

        // Not even by a journal that says so.
        Take(book, [Address, new NotificationEvent.Muted([kind], Moments.Now)]);
        Assert.True(book.Mails(kind));
    }

    [Theory]
    [MemberData(nameof(Callers.NotForTheHolder), MemberType = typeof(Callers))]
    public void Only_the_holder_or_who_represents_them_commands(Caller caller)
    {
        var book = Book(1);
        MarkNoticesRead.Decide(book, new(1), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        MuteNotices.Decide(book, new([]), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        KnowAddress.Decide(book, new("thief@example.test"), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }

    [Fact]
    public void A_representative_says_what_was_seen_but_the_address_is_the_holders_own()
    {
        var book = Book(1);
        Assert.NotEmpty(MarkNoticesRead.Decide(book, new(1), Acts.By(People.Representative())).Events);
        KnowAddress.Decide(book, new("thief@example.test"), Acts.By(People.Representative())).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Assert.True(book.IsReadBy(People.Representative()) && book.IsReadBy(People.Carer()));
        Assert.False(book.IsReadBy(People.Carer() with { Space = People.OtherSpace }) || book.IsReadBy(People.Professional()));
    }

    private static NoticeBook Book(int notices)
    {
        var book = new NoticeBook(People.Space);
        Take(book, Enumerable.Repeat<NotificationEvent>(new NotificationEvent.Notified(Samples.Notice), notices));
        return book;
    }

    private static void Take(NoticeBook book, IEnumerable<NotificationEvent> events)
    {
        foreach (var happened in events)
        {
            book.Apply(happened);
        }
    }
}
