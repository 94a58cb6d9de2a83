using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

[GrainType("activation")]
[CollectionAgeLimit(Minutes = 35)]
internal sealed class ActivationGrain(TimeProvider time) : Grain, IActivationGrain
{
    /// <summary>How long an attempt may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private ActivationAttempt? _attempt;
    private DateTimeOffset _ends;

    public Task Begin(BlindKey person, EnrolledPerson? found)
    {
        (_attempt, _ends) = (new(person, found, false), time.GetUtcNow() + Patience);
        return Task.CompletedTask;
    }

    public Task<Outcome<ActivationAttempt>> Who() =>
        Task.FromResult<Outcome<ActivationAttempt>>(_attempt is { } attempt && time.GetUtcNow() < _ends ? attempt : SignInRefusals.Refused);

    public Task Prove()
    {
        _attempt = _attempt! with { Proven = true };
        return Task.CompletedTask;
    }

    public Task End()
    {
        _attempt = null;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
