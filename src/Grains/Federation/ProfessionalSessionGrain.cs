using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

// Collected well after a session has gone idle: an activation that is gone is a session that is over.
[GrainType("professional-session")]
[CollectionAgeLimit(Minutes = 20)]
internal sealed class ProfessionalSessionGrain(TimeProvider time) : Grain, IProfessionalSessionGrain
{
    /// <summary>Idle for so long, a session is over: the screen of a surgery is seen by many.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>So old, a session is over: a working day (security design, 2.1).</summary>
    private static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    private Caller.Professional? _professional;
    private DateTimeOffset _ends;
    private DateTimeOffset _lastSeen;

    public Task<DateTimeOffset> Begin(Caller.Professional professional)
    {
        (_professional, _lastSeen, _ends) = (professional, time.GetUtcNow(), time.GetUtcNow() + Absolute);
        return Task.FromResult(_ends);
    }

    public Task<Outcome<Caller.Professional>> Whose()
    {
        var now = time.GetUtcNow();
        if (_professional is not { } professional || now >= _ends || now >= _lastSeen + Idle)
        {
            DeactivateOnIdle();
            return Task.FromResult<Outcome<Caller.Professional>>(SignInRefusals.NotSignedIn);
        }

        _lastSeen = now;
        return Task.FromResult<Outcome<Caller.Professional>>(professional);
    }

    public Task End()
    {
        _professional = null;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
