using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

[GrainType("bound-token")]
[CollectionAgeLimit(Minutes = 10)]
internal sealed class BoundTokenGrain(TimeProvider time) : Grain, IBoundTokenGrain
{
    private BoundToken? _token;

    public Task Issue(BoundToken token)
    {
        _token = token;
        return Task.CompletedTask;
    }

    public Task<Outcome<BoundToken>> Show(string certificate)
    {
        if (_token is { } token && token.Certificate == certificate && time.GetUtcNow() < token.ExpiresAt)
        {
            return Task.FromResult<Outcome<BoundToken>>(token);
        }

        DeactivateUnless(_token is { } other && time.GetUtcNow() < other.ExpiresAt);
        return Task.FromResult<Outcome<BoundToken>>(SignInRefusals.NotSignedIn);
    }

    public Task Revoke(string certificate)
    {
        // RFC 7009, section 2.1: a token is revoked by who it was issued to.
        if (_token?.Certificate == certificate)
        {
            _token = null;
        }

        DeactivateUnless(_token is not null);
        return Task.CompletedTask;
    }

    // What strangers invent is forgotten at once; what is still good for somebody else stays.
    private void DeactivateUnless(bool needed)
    {
        if (!needed)
        {
            DeactivateOnIdle();
        }
    }
}
