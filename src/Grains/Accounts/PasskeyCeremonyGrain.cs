using Orleans;

namespace MonEspaceSante.Grains.Accounts;

[GrainType("passkey-ceremony")]
[CollectionAgeLimit(Minutes = 10)]
internal sealed class PasskeyCeremonyGrain(TimeProvider time) : Grain, IPasskeyCeremonyGrain
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private Ceremony? _ceremony;
    private DateTimeOffset _ends;

    public Task Keep(Ceremony ceremony)
    {
        (_ceremony, _ends) = (ceremony, time.GetUtcNow() + Patience);
        return Task.CompletedTask;
    }

    public Task<Ceremony?> Take(string purpose)
    {
        var taken = _ceremony?.Purpose == purpose && time.GetUtcNow() < _ends ? _ceremony : null;
        _ceremony = null;
        DeactivateOnIdle();
        return Task.FromResult(taken);
    }
}
