using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Oidc;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// Which account a federated identity opens. It is filed as logins are, under a blind key; the account itself says whether the link stands.
/// </summary>
internal sealed class FederatedIdentities(Providers providers, AccountDirectory accounts, IKeyRing keys, IGrainFactory grains)
{
    /// <summary>The space whose account <paramref name="person"/> opens. Where it opens none, the same work is done (ASVS 6.3.8).</summary>
    public async Task<Outcome<SpaceId>> SpaceOfAsync(AuthenticatedPerson person)
    {
        var identity = await KeyOfAsync(person);
        var space = await accounts.SpaceOf(identity);
        return await accounts.Of(space).IsLinkedTo(identity) ? space : SignInRefusals.Refused;
    }

    /// <summary>Links <paramref name="person"/> to the account of the caller, who is signed in to <paramref name="space"/> and is that person.</summary>
    public async Task<Outcome<Done>> LinkAsync(SpaceId space, AuthenticatedPerson person)
    {
        // Else whoever holds somebody's telephone for five minutes could let themselves in for good.
        var privacy = await grains.GetGrain<ISpaceGrain>(space.Value).Privacy();
        if (!privacy.Accepted || PivotReading.Read(person.Claims)?.IsOf(privacy.Value.Holder) is not true)
        {
            return FederationRefusals.SomebodyElse;
        }

        var identity = await KeyOfAsync(person);
        using (CallerContext.Become(SignInDesk.Component))
        {
            if (!(await grains.GetGrain<ILoginGuardGrain>(identity.Bucket).Register(new RegisterLogin(identity, space))).Accepted)
            {
                return FederationRefusals.SomebodyElse;
            }
        }

        return await accounts.Of(space).LinkFederation(new LinkFederation(identity));
    }

    private async Task<BlindKey> KeyOfAsync(AuthenticatedPerson person) => BlindKey.Of(
        "federation", $"{providers.Citizens!.Issuer}\n{person.Subject}", (await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span);
}
