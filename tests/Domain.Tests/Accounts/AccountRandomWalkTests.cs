using System.Globalization;
using System.Text.Json;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Accounts;

/// <summary>Ten thousand steps of an owner or a thief, against a model of three sentences per rule; with restarts in the middle.</summary>
public class AccountRandomWalkTests
{
    private const int Steps = 10_000;

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 200)]
    public void The_account_opens_exactly_what_the_model_opens(int seed, int oneRightIn)
    {
        var random = new Random(seed);
        var (model, account, now, opened) = (new NaiveAccount(), OpenAccounts.Plain, Moments.Now, 0);
        for (var step = 0; step < Steps; step++)
        {
            now += random.Next(200) == 0 ? TimeSpan.FromDays(random.Next(5)) : TimeSpan.FromSeconds(random.Next(90));
            if (random.Next(100) == 0)
            {
                account = JsonSerializer.Deserialize(JsonSerializer.Serialize(account, DomainJson.Default.Account), DomainJson.Default.Account)!;
            }

            // An owner is wrong now and then; a thief is right now and then, and gets as far as the hundred failures.
            var right = oneRightIn == 4 ? random.Next(4) != 0 : random.Next(oneRightIn) == 0;
            var attempt = "a" + random.Next(3).ToString(CultureInfo.InvariantCulture);
            var act = Acts.By(People.Platform(), now);
            var (expected, actual) = random.Next(2) == 0
                ? (model.Start(right, attempt, now), Take(StartSignIn.Decide(account, OpenAccounts.Start(attempt, right), act)))
                : (model.Complete(right, attempt, now), Take(CompleteSignIn.Decide(account, OpenAccounts.Complete(attempt, right), act)));
            Assert.True(expected == actual, $"Step {step}: the model says {expected}, the account {actual}.");
            opened += actual ? 1 : 0;
        }

        Assert.Equal(oneRightIn != 4, account.Locked);
        Assert.InRange(opened, oneRightIn == 4 ? Steps / 10 : 0, Steps * 9 / 10);

        bool Take<T>(Kernel.Decision<AccountEvent, T> decision)
        {
            account = account.Take(decision.Events);
            return decision.Answer.Accepted;
        }
    }

    /// <summary>The security design, section 2.1, in its own words; nothing shared with the account.</summary>
    private sealed class NaiveAccount
    {
        private readonly List<DateTimeOffset> _sends = [];
        private (string Attempt, DateTimeOffset Sent, int Wrong)? _oneTime;
        private int _failures;

        public bool Start(bool right, string attempt, DateTimeOffset now)
        {
            // At most a hundred failures in a row.
            if (_failures >= 100)
            {
                return false;
            }

            if (!right)
            {
                _failures++;
                return false;
            }

            if (_oneTime is not { } code || code.Attempt != attempt)
            {
                // At most three sends in a quarter of an hour and ten in a day, since the last sign-in.
                if (_sends.Count(sent => (now - sent).TotalMinutes < 15) >= 3 || _sends.Count(sent => (now - sent).TotalHours < 24) >= 10)
                {
                    return false;
                }

                _sends.Add(now);
                _oneTime = (attempt, now, 0);
            }

            return true;
        }

        public bool Complete(bool right, string attempt, DateTimeOffset now)
        {
            // Ten minutes at most, single use, bound to its attempt, at most five tries.
            if (_failures >= 100
                || _oneTime is not { } code || code.Attempt != attempt || code.Wrong >= 5 || (now - code.Sent).TotalMinutes >= 10)
            {
                return false;
            }

            if (right)
            {
                _oneTime = null;
                _sends.Clear();
                _failures = 0;
            }
            else
            {
                _oneTime = (code.Attempt, code.Sent, code.Wrong + 1);
                _failures++;
            }

            return right;
        }
    }
}
