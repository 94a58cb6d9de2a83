using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Alerts;

/// <summary>Who of the operator watches over the platform: agents named one by one. To handle reports gives nobody this right.</summary>
/// <param name="Members">Their national identifiers; nobody where there are none.</param>
public sealed record SecurityWatch(IReadOnlySet<ProfessionalId> Members)
{
    /// <summary>Whether <paramref name="caller"/> is of the watch.</summary>
    public bool Includes(Caller caller) => caller is Caller.Staff staff && Members.Contains(staff.Id);
}
