using System.Globalization;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.SignIn;

/// <summary>Ten thousand steps of a few people and a thief, against a model of three sentences per rule; with restarts in the middle.</summary>
public class GuardRandomWalkTests
{
    private const int Steps = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_guard_opens_exactly_what_the_model_opens(int seed)
    {
        var random = new Random(seed);
        var model = new NaiveGuard();
        var guard = new LoginGuard();
        var now = Moments.Now;
        var opened = 0;

        for (var step = 0; step < Steps; step++)
        {
            now += random.Next(200) == 0 ? TimeSpan.FromDays(random.Next(50)) : TimeSpan.FromSeconds(random.Next(90));
            if (random.Next(100) == 0)
            {
                var restarted = new LoginGuard();
                restarted.Restore(guard.Snapshot());
                Assert.Equal(guard.Snapshot(), restarted.Snapshot());
                guard = restarted;
            }

            var (expected, actual) = Step(random, model, guard, now);
            Assert.True(expected == actual, $"Step {step}: the model says {expected}, the guard {actual}.");
            opened += actual ? 1 : 0;
        }

        // The walk met doors open and doors shut.
        Assert.InRange(opened, Steps / 10, Steps * 9 / 10);
    }

    private static (bool Expected, bool Actual) Step(Random random, NaiveGuard model, LoginGuard guard, DateTimeOffset now)
    {
        var who = random.Next(3);
        var key = Domain.Identity.BlindKey.Parse(who.ToString("x32", CultureInfo.InvariantCulture), null);

        // A thief is after the third.
        var right = who == 2 ? random.Next(200) == 0 : random.Next(4) != 0;
        var digest = Logins.Digest((byte)(right ? 1 : 2));

        bool Take<T>(Kernel.Decision<GuardEvent, T> decision)
        {
            guard.Take(decision.Events);
            return decision.Answer.Accepted;
        }

        return random.Next(8) switch
        {
            0 => (model.Issue(who, now), Take(IssueCode.Decide(guard, new(key, new(NewSalt(random), Logins.Right)), now))),
            1 when random.Next(4) == 0 => (model.Spend(who), Take(SpendCode.Decide(guard, new(key), now))),
            _ => (model.TryCode(who, right, now), Take(TryCode.Decide(guard, new(key, digest), now))),
        };
    }

    private static string NewSalt(Random random)
    {
        var salt = new byte[16];
        random.NextBytes(salt);
        return Convert.ToBase64String(salt);
    }

    /// <summary>The security design, section 2.1, in its own words; nothing shared with the guard.</summary>
    private sealed class NaiveGuard
    {
        private readonly Dictionary<int, (DateTimeOffset Issued, int Wrong, bool Used)> _codes = [];

        public bool Issue(int who, DateTimeOffset now)
        {
            _codes[who] = (now, 0, false);
            return true;
        }

        public bool TryCode(int who, bool right, DateTimeOffset now)
        {
            // Valid six weeks, until the space it opened is in use; five wrong tries burn it.
            if (!_codes.TryGetValue(who, out var code) || code.Used || code.Wrong >= 5 || (now - code.Issued).TotalDays >= 42)
            {
                return false;
            }

            _codes[who] = (code.Issued, right ? code.Wrong : code.Wrong + 1, false);
            return right;
        }

        public bool Spend(int who)
        {
            if (_codes.TryGetValue(who, out var code))
            {
                _codes[who] = (code.Issued, code.Wrong, true);
            }

            return true;
        }
    }
}
