using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

// Collected well after a session has gone idle: an activation that is gone is a session that is over.
[GrainType("session")]
[CollectionAgeLimit(Minutes = 20)]
internal sealed class SessionGrain(TimeProvider time) : Grain, ISessionGrain
{
    /// <summary>Idle for so long, a session is over (security design, 2.1).</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>So old, a session is over.</summary>
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    private SpaceId? _space;
    private DateTimeOffset _ends;
    private DateTimeOffset _lastSeen;

    public Task<DateTimeOffset> Begin(SpaceId space)
    {
        (_space, _lastSeen, _ends) = (space, time.GetUtcNow(), time.GetUtcNow() + Absolute);
        return Task.FromResult(_ends);
    }

    public Task<Outcome<SpaceKey>> Whose()
    {
        var now = time.GetUtcNow();
        if (_space is not { } space || !LivesAt(now))
        {
            DeactivateOnIdle();
            return Task.FromResult<Outcome<SpaceKey>>(SignInRefusals.NotSignedIn);
        }

        _lastSeen = now;
        return Task.FromResult<Outcome<SpaceKey>>(new SpaceKey(space));
    }

    public Task<bool> Lives() => Task.FromResult(_space is not null && LivesAt(time.GetUtcNow()));

    public Task End()
    {
        _space = null;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private bool LivesAt(DateTimeOffset now) => now < _ends && now < _lastSeen + Idle;
}
