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

        // The walk met doors open, doors shut, and the one that stays shut.
        Assert.InRange(opened, Steps / 10, Steps * 9 / 10);
        Assert.Contains(guard.Snapshot().Logins, login => login.Credentials.Failures == Credentials.MostFailures);
    }

    private static (bool Expected, bool Actual) Step(Random random, NaiveGuard model, LoginGuard guard, DateTimeOffset now)
    {
        var who = random.Next(3);
        var key = Domain.Identity.BlindKey.Parse(who.ToString("x32", CultureInfo.InvariantCulture), null);

        // A thief is after the third, and gets as far as the hundred failures.
        var right = who == 2 ? random.Next(200) == 0 : random.Next(4) != 0;
        var digest = Logins.Digest((byte)(right ? 1 : 2));
        var attempt = "a" + random.Next(3).ToString(CultureInfo.InvariantCulture);

        bool Take<T>(Kernel.Decision<GuardEvent, T> decision)
        {
            guard.Take(decision.Events);
            return decision.Answer.Accepted;
        }

        return random.Next(14) switch
        {
            0 => (model.Issue(who, now), Take(IssueCode.Decide(guard, new(key, new(NewSalt(random), Logins.Right)), now))),
            1 => (model.Register(who), Take(RegisterLogin.Decide(guard, new(key, People.Space, Logins.Secret, "a@example.test")))),
            2 or 3 or 4 => (model.TryCode(who, right, now), Take(TryCode.Decide(guard, new(key, digest), now))),
            5 or 6 or 7 => (model.Start(who, right, attempt, now), Take(StartSignIn.Decide(guard, new(key, digest, attempt, Logins.Right), now))),
            8 when random.Next(4) == 0 => (model.Spend(who), Take(SpendCode.Decide(guard, new(key), now))),
            _ => (model.Complete(who, right, attempt, now), Take(CompleteSignIn.Decide(guard, new(key, attempt, digest), now))),
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
        private readonly Dictionary<int, int> _failures = [];
        private readonly Dictionary<int, (string Attempt, DateTimeOffset Sent, int Wrong)> _oneTime = [];
        private readonly List<(int Who, DateTimeOffset At)> _sends = [];

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

        public bool Register(int who) => _failures.TryAdd(who, 0) || true;

        public bool Start(int who, bool right, string attempt, DateTimeOffset now)
        {
            // At most a hundred failures in a row.
            if (!_failures.TryGetValue(who, out var failures) || failures >= 100)
            {
                return false;
            }

            if (!right)
            {
                _failures[who]++;
                return false;
            }

            if (!_oneTime.TryGetValue(who, out var code) || code.Attempt != attempt)
            {
                // At most three sends in a quarter of an hour and ten in a day, since the last sign-in.
                var mine = _sends.Where(send => send.Who == who).ToArray();
                if (mine.Count(send => (now - send.At).TotalMinutes < 15) >= 3 || mine.Count(send => (now - send.At).TotalHours < 24) >= 10)
                {
                    return false;
                }

                _sends.Add((who, now));
                _oneTime[who] = (attempt, now, 0);
            }

            return true;
        }

        public bool Complete(int who, bool right, string attempt, DateTimeOffset now)
        {
            // Ten minutes at most, single use, bound to its attempt, at most five tries.
            if (!_failures.TryGetValue(who, out var failures) || failures >= 100
                || !_oneTime.TryGetValue(who, out var code) || code.Attempt != attempt || code.Wrong >= 5 || (now - code.Sent).TotalMinutes >= 10)
            {
                return false;
            }

            if (right)
            {
                _oneTime.Remove(who);
                _sends.RemoveAll(send => send.Who == who);
                _failures[who] = 0;
            }
            else
            {
                _oneTime[who] = (code.Attempt, code.Sent, code.Wrong + 1);
                _failures[who]++;
            }

            return right;
        }
    }
}
