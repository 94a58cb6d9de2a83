using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// The holder asks what somebody would see: this professional, anybody of that profession, the doctor of an emergency; and what saving a setting
/// would change. Decided by the decision function itself; nothing is written, nothing is traced.
/// </summary>
/// <param name="Visitor">Who would come.</param>
/// <param name="Mode">How; to break the glass, a sufficient reason is taken as stated.</param>
/// <param name="Declaration">What they would state about consent.</param>
/// <param name="Proposed">A setting to try; none to ask only what is.</param>
public sealed record SimulateAccess(
    HypotheticalVisitor Visitor, AccessMode Mode = AccessMode.Normal, ConsentDeclaration Declaration = ConsentDeclaration.None,
    ProposedSettings? Proposed = null)
{
    private static readonly string AnyReason = new('.', AccessContext.ShortestReason);

    /// <summary>The answer: as things stand, and as they would. A setting that would be refused is refused here in the same words.</summary>
    public static Outcome<SimulatedAccess> Answer(Space space, SimulateAccess query, Act act, AccessMatrix matrix)
    {
        var asker = AccessRules.Enter(space, act.By, AccessContext.Ordinary, act.At);
        if (!act.IsForHolder(space) || !asker.Allowed)
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        Space? then = null;
        if (query.Proposed is { } proposed)
        {
            then = space.Copy();
            if (proposed.SaveIn(then, act, matrix) is { } refused)
            {
                return refused;
            }
        }

        // What is withheld from who asks is not announced by a simulation either.
        var shown = space.Documents.Where(document => AccessRules.See(space, act.By, AccessContext.Ordinary, asker, document, matrix).Allowed);
        var (asIs, asProposed) = (new Visit(space, query, act, matrix), then is null ? null : new Visit(then, query, act, matrix));
        var (enters, wouldEnter) = (asIs.Enter(), asProposed?.Enter());
        return new SimulatedAccess(enters, wouldEnter, shown.Select(document => new SimulatedSight(
            document.LogicalId, asIs.See(document.LogicalId, enters), asProposed?.See(document.LogicalId, wouldEnter!.Value))).ToValueList());
    }

    private sealed class Visit(Space space, SimulateAccess query, Act act, AccessMatrix matrix)
    {
        private readonly Caller.Professional _visitor = query.Visitor.Coming();
        private readonly AccessContext _context = new(query.Mode, query.Mode is AccessMode.BreakGlass ? AnyReason : null, query.Declaration);

        public AccessVerdict Enter() => AccessRules.Enter(space, _visitor, _context, act.At);

        public AccessVerdict See(Guid document, AccessVerdict entered) =>
            space.TryFind(document, out var sheet) ? AccessRules.See(space, _visitor, _context, entered, sheet, matrix)
            : throw new InvalidOperationException("A simulation has lost a document.");
    }
}

/// <summary>A professional who might come; what is not said matches nobody.</summary>
/// <param name="Profession">Code of the profession (TRE_G15).</param>
/// <param name="Professional">Who, where it is somebody.</param>
/// <param name="Speciality">Code of the speciality (R38), where it matters.</param>
/// <param name="Structure">Where they work.</param>
/// <param name="RegulationCentre">They take calls in an emergency call centre.</param>
public sealed record HypotheticalVisitor(
    string Profession, ProfessionalId? Professional = null, string? Speciality = null, StructureId? Structure = null, bool RegulationCentre = false)
{
    internal Caller.Professional Coming() => new(
        Professional ?? default, "", Profession, Speciality,
        Structure is null && !RegulationCentre ? null : new(Structure ?? default, "", RegulationCentre), "");
}

/// <summary>What a simulation found. Holds no title: the asker has the documents.</summary>
/// <param name="Now">Whether the visitor comes in as things stand.</param>
/// <param name="Then">Whether they would, once the setting is saved; <see langword="null"/> where none is tried.</param>
/// <param name="Documents">Each document that the asker sees.</param>
public sealed record SimulatedAccess(AccessVerdict Now, AccessVerdict? Then, ValueList<SimulatedSight> Documents);

/// <summary>What the visitor would see of one document.</summary>
/// <param name="Document">Its logical identity.</param>
/// <param name="Now">As things stand.</param>
/// <param name="Then">Once the setting is saved.</param>
public sealed record SimulatedSight(Guid Document, AccessVerdict Now, AccessVerdict? Then);
