using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

// Collected after an attempt is over: an activation that is gone is an attempt that is over.
[GrainType("activation")]
[CollectionAgeLimit(Minutes = 35)]
internal sealed class ActivationGrain(TimeProvider time) : Grain, IActivationGrain
{
    private ActivationAttempt? _attempt;

    private DateTimeOffset Now => time.GetUtcNow();

    public Task Begin(BlindKey person, EnrolledPerson? found, CounterHelp? help = null)
    {
        _attempt = ActivationAttempt.Begin(person, found, help, Now);
        return Task.CompletedTask;
    }

    public Task<Outcome<ActivationAttempt>> Who() => Task.FromResult(Current());

    public Task<Outcome<ActivationAttempt>> AskForCode() => Change(attempt => attempt.AskForCode(Now));

    public Task Prove() => Change(attempt => attempt with { Proven = true });

    public Task<Outcome<ActivationAttempt>> AskForContactCode(string email, string digest) => Change(attempt => attempt.AskForContactCode(email, digest, Now));

    public async Task<Outcome<ActivationAttempt>> EnterContactCode(string digest)
    {
        var right = false;
        var entered = await Change(attempt => attempt.EnterContactCode(digest, Now, out right));
        return entered.Accepted && !right ? SignInRefusals.Refused : entered;
    }

    public Task End()
    {
        _attempt = null;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private Task<Outcome<ActivationAttempt>> Change(Func<ActivationAttempt, Outcome<ActivationAttempt>> rule)
    {
        var current = Current();
        var changed = current.Accepted ? rule(current.Value) : current;
        if (changed.Accepted)
        {
            _attempt = changed.Value;
        }

        return Task.FromResult(changed);
    }

    private Outcome<ActivationAttempt> Current() => _attempt is { } attempt && Now < attempt.EndsAt ? attempt : SignInRefusals.AttemptOver;
}
