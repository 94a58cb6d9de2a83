using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>Bounds that the table of combinations does not draw.</summary>
public class EmergencyTests
{
    [Theory]
    [InlineData(null, AccessReason.GlassWithoutReason)]
    [InlineData("", AccessReason.GlassWithoutReason)]
    [InlineData("urgence vitale", AccessReason.GlassWithoutReason)] // 14 characters
    [InlineData("urgence  vitale", AccessReason.GlassBroken)] // 15
    [InlineData("   urgence vitale   ", AccessReason.GlassWithoutReason)]
    public void The_glass_needs_a_reason_of_fifteen_characters(string? reason, AccessReason expected) => Assert.Equal(
        expected, AccessRules.Enter(Given(Events.Activated()), People.Professional(), new(AccessMode.BreakGlass, reason, ConsentDeclaration.None), Moments.Now).Reason);

    [Fact]
    public void A_mode_that_does_not_exist_is_our_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => AccessRules.Enter(Given(Events.Activated()), People.Professional(), new((AccessMode)9, null, ConsentDeclaration.None), Moments.Now));
}
