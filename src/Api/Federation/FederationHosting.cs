using Microsoft.AspNetCore.Hosting.Server;
using MonEspaceSante.Api.Federation.Development;
using MonEspaceSante.Api.Federation.Tokens;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Oidc;
using MonEspaceSante.Silo.Hosting;

namespace MonEspaceSante.Api.Federation;

/// <summary>Adds sign-in by way of identity providers, and the authorisation server of professionals' software.</summary>
internal static class FederationHosting
{
    public static void AddFederation(this IServiceCollection services, IConfiguration configuration, StorageOptions storage)
    {
        var citizens = configuration.GetSection(ProviderOptions.Federation).Get<ProviderOptions>() ?? new();
        var professionals = configuration.GetSection(ProviderOptions.ProSanteConnect).Get<ProviderOptions>() ?? new();

        // In the embedded default everybody is fictive; elsewhere a provider that believes anybody is a door left open.
        if (configuration.GetValue("DevelopmentProviders", storage.Kind is StorageKind.Sqlite))
        {
            services.AddSingleton(provider => new DevelopmentProviders(
                provider.GetRequiredService<IServer>(), storage.Folder, provider.GetRequiredService<TimeProvider>(), citizens.RedirectUri, professionals.RedirectUri));
        }

        // Read now: settings that are not whole keep the platform from starting.
        var federation = citizens.Issuer is null ? null : citizens.Settings(ProviderOptions.Federation, Providers.CitizenScopes, Providers.CitizenLevels);
        var proSanteConnect = professionals.Issuer is null ? null
            : professionals.Settings(ProviderOptions.ProSanteConnect, Providers.ProfessionalScopes, Providers.ProfessionalLevels);
        services.AddSingleton(provider => new Providers(
            Client(provider, federation, (development, time) => development.Client(development.Federation, Providers.CitizenScopes, Providers.CitizenLevels, time)),
            Client(provider, proSanteConnect,
                (development, time) => development.Client(development.ProSanteConnect, Providers.ProfessionalScopes, Providers.ProfessionalLevels, time))));
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<FederatedIdentities>();
        services.AddSingleton<PractisingProfessionals>();
        services.AddSingleton<ProfessionalSessions>();
        services.AddSingleton<BoundTokens>();
        services.AddSingleton<TokenExchange>();
    }

    public static void MapFederation(this WebApplication app, CitizenRoutes citizens)
    {
        citizens.MapFederatedActivation();
        citizens.MapFederatedSignIn();
        citizens.MapProfessionalSessions();
        app.MapTokens();
        if (app.Services.GetService<DevelopmentProviders>() is { } development)
        {
            new DevelopmentProviderEndpoints(development.Federation).Map(app);
            new DevelopmentProviderEndpoints(development.ProSanteConnect).Map(app);
        }
    }

    private static Lazy<OidcClient>? Client(
        IServiceProvider provider, ProviderSettings? settings, Func<DevelopmentProviders, TimeProvider, OidcClient> development)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        return settings is not null ? new(() => new(settings, new(ProviderHttp.Client(new SocketsHttpHandler())), time))
            : provider.GetService<DevelopmentProviders>() is { } standIn ? new(() => development(standIn, time))
            : null;
    }
}
