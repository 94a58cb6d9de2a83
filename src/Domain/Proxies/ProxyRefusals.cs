using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Why somebody cannot act for another, or not be invited to.</summary>
public static class ProxyRefusals
{
    /// <summary>Login, password, contacts, sessions: one's own alone.</summary>
    public static readonly Refusal OnlyForOneself = new("only-for-oneself", RefusalKind.Forbidden,
        "Nobody does this for somebody else: it is about the account of who is signed in.",
        "Personne ne le fait pour quelqu’un d’autre : il s’agit du compte de la personne connectée.");

    /// <summary>Three carers at most.</summary>
    public static readonly Refusal TooManyCarers = new("too-many-carers", RefusalKind.Conflict,
        "A person has three carers at most, those who are invited among them: end a delegation or take an invitation back first.",
        "Une personne a trois aidants au plus, invitations comprises : mettez d’abord fin à une délégation ou retirez une invitation.");

    /// <summary>Five people helped at most.</summary>
    public static readonly Refusal TooManyHelped = new("too-many-helped", RefusalKind.Conflict,
        "You care for five people already: give one delegation up first.",
        "Vous aidez déjà cinq personnes : renoncez d’abord à une délégation.");

    /// <summary>Two representatives at most.</summary>
    public static readonly Refusal TooManyRepresentatives = new("too-many-representatives", RefusalKind.Conflict,
        "Two people represent this child already, or are invited to.",
        "Deux personnes représentent déjà cet enfant, ou y sont invitées.");

    /// <summary>The same person twice.</summary>
    public static readonly Refusal AlreadyInvited = new("already-invited", RefusalKind.Conflict,
        "An invitation of this person waits for an answer on other terms: take it back first.",
        "Une invitation de cette personne attend une réponse à d’autres conditions : retirez-la d’abord.");

    /// <summary>No such invitation for who asks.</summary>
    public static readonly Refusal InvitationUnknown = new("invitation-unknown", RefusalKind.NotFound,
        "There is no such invitation.", "Cette invitation n’existe pas.");

    /// <summary>Answered, taken back or expired.</summary>
    public static readonly Refusal InvitationOver = new("invitation-over", RefusalKind.Conflict,
        "The invitation has been answered or taken back, or it has expired.",
        "L’invitation a reçu une réponse, a été retirée ou a expiré.");

    /// <summary>Represented already by somebody else.</summary>
    public static readonly Refusal AlreadyRepresented = new("already-represented", RefusalKind.Conflict,
        "Somebody represents this child already: it is for them to invite a second representative.",
        "Quelqu’un représente déjà cet enfant : il lui revient d’inviter un second représentant.");

    /// <summary>Not on the honour.</summary>
    public static readonly Refusal NotCertified = new("representation-not-certified", RefusalKind.Unprocessable,
        "Certify on your honour that you are the child’s legal representative.",
        "Certifiez sur l’honneur que vous êtes le représentant légal de l’enfant.");

    /// <summary>Not a child of one's card.</summary>
    public static readonly Refusal ChildUnknown = new("child-unknown", RefusalKind.NotFound,
        "There is no such child on your card.", "Cet enfant ne figure pas sur votre carte.");
}
