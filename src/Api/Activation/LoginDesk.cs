using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Activation;

/// <summary>Whether a login is free, and what is, close to it.</summary>
internal sealed record TriedLogin(bool Free, IReadOnlyList<string> Suggestions);

/// <summary>Tells a proven person, and nobody else, which logins are free.</summary>
internal sealed class LoginDesk(ActivationDesk desk, AccountDirectory accounts, IGrainFactory grains)
{
    private const int MostSuggestions = 3;

    /// <summary>Is <paramref name="login"/> free? Three that are, where it is not.</summary>
    public async Task<Outcome<TriedLogin>> TryAsync(string? token, string? login)
    {
        using var acting = CallerContext.Become(ActivationDesk.Component);
        var current = await desk.CurrentAsync(token);
        if (!current.Accepted)
        {
            return current.Refusal;
        }

        if (!current.Value.Proven)
        {
            return SignInRefusals.Refused;
        }

        if (LoginRules.Fault(login) is { } fault)
        {
            return fault.At("login");
        }

        if (await IsFreeAsync(login!))
        {
            return new TriedLogin(Free: true, []);
        }

        var free = new List<string>();
        foreach (var near in LoginRules.CloseTo(login!))
        {
            if (await IsFreeAsync(near))
            {
                free.Add(near);
            }

            if (free.Count == MostSuggestions)
            {
                break;
            }
        }

        return new TriedLogin(Free: false, free);
    }

    private async Task<bool> IsFreeAsync(string login)
    {
        var key = await accounts.KeyOf(login);
        return await grains.GetGrain<ILoginGuardGrain>(key.Bucket).Find(key) is null;
    }
}
