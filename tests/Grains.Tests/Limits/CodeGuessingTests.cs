using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Limits;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Limits;

/// <summary>
/// Code guessing (security design, section 4): so many tries over so many people from so many sources, with restarts in the middle. Grains are
/// given digests that the edge computes: what is tried here costs no slow digest. The variable CODE_GUESSES makes it as long as wanted: 100000 tries
/// are the design's, over 10,000 people from 500 sources.
/// </summary>
public sealed class CodeGuessingTests : IAsyncLifetime
{
    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("CODE_GUESSES"), out var tries) ? tries : 4_000;

    private static readonly SecretDigest Right = new(Convert.ToBase64String(new byte[16]), Digest(1));

    private readonly Stores _stores = new();
    private readonly TryLimits _limits = new();
    private RunningGrains _grains = null!;

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task Blind_guessing_opens_nothing_and_everything_is_counted()
    {
        var (people, sources) = (Tries / 10, Tries / 200);
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        for (var person = 0; person < people; person++)
        {
            Assert.True((await Guard(person).IssueCode(new(Key("person", person), Right))).Accepted);
        }

        var (opened, letIn, missed) = (0, new int[sources], new int[people]);
        for (var i = 0; i < Tries; i++)
        {
            if (i % (Tries / 3) == Tries / 6)
            {
                await RestartAsync();
            }

            var (source, person) = (i % sources, (i / 7) % people);
            if (!(await Source(source).Enter()).Accepted)
            {
                continue;
            }

            letIn[source]++;
            missed[person]++;
            opened += (await Guard(person).TryCode(new(Key("person", person), Digest(2)))).Accepted ? 1 : 0;
        }

        Assert.Equal(0, opened);
        Assert.All(letIn, count => Assert.InRange(count, 1, _limits.InAnHour));
        await CountersAreExactAsync(people, missed);
    }

    [Fact]
    public async Task An_attack_from_everywhere_leaves_each_source_fewer_tries_until_it_is_over()
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        var sources = (Pressure.LostUnnoticed / _limits.InAnHour) + 1;
        var attack = await Task.WhenAll(Enumerable.Range(0, sources).Select(async source => await EnteredAsync(source, _limits.InAnHour)));
        Assert.All(attack, entered => Assert.Equal(_limits.InAnHour, entered));

        Assert.Equal(_limits.UnderPressure, await EnteredAsync(source: 1_000, tries: 50));
        await RestartAsync();
        Assert.Equal(_limits.UnderPressure, await EnteredAsync(source: 1_001, tries: 50));

        _stores.Clock.Pass(Pressure.Window);
        Assert.Equal(50, await EnteredAsync(source: 1_002, tries: 50));
    }

    [Fact]
    public async Task A_source_that_is_shut_out_costs_no_append_and_makes_it_harder_for_nobody_else()
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        Assert.Equal(_limits.InAnHour, await EnteredAsync(source: 0, _limits.InAnHour + 1));
        _stores.Blobs.Reset();
        Assert.Equal(0, await EnteredAsync(source: 0, tries: 5_000));
        Assert.Equal(0, _stores.Blobs.Appends);
        Assert.Equal(50, await EnteredAsync(source: 1, tries: 50));
    }

    [Fact]
    public async Task Who_opens_something_may_come_again()
    {
        using var acting = CallerContext.Become(new Caller.Platform("tests"));
        for (var i = 0; i < 3 * _limits.InAnHour; i++)
        {
            Assert.True((await Source(0).Enter()).Accepted);
            await Source(0).GiveBack(1);
        }
    }

    // The owner's own code opens while it is not burned, and is refused though right from the sixth try on.
    private async Task CountersAreExactAsync(int people, int[] missed)
    {
        await RestartAsync();
        for (var person = 0; person < people; person++)
        {
            var entered = await Guard(person).TryCode(new(Key("person", person), Right.Digest));
            Assert.Equal(missed[person] < ProvisionalCode.MostWrongTries, entered.Accepted);
        }

        // A letter again, and its owner is in: nobody stays locked out.
        var next = new SecretDigest(Convert.ToBase64String(new byte[16]), Digest(3));
        Assert.True((await Guard(0).IssueCode(new(Key("person", 0), next))).Accepted);
        Assert.True((await Guard(0).TryCode(new(Key("person", 0), next.Digest))).Accepted);
    }

    private async Task<int> EnteredAsync(int source, int tries)
    {
        var entered = 0;
        for (var i = 0; i < tries; i++)
        {
            entered += (await Source(source).Enter()).Accepted ? 1 : 0;
        }

        return entered;
    }

    private async Task RestartAsync()
    {
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
    }

    private ISourceGrain Source(int number) => _grains.Factory.GetGrain<ISourceGrain>(Key("source", number).Value);

    private ILoginGuardGrain Guard(int person) => _grains.Factory.GetGrain<ILoginGuardGrain>(Key("person", person).Bucket);

    private static BlindKey Key(string kind, int number) => BlindKey.Of(kind, number.ToString(CultureInfo.InvariantCulture), new byte[32]);

    private static string Digest(byte filler) => Convert.ToBase64String([.. Enumerable.Repeat(filler, 32)]);
}
