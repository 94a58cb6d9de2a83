using MonEspaceSante.Api.Credentials.Passkeys;
using MonEspaceSante.Api.Sessions;

namespace MonEspaceSante.Api.Credentials;

/// <summary>What accounts and sessions are served by.</summary>
internal static class CredentialServices
{
    public static IServiceCollection AddCredentials(this IServiceCollection services) => services
        .AddSingleton<Passwords>()
        .AddSingleton<AccountDirectory>()
        .AddSingleton<OneTimeCodes>()
        .AddSingleton<EvidenceDesk>()
        .AddSingleton<SessionDesk>()
        .AddSingleton<RecoveryCodes>()
        .AddSingleton<OwnActs>()
        .AddPasskeys();
}
