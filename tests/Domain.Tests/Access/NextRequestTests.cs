using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>Each setting holds from the very next request.</summary>
public class NextRequestTests
{
    private static readonly Caller.Professional Doctor = People.Professional(at: People.At(People.Clinic));

    private static readonly DocumentSheet Sheet = Papers.Sheet(by: People.Professional(9));

    /// <summary>What takes the doctor's sight away, one setting each; each leaves no reason to see.</summary>
    public static TheoryData<string, AccessReason> Settings => new()
    {
        { "withdrawal", AccessReason.NotAuthorised },
        { "block of the doctor", AccessReason.Blocked },
        { "block of the structure", AccessReason.Blocked },
        { "block by an administrator", AccessReason.Blocked },
        { "hiding", AccessReason.Hidden },
        { "closing", AccessReason.SpaceNotOpen },
        { "death", AccessReason.SpaceNotOpen },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void What_the_holder_takes_away_is_gone_at_the_next_request(string setting, AccessReason reason)
    {
        var space = Given(
        [
            .. Events.Activated(), Events.Authorised(People.Subject(Doctor)), Events.Deposited(Sheet),
            new SpaceEvent.Appointed(new(NamedRole.Administrator, People.Professional(7).Id, "Dr 7", Moments.Opening)),
        ]);
        Assert.True(Seen(space).Allowed);
        space.Take(Save(space, setting));
        Assert.Equal(new AccessVerdict(false, reason), Seen(space));
    }

    private static IReadOnlyList<SpaceEvent> Save(Space space, string setting) => setting switch
    {
        "withdrawal" => WithdrawAuthorisation.Decide(space, new(People.Subject(Doctor)), Acts.Holder()).Events,
        "block of the doctor" => BlockProfessional.Decide(space, new(People.Subject(Doctor)), Acts.Holder()).Events,
        "block of the structure" => BlockProfessional.Decide(space, new(AccessSubject.Of(People.Clinic)), Acts.Holder()).Events,
        "block by an administrator" => BlockProfessional.Decide(space, new(People.Subject(Doctor)), Acts.By(People.Professional(7))).Events,
        "hiding" => HideDocument.Decide(space, new(Sheet.LogicalId, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Events,
        "closing" => CloseSpace.Decide(space, new(), Acts.Holder()).Events,
        "death" => RecordDeath.Decide(space, new(), Acts.By(People.Platform())).Events,
        _ => throw new ArgumentOutOfRangeException(nameof(setting)),
    };

    private static AccessVerdict Seen(Space space)
    {
        Assert.True(space.TryFind(Sheet.LogicalId, out var document));
        var entered = AccessRules.Enter(space, Doctor, AccessContext.Ordinary, Moments.Now);
        return AccessRules.See(space, Doctor, AccessContext.Ordinary, entered, document, Papers.Matrix);
    }
}
