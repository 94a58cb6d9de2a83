using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>What somebody is to a document that they ask to change.</summary>
internal enum Hand
{
    /// <summary>Nobody who may know of it.</summary>
    Stranger,

    /// <summary>Somebody who sees it in a space that is closed or opposed: nobody changes anything there.</summary>
    Visitor,

    /// <summary>A professional who sees it.</summary>
    Reader,

    /// <summary>The attending doctor, or an administrator of the record.</summary>
    AttendingDoctor,

    /// <summary>The holder, or who acts for them.</summary>
    Citizen,

    /// <summary>Who deposited it: the professional, or anybody of their structure (R. 1111-49).</summary>
    Author,
}

/// <summary>Somebody asks to change a document (TD3.3). What they may not see does not exist for them; who is not a citizen leaves a trace.</summary>
internal sealed class DocumentRequest
{
    private readonly Space _space;
    private readonly AccessTrace _trace;

    private DocumentRequest(Space space, Hand hand, DocumentSheet? document, AccessTrace trace) =>
        (_space, Hand, Document, _trace) = (space, hand, document, trace);

    /// <summary>Who asks.</summary>
    public Hand Hand { get; }

    /// <summary>The document; there is one unless a stranger asks.</summary>
    public DocumentSheet? Document { get; }

    /// <summary>Judges who asks.</summary>
    public static DocumentRequest Of(Space space, Act act, Guid id, AccessContext context, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, context, act.At);
        var found = space.TryFind(id, out var document);
        var sight = found ? AccessRules.See(space, act.By, context, gate, document!, matrix) : (AccessVerdict?)null;
        var hand = !found ? Hand.Stranger : HandOf(space, act, sight!.Value, document!);
        var trace = Reading.Trace(space, act, context, TraceAction.ChangedDocument, matrix, gate, sight, document) with { Allowed = hand is not Hand.Stranger };
        return new(space, hand, document, trace);
    }

    /// <summary>The request is refused, and leaves its trace.</summary>
    public Decision<SpaceEvent, DocumentSheet> Refused(Refusal refusal) => new(
        _trace.By.IsCitizen || _space.Holder is null ? [] : [new SpaceEvent.Accessed(_trace with { Allowed = false })],
        Hand switch { Hand.Stranger => DocumentRefusals.Unknown, Hand.Visitor => SpaceRefusals.NotOpen, _ => refusal }, []);

    /// <summary>It stands so already.</summary>
    public Decision<SpaceEvent, DocumentSheet> Unchanged() => new(Access(), Document!, Reading.Notices(_space, _trace));

    /// <summary>It happens; the holder is told of <paramref name="notices"/>.</summary>
    public Decision<SpaceEvent, DocumentSheet> Done(SpaceEvent happened, DocumentSheet changed, params Notice[] notices) =>
        new([.. Access(), happened], changed, [.. Reading.Notices(_space, _trace), .. notices]);

    /// <summary>The labels change; the technical identity with them, not the unique nor the logical one (PDSm for DMP, annexes).</summary>
    public Decision<SpaceEvent, DocumentSheet> Relabelled(Labels labels, Act act, bool? byProfessional, params Notice[] notices)
    {
        var relabelled = new SpaceEvent.DocumentRelabelled(Document!.LogicalId, Ids.Of(act.CommandId, "sheet"), labels, act.At, byProfessional);
        return Done(relabelled, Document.After(relabelled), notices);
    }

    private static Hand HandOf(Space space, Act act, AccessVerdict sight, DocumentSheet document)
    {
        if (!space.IsOpenAt(act.At))
        {
            return sight.Allowed ? Hand.Visitor : Hand.Stranger;
        }

        if (sight.Narrowed is { Writes: false })
        {
            return Hand.Reader;
        }

        if (act.By.IsCitizen)
        {
            // Their own deposits are theirs also as authors; what is withheld from them is not there.
            return document.Depositor.Holder && (sight.Allowed || sight.Reason is AccessReason.Deleted) ? Hand.Author
                : sight.Allowed ? Hand.Citizen
                : Hand.Stranger;
        }

        // To correct what one has deposited is to feed: it needs no authorisation (PDSm for DMP, TD0.2 NB2).
        return act.By is not Caller.Platform && space.Holder is { } holder && FeedingRules.Fault(space, holder, act.By, act.At) is null
            && document.Depositor.SameHand(Depositor.Of(act.By)) ? Hand.Author
            : !sight.Allowed ? Hand.Stranger
            : sight.Reason is AccessReason.AttendingDoctor or AccessReason.Administrator ? Hand.AttendingDoctor
            : Hand.Reader;
    }

    private IReadOnlyList<SpaceEvent> Access() => _trace.By.IsCitizen ? [] : Reading.Events(_space, _trace);
}
