using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Why somebody cannot act for another.</summary>
public static class ProxyRefusals
{
    /// <summary>Login, password, contacts, sessions: one's own alone.</summary>
    public static readonly Refusal OnlyForOneself = new("only-for-oneself", RefusalKind.Forbidden,
        "Nobody does this for somebody else: it is about the account of who is signed in.",
        "Personne ne le fait pour quelqu’un d’autre : il s’agit du compte de la personne connectée.");
}
