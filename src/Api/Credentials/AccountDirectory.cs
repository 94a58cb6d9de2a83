using System.Globalization;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Accounts;
using MonEspaceSante.Grains.SignIn;

namespace MonEspaceSante.Api.Credentials;

/// <summary>Finds accounts: by login, or as somebody's own.</summary>
internal sealed class AccountDirectory(IGrainFactory grains, PatientDirectory patients)
{
    /// <summary>The account of the person whose space it is.</summary>
    public IAccountGrain Of(SpaceId space) => grains.GetGrain<IAccountGrain>(space.Value);

    /// <summary>What a login is filed under.</summary>
    public Task<BlindKey> KeyOf(string? login) => patients.KeyOf(login ?? "");

    /// <summary>What a passkey is filed under: like a login, in characters that no login has.</summary>
    public Task<BlindKey> KeyOfPasskey(string id) => patients.KeyOf($"passkey/{id}");

    /// <summary>
    /// The space that a login opens. A login that does not exist leads to one of 65,536 that nobody has: the same work is done there, and nothing
    /// opens (ASVS 6.3.8).
    /// </summary>
    public async Task<SpaceId> SpaceOf(BlindKey login)
    {
        if (await grains.GetGrain<ILoginGuardGrain>(login.Bucket).Find(login) is not { } known)
        {
            return SpaceId.Parse(login.Bucket.ToString("x32", CultureInfo.InvariantCulture), null);
        }

        if (known.Former is { } former)
        {
            await Of(known.Space).Open(new OpenAccount(login, Passwords.Of(former.Password), former.Email, former.Failures));
        }

        return known.Space;
    }
}
