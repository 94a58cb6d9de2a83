using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>
/// The secret connection (connexion secrète): a professional opens a minor's record for acts that the minor keeps from their representatives
/// (R. 1111-33; EX_2.1-1050). It leaves no trace and no notice that representatives see; the young person reads the trace once of age.
/// </summary>
internal static class SecretConnection
{
    /// <summary>
    /// Whether <paramref name="trace"/> was left in one. An adult has nothing to keep from representatives; and an emergency is always told
    /// (L. 1111-17 I): who cannot express their will asks for no secret.
    /// </summary>
    public static bool Covers(Space space, AccessTrace trace) =>
        trace.Context is { Secret: true, Mode: AccessMode.Normal } && !trace.By.IsCitizen && space.HolderIsMinorAt(trace.At);
}
