using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Spaces;

/// <summary>Lives of a space that no author would think of: random commands by random people at a random pace, decided by the real rules.</summary>
internal static class RandomHistory
{
    public static List<SpaceEvent> Of(Random random, int commands)
    {
        var space = Story.NeverWritten();
        var history = new List<SpaceEvent>();
        var at = Moments.Informed;
        for (var i = 0; i < commands; i++)
        {
            at += TimeSpan.FromHours(random.Next(24 * 20));
            var events = Decide(random, space, at);
            space.Take(events);
            history.AddRange(events);
        }

        return history;
    }

    private static IReadOnlyList<SpaceEvent> Decide(Random random, Space space, DateTimeOffset at)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        var holder = new Act(People.Holder, at, new(bytes));
        var structure = random.Next(2) == 0 ? People.At(People.Clinic) : null;
        var professional = People.Professional(random.Next(1, 6), random.Next(3) == 0 ? "28" : "10", structure);
        var act = holder with { By = professional };
        var subject = structure is null ? People.Subject(professional) : AccessSubject.Of(structure.Id);
        var sheet = random.Next(10) == 0 ? People.Sheet with { Email = $"alix{random.Next(3)}@example.test" } : space.Holder ?? People.Sheet;
        var context = new AccessContext((AccessMode)random.Next(2), "Personne inconsciente", (ConsentDeclaration)random.Next(3));
        var some = space.Documents.Count == 0 ? Guid.Empty : space.Documents.ElementAt(random.Next(space.Documents.Count)).LogicalId;
        var platform = holder with { By = People.Platform() };
        return random.Next(35) switch
        {
            34 => Double(random, space, sheet, platform),
            33 => RequestExport.Decide(space, new(), holder, Papers.Matrix).Events,
            32 => EndExport(random, space, platform),
            21 or 22 or 29 or 30 or 31 => End(random, space, holder, platform),
            23 => Appoint.Decide(space, new((NamedRole)random.Next(3), professional.Id, "Somebody"), holder).Events,
            24 => EndAppointment.Decide(space, new((NamedRole)random.Next(3), professional.Id), holder).Events,
            25 when random.Next(3) == 0 => RepresentChild.Decide(space, new(People.Minor, People.ParentSpace, "Somebody"), platform).Events,
            25 => NameRepresentative.Decide(space, new(sheet, People.ParentSpace, "Somebody", RepresentationKind.Guardianship), platform).Events,
            20 => EndRepresentation.Decide(space, new(People.ParentSpace), platform).Events,
            18 or 19 => Delegate(random, space, holder, platform),
            17 => ObjectToFeeding.Decide(space, new(subject, "Un proche y travaille"), holder).Events,
            16 => LiftFeedingObjection.Decide(space, new(subject), holder).Events,
            0 => ActivateSpace.Decide(space, new(sheet, Choices(random)), holder).Events,
            1 => Oppose.Decide(space, new(sheet), holder).Events,
            2 => LiftOpposition.Decide(space, new(), holder).Events,
            3 => MakeChoices.Decide(space, new(Choices(random)), holder).Events,
            4 => Authorise.Decide(space, new(subject, "Somebody"), holder).Events,
            5 => WithdrawAuthorisation.Decide(space, new(subject), holder).Events,
            6 => BlockProfessional.Decide(space, new(subject), holder).Events,
            7 => LiftBlock.Decide(space, new(space.BlockOn(subject)?.Id ?? Guid.Empty), holder).Events,
            8 => Change(random, space, some, context, random.Next(2) == 0 ? holder : act),
            9 => ListDocuments.Decide(space, new(ResourceQuery.Where(), context), act, Papers.Matrix).Events,
            10 => OpenDocument.Decide(space, new(some, true, context), act, Papers.Matrix).Events,
            26 or 27 or 28 => CarryOut.Decide(space, Weights.Write([Write(random, space, at)]), random.Next(2) == 0 ? act : holder, Papers.Matrix).Events,
            _ => DepositDocument.Decide(space, new(sheet, Draft(random, at), Papers.Content()), act, Papers.Types, Papers.Matrix).Events,
        };
    }

    private static IReadOnlyList<SpaceEvent> Change(Random random, Space space, Guid document, AccessContext context, Act act) => random.Next(5) switch
    {
        0 => DeleteDocument.Decide(space, new(document, context), act, Papers.Matrix).Events,
        1 => ArchiveDocument.Decide(space, new(document, random.Next(2) == 0, context), act, Papers.Matrix).Events,
        2 => WithholdDocument.Decide(space, new(document, Labels.WithheldFromHolder, random.Next(2) == 0, context), act, Papers.Matrix).Events,
        _ => HideDocument.Decide(space, new(document, random.Next(2) == 0, context), act, Papers.Matrix).Events,
    };

    private static IReadOnlyList<SpaceEvent> Delegate(Random random, Space space, Act holder, Act platform)
    {
        var carer = holder with { By = new Caller.Holder(People.CarerSpace) };
        var some = space.Invitations is [.., var last] ? last.Id : Guid.Empty;
        var rights = new CarerRights(random.Next(2) == 0, true, random.Next(2) == 0 ? [Papers.Biology] : null);
        return random.Next(8) switch
        {
            0 or 1 or 2 => InviteCarer.Decide(space, new(Logins.Person, "Somebody", People.CarerSpace, new(holder.At, holder.At.AddDays(40), rights)), holder).Events,
            3 or 4 => AnswerInvitation.Decide(space, new(some, random.Next(3) > 0), carer).Events,
            5 => WithdrawInvitation.Decide(space, new(some), holder).Events,
            6 => ReviewDelegations.Decide(space, new(), platform).Events,
            _ => EndDelegation.Decide(space, new(People.CarerSpace), carer).Events,
        };
    }

    // Rare, or nothing else would ever happen. What waits for ten years is woken by a leap in time.
    private static IReadOnlyList<SpaceEvent> End(Random random, Space space, Act holder, Act platform) => random.Next(20) switch
    {
        _ when space.Ending.Erasure is not null => random.Next(2) == 0 ? CertifyErasure.Decide(space, new(), platform).Events
            : EndHistory.Decide(space, new(), platform with { At = platform.At.AddYears(22) }).Events,
        0 => CloseSpace.Decide(space, new(random.Next(2) == 0), holder).Events,
        1 => random.Next(3) == 0 ? RecordDeath.Decide(space, new(), platform).Events : [],
        2 or 3 => AskDeletion.Decide(space, new(), holder).Events,
        4 or 5 => CancelDeletion.Decide(space, new(), holder).Events,
        6 or 7 or 8 => ReopenSpace.Decide(space, new(), holder).Events,
        9 => SuspendSpace.Decide(space, new((SuspensionGround)random.Next(2)), platform).Events,
        10 or 11 => ObjectToSuspension.Decide(space, new(), holder).Events,
        12 or 13 => LiftSuspension.Decide(space, new(), platform).Events,
        14 or 15 => EndSuspension.Decide(space, new(), platform).Events,
        16 or 17 => TellOpening.Decide(space, new(), platform).Events,
        18 => EraseSpace.Decide(space, new(), platform).Events,
        _ => EraseSpace.Decide(space, new(), platform with { At = platform.At.AddYears(11) }).Events,
    };

    private static IReadOnlyList<SpaceEvent> Double(Random random, Space space, HolderSheet sheet, Act platform) => random.Next(8) switch
    {
        0 => CloseAsDouble.Decide(space, new(People.CarerSpace), platform).Events,
        1 or 2 or 3 => NameDouble.Decide(space, new(sheet, People.OtherSpace), platform).Events,
        _ => TakeInDouble.Decide(space, new(People.OtherSpace, null), platform).Events,
    };

    private static IReadOnlyList<SpaceEvent> EndExport(Random random, Space space, Act platform) =>
        space.Exports.FirstOrDefault() is not { } export ? []
        : random.Next(2) == 0 ? FinishExport.Decide(space, new(export.Id, Papers.Content()), platform with { At = export.RequestedAt }).Events
        : RemoveExport.Decide(space, new(export.Id), platform).Events;

    private static ResourceWrite Write(Random random, Space space, DateTimeOffset at)
    {
        var standing = space.Resources.OfType(Weights.Type).ToList();
        var some = standing.Count == 0 ? Guid.Empty : standing[random.Next(standing.Count)].Id;
        var draft = Weights.Draft(random.Next(50, 60), at);
        return random.Next(4) switch
        {
            0 => new ResourceWrite.Remove(Weights.Type, "", some),
            1 => new ResourceWrite.Revise(draft, "", some),
            2 => new ResourceWrite.Record(draft, "", [Weights.Where("value-quantity", draft.Index.Values.OfType<IndexedValue.Quantity>()
                .Select(there => new Sought.Quantity(Prefix.Equal, there.Low)).ToArray())]),
            _ => new ResourceWrite.Record(draft, ""),
        };
    }

    private static DocumentDraft Draft(Random random, DateTimeOffset at) =>
        Papers.Draft($"1.{random.Next(40)}", labels: (Labels)(1 << random.Next(6)), replaces: random.Next(3) == 0 ? $"1.{random.Next(40)}" : null)
            with
        { CreatedAt = at };

    private static PrivacyChoices Choices(Random random) =>
        new(random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
}
