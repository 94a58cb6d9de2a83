using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Who may write and see the resources of a space, once <see cref="AccessRules.Enter"/> has let them in or not.</summary>
internal static class ResourceRules
{
    // Where somebody goes, and when: fed by the structures that expect them (domain facts, agenda section 3).
    private const string Appointment = "Appointment";

    // The medical profile of the space, as a type of document (TRE_A05): whoever the matrix lets read the document reads what it is made of.
    private const string MedicalProfile = "DOCPAT08";

    /// <summary>Whether <paramref name="caller"/> may write a resource of the type <paramref name="type"/> at all.</summary>
    public static bool Writes(Space space, Caller caller, AccessVerdict entered, string type, DateTimeOffset at) =>
        caller is Caller.Organisation
            ? type == Appointment && space.Holder is { } holder && FeedingRules.Fault(space, holder, caller, at) is null
            : entered is { Allowed: true, Narrowed: null or { Writes: true, SeesProfile: true } } && space.IsOpenAt(at);

    /// <summary>Whether <paramref name="caller"/> may see <paramref name="resource"/>, to read it or to find it in a condition of their own.</summary>
    public static bool Sees(Caller caller, AccessVerdict entered, AccessMatrix matrix, KeptResource resource) => caller switch
    {
        _ when caller.IsCitizen => entered is { Allowed: true, Narrowed: null or { SeesProfile: true } },
        Caller.Professional professional => entered is { Allowed: true, Reason: not AccessReason.OldRecord }
            && (resource.Author.SameHand(Depositor.Of(caller)) || SeesOfOthers(professional, entered, matrix, resource)),
        Caller.Organisation => resource.Type == Appointment && resource.Author.SameHand(Depositor.Of(caller)),
        _ => false,
    };

    // R. 1111-46: what is strictly necessary for care. Somebody's agenda is not.
    private static bool SeesOfOthers(Caller.Professional professional, AccessVerdict entered, AccessMatrix matrix, KeptResource resource) =>
        resource.Type != Appointment
        && (entered.Reason is AccessReason.AttendingDoctor or AccessReason.Administrator || matrix.Reads(professional.Profession, MedicalProfile));
}
