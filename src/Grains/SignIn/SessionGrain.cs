using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Accounts;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

// Collected well after a session has gone idle: an activation that is gone is a session that is over.
[GrainType("session")]
[CollectionAgeLimit(Minutes = 20)]
internal sealed class SessionGrain(TimeProvider time) : Grain, ISessionGrain
{
    private SessionSheet? _sheet;
    private DateTimeOffset _lastSeen;
    private DateTimeOffset _trustedUntil;

    public Task Begin(SessionSheet sheet)
    {
        (_sheet, _lastSeen) = (sheet, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public async Task<Outcome<SessionSheet>> Whose()
    {
        if (!await Lives())
        {
            return SignInRefusals.NotSignedIn;
        }

        _lastSeen = time.GetUtcNow();
        return _sheet!;
    }

    public async Task<bool> Lives()
    {
        var now = time.GetUtcNow();
        if (_sheet is null || now >= _sheet.Ends || now >= _lastSeen + Session.Idle || !await Stands(now))
        {
            await End();
        }

        return _sheet is not null;
    }

    public async Task<DateTimeOffset?> LastSeen() => await Lives() ? _lastSeen : null;

    public Task End()
    {
        _sheet = null;
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<bool> Stands(DateTimeOffset now)
    {
        if (now < _trustedUntil)
        {
            return true;
        }

        if (!await GrainFactory.GetGrain<IAccountGrain>(_sheet!.Space.Value).Holds(_sheet.Id, this.GetPrimaryKeyString()))
        {
            return false;
        }

        _trustedUntil = now + ISessionGrain.Trust;
        return true;
    }
}
