using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Callers;

/// <summary>R19: a grain call without a valid statement of who calls is refused.</summary>
public sealed class CallerStatementTests
{
    private const string Audience = "space/1/List";

    private readonly ShiftedClock _clock = new();
    private readonly CallerStatements _statements;

    public CallerStatementTests() => _statements = new(new byte[32], _clock);

    public static TheoryData<Caller> Everybody => [
        Fictive.Laboratory, Fictive.Doctor, new Caller.Holder(Domain.Spaces.SpaceId.Random()), new Caller.Platform("edge"),
        new Caller.Staff(ProfessionalId.Parse("3990000028/AGENT-1", null), "Morgan", null, "d3")];

    [Theory]
    [MemberData(nameof(Everybody))]
    public void A_statement_proves_who_signed_in(Caller caller) => Assert.Equal(caller, _statements.Verify(_statements.Sign(caller, Audience), Audience));

    [Fact]
    public void A_call_without_statement_is_refused() => Assert.Throws<CallerStatementException>(() => _statements.Verify(null, Audience));

    [Fact]
    public void A_statement_signed_with_another_key_is_refused()
    {
        var forged = new CallerStatements(Enumerable.Repeat((byte)1, 32).ToArray(), _clock).Sign(Fictive.Doctor, Audience);
        Assert.Throws<CallerStatementException>(() => _statements.Verify(forged, Audience));
    }

    [Fact]
    public void A_statement_with_any_byte_changed_is_refused()
    {
        var statement = Convert.FromBase64String(_statements.Sign(Fictive.Doctor, Audience));
        for (var i = 0; i < statement.Length; i++)
        {
            var changed = statement.ToArray();
            changed[i] ^= 1;
            Assert.Throws<CallerStatementException>(() => _statements.Verify(Convert.ToBase64String(changed), Audience));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void A_statement_that_is_none_is_refused(string text) => Assert.Throws<CallerStatementException>(() => _statements.Verify(text, Audience));

    [Fact]
    public void A_statement_for_another_call_is_refused() =>
        Assert.Throws<CallerStatementException>(() => _statements.Verify(_statements.Sign(Fictive.Doctor, "space/2/List"), Audience));

    [Fact]
    public void A_statement_is_used_once()
    {
        var statement = _statements.Sign(Fictive.Doctor, Audience);
        _statements.Verify(statement, Audience);
        Assert.Throws<CallerStatementException>(() => _statements.Verify(statement, Audience));
    }

    [Fact]
    public void A_statement_lives_a_short_time()
    {
        var (late, inTime) = (_statements.Sign(Fictive.Doctor, Audience), _statements.Sign(Fictive.Doctor, Audience));
        _clock.Pass(CallerStatements.Lifetime - TimeSpan.FromSeconds(1));
        _statements.Verify(inTime, Audience);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Throws<CallerStatementException>(() => _statements.Verify(late, Audience));
    }

    [Fact]
    public async Task A_grain_called_for_nobody_does_nothing()
    {
        await using var grains = await RunningGrains.StartAsync();
        var space = grains.Factory.GetGrain<Spaces.ISpaceGrain>(Domain.Spaces.SpaceId.Random().Value);

        await Assert.ThrowsAsync<CallerStatementException>(() => space.Deposit(Grains.Journals.Envelope.Once(), Fictive.Deposit(grains.Stores)));
        Assert.Equal(0, grains.Stores.Blobs.Appends);
    }
}
