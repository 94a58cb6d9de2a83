using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Notices;

/// <summary>The holder has seen every notice up to a number.</summary>
/// <param name="UpTo">The number of the latest notice seen; one beyond the last means the last.</param>
public sealed record MarkNoticesRead(long UpTo)
{
    /// <summary>The rule.</summary>
    public static Decision<NotificationEvent, Done> Decide(NoticeBook book, MarkNoticesRead command, Act act)
    {
        var number = Math.Min(command.UpTo, book.Last);
        return !NoticeRules.MaySettle(book, act.By) ? SpaceRefusals.OnlyTheHolder
            : number <= book.Read ? Done.Answer
            : new Decision<NotificationEvent, Done>([new NotificationEvent.ReadUpTo(number, act.At)], Done.Answer, []);
    }
}

/// <summary>The holder says what they want no mails about; the notices themselves always stay in the space.</summary>
/// <param name="Kinds">The kinds without mails, all of them: those that are left out are mailed again.</param>
public sealed record MuteNotices(ValueList<NoticeKind> Kinds)
{
    /// <summary>The rule.</summary>
    public static Decision<NotificationEvent, Done> Decide(NoticeBook book, MuteNotices command, Act act)
    {
        if (!NoticeRules.MaySettle(book, act.By))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        if (!command.Kinds.All(NoticeKinds.CanBeMuted))
        {
            return NoticeRefusals.AlwaysTold;
        }

        var kinds = command.Kinds.Distinct().Order().ToValueList();
        return kinds.Equals(book.Muted) ? Done.Answer
            : new Decision<NotificationEvent, Done>([new NotificationEvent.Muted(kinds, act.At)], Done.Answer, []);
    }
}

/// <summary>Where mails to the holder go, once the address is theirs: the part of the platform that has proven it says so.</summary>
/// <param name="Email">The address.</param>
public sealed record KnowAddress(string Email)
{
    /// <summary>The rule.</summary>
    public static Decision<NotificationEvent, Done> Decide(NoticeBook book, KnowAddress command, Act act) =>
        !NoticeRules.IsHolder(book, act.By) ? SpaceRefusals.OnlyTheHolder
        : command.Email == book.Email ? Done.Answer
        : new Decision<NotificationEvent, Done>([new NotificationEvent.AddressKnown(command.Email, act.At)], Done.Answer, []);
}

/// <summary>What the commands about notices share.</summary>
internal static class NoticeRules
{
    public static bool IsHolder(NoticeBook book, Caller caller) => caller is Caller.Holder holder && holder.Space == book.Space;

    // What is read is read for everybody, and what is muted too: not a carer's.
    public static bool MaySettle(NoticeBook book, Caller caller) => book.IsReadBy(caller) && caller is not Caller.Carer;
}

/// <summary>Why a command about notices is refused.</summary>
public static class NoticeRefusals
{
    /// <summary>An emergency access is always told.</summary>
    public static readonly Refusal AlwaysTold = new("notice-always-told", RefusalKind.Unprocessable,
        "You are always told of emergency accesses: this cannot be switched off.",
        "Vous êtes toujours averti des accès en urgence : cela ne se désactive pas.");

    /// <summary>Notices of patients are for the professional whom they were told to.</summary>
    public static readonly Refusal OnlyTheProfessional = new("notices-of-a-professional", RefusalKind.Forbidden,
        "These notices are for a professional, who reads them in person.",
        "Ces avis sont destinés à un professionnel, qui les lit en personne.");
}
