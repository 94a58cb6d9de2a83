using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MonEspaceSante.Api.Credentials.Passkeys;

/// <summary>What passkeys are served by.</summary>
internal static class PasskeyServices
{
    // Bytes of a challenge (WebAuthn, 13.4.3: 16 at least).
    private const int ChallengeLength = 32;

    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<PasskeyOptions>().BindConfiguration(PasskeyOptions.Section);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PasskeyOptions>>((identity, ours) =>
        {
            identity.ServerDomain = ours.Value.Domain;
            identity.UserVerificationRequirement = "required";
            identity.ResidentKeyRequirement = "required";
            identity.AttestationConveyancePreference = "none";
            identity.ChallengeSize = ChallengeLength;
            identity.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && ours.Value.Allows(asked.Origin));
        });
        services.AddIdentityCore<PasskeyOwner>().AddUserStore<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<PasskeyOwner>, PasskeyHandler<PasskeyOwner>>();
        return services.AddSingleton<PasskeyDesk>();
    }
}
