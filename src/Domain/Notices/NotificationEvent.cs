using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Notices;

/// <summary>What happens to the notices of one holder.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Notified), "notified")]
[JsonDerivedType(typeof(ReadUpTo), "read-up-to")]
[JsonDerivedType(typeof(Muted), "muted")]
[JsonDerivedType(typeof(AddressKnown), "address-known")]
public abstract record NotificationEvent
{
    private NotificationEvent()
    {
    }

    /// <summary>The holder is told something. Notices are numbered from 1, in this order.</summary>
    public sealed record Notified(Notice Notice) : NotificationEvent;

    /// <summary>The holder has seen every notice up to <paramref name="Number"/>.</summary>
    public sealed record ReadUpTo(long Number, DateTimeOffset At) : NotificationEvent;

    /// <summary>The holder wants no mail about <paramref name="Kinds"/>, and mails about all others.</summary>
    public sealed record Muted(ValueList<NoticeKind> Kinds, DateTimeOffset At) : NotificationEvent;

    /// <summary>Where mails go to.</summary>
    public sealed record AddressKnown(string Email, DateTimeOffset At) : NotificationEvent;
}
