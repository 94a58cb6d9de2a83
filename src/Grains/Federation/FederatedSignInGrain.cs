using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

[GrainType("federated-sign-in")]
[CollectionAgeLimit(Minutes = 20)]
internal sealed class FederatedSignInGrain(TimeProvider time) : Grain, IFederatedSignInGrain
{
    private static readonly TimeSpan AtTheProvider = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ToChoose = TimeSpan.FromMinutes(5);

    private AwaitedAnswer? _awaited;
    private OfferedExercises? _offered;
    private DateTimeOffset _until;

    public Task Begin(AwaitedAnswer awaited)
    {
        (_awaited, _until) = (awaited, time.GetUtcNow() + AtTheProvider);
        return Task.CompletedTask;
    }

    public Task<Outcome<AwaitedAnswer>> Take()
    {
        var awaited = _awaited;
        _awaited = null;
        return Task.FromResult<Outcome<AwaitedAnswer>>(awaited is not null && time.GetUtcNow() < _until ? awaited : FederationRefusals.Refused);
    }

    public Task Offer(OfferedExercises offered)
    {
        (_offered, _until) = (offered, time.GetUtcNow() + ToChoose);
        return Task.CompletedTask;
    }

    public Task<Outcome<Caller.Professional>> Choose(int place)
    {
        if (_offered is not { } offered || time.GetUtcNow() >= _until)
        {
            return Task.FromResult<Outcome<Caller.Professional>>(FederationRefusals.Refused);
        }

        if (place < 0 || place >= offered.Exercises.Count)
        {
            return Task.FromResult<Outcome<Caller.Professional>>(FederationRefusals.ExerciseUnknown);
        }

        _offered = null;
        DeactivateOnIdle();
        return Task.FromResult<Outcome<Caller.Professional>>(offered.Exercises[place]);
    }
}
