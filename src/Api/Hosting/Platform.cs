using System.Text.Json;
using System.Text.Json.Serialization;
using MonEspaceSante.Api.Activation;
using MonEspaceSante.Api.Agendas;
using MonEspaceSante.Api.Assistance;
using MonEspaceSante.Api.Audit;
using MonEspaceSante.Api.Credentials;
using MonEspaceSante.Api.Credentials.Passkeys;
using MonEspaceSante.Api.Demo;
using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Exports;
using MonEspaceSante.Api.Federation;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.History;
using MonEspaceSante.Api.Home;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Insurers;
using MonEspaceSante.Api.Lives;
using MonEspaceSante.Api.Mail;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Api.Notifications;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Privacy;
using MonEspaceSante.Api.Professionals;
using MonEspaceSante.Api.Proxies;
using MonEspaceSante.Api.Reports;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Sessions;
using MonEspaceSante.Api.Summaries;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Profiles;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Pki.Revocation;
using MonEspaceSante.Silo.Hosting;

namespace MonEspaceSante.Api.Hosting;

/// <summary>The whole platform in one process: storage, grains, the edge. The table of contents of the house.</summary>
public static class Platform
{
    /// <summary>Builds the platform; <paramref name="configure"/> may replace services, such as the clock in tests.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        // Settings lie beside the program, wherever it is started from; and their watcher does not look at every write in ./data.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var engine = builder.Configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new();
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var listeners = builder.Configuration.GetSection(ListenerOptions.Section).Get<ListenerOptions>() ?? new();
        Directory.CreateDirectory(storage.Folder);
        builder.Logging.KeepRequestsOutOfLogs();

        builder.Services.AddPlatformStorage(storage).AddPlatformCalls();
        if (engine.Role is EngineRole.Silo)
        {
            // In this order: what is added last stops first, and the ticker calls grains until it stops.
            builder.AddEngine(engine);
            builder.Services.AddPlatformGrains();
        }
        else
        {
            builder.AddEngineClient(engine);
        }

        var authority = builder.Services.AddCertificates(storage.Folder);
        builder.Services.AddDirectory(builder.Configuration.GetSection(DirectoryOptions.Section).Get<DirectoryOptions>() ?? new());
        builder.AddListeners(listeners, authority.Load("server"));
        builder.Services.AddEdge(storage.Folder);
        builder.Services.AddFederation(builder.Configuration, storage);
        builder.Services.AddExports(listeners);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseTrustedProxies(listeners);
        app.UseMiddleware<EdgeErrors>();
        app.UseRouting();
        app.UseMiddleware<EdgePipeline>();
        app.MapEdge(listeners, storage.Folder);
        return app;
    }

    private static DevelopmentAuthority AddCertificates(this IServiceCollection services, string folder)
    {
        var authority = DevelopmentAuthority.Open(Path.Combine(folder, "pki"), TimeProvider.System);
        services.AddSingleton(authority);
        services.AddSingleton(new CrlStore(authority.Trust));
        services.AddSingleton(provider => new CrlFolder(authority.ListsFolder, provider.GetRequiredService<CrlStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider =>
        {
            provider.GetRequiredService<CrlFolder>();
            return new CertificateJudge(authority.Trust, provider.GetRequiredService<CrlStore>(), provider.GetRequiredService<IProfessionalDirectory>());
        });
        return authority;
    }

    private static void AddEdge(this IServiceCollection services, string folder)
    {
        services.AddSingleton<CertificateAuthentication>();
        services.AddSingleton<SessionAuthentication>();
        services.AddSingleton<ActingFor>();
        services.AddSingleton<InvitedPeople>();
        services.AddSingleton<ChildrenDesk>();
        services.AddSingleton<CarerCategories>();
        services.AddCredentials();
        services.AddSingleton<PatientDirectory>();
        services.AddSingleton<TryGate>();
        services.AddActivation(folder);
        services.AddAssistance();
        services.AddSingleton<QuotaDesk>();
        services.AddSingleton<Reader>();
        services.AddSingleton<DepositDesk>();
        services.AddSingleton<DocumentSheets>();
        services.AddSingleton<DocumentHolders>();
        services.AddSingleton<DocumentSearch>();
        services.AddSingleton<SubmissionSets>();
        services.AddSingleton<PatchDesk>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<SearchPages>();
        services.AddSingleton<ResourceDesk>();
        services.AddSingleton<ResourceReception>();
        services.AddSingleton<ResourceSearch>();
        services.AddSingleton<TransactionDesk>();
        services.AddSingleton<TransactionPatient>();
        services.AddMeasures();
        services.AddSingleton<AgendaDesk>();
        services.AddSingleton<ConsentDesk>();
        services.AddApiDescription();
        services.AddSingleton(provider => new ProfileCatalogue(provider.GetRequiredService<ReferenceData>().Measures));
        services.AddSingleton<IMailer>(provider => new FolderMailer(Path.Combine(folder, "outbox"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReportGatherer>();
        services.AddInsurer();
        services.AddSingleton<NoticeMails>();
        services.AddHostedService(provider => provider.GetRequiredService<NoticeMails>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DemoPeople>(provider, folder));

        // A body that cannot be read is told in our words (EdgeErrors), not by a bare status.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;

            // A choice that is left out is not a no: what is optional has a default in the type.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
    }

    private static void MapEdge(this WebApplication app, ListenerOptions listeners, string folder)
    {
        var fhir = new FhirRoutes(app);
        fhir.MapMetadata();
        fhir.MapPatients();
        fhir.MapSummaries();
        fhir.MapEverything();
        fhir.MapDocuments();
        fhir.MapBundles();
        fhir.MapBinaries();
        fhir.MapAuditEvents();
        fhir.MapDirectory();
        fhir.MapMeasures();
        fhir.MapResources();
        fhir.MapAgendas();
        fhir.MapConsents();
        fhir.MapValidation();

        var citizens = new CitizenRoutes(app);
        citizens.MapActivation();
        citizens.MapSessions();
        citizens.MapProofs();
        citizens.MapDevices();
        citizens.MapAccount();
        citizens.MapContacts();
        citizens.MapAuthenticator();
        citizens.MapPasskeys();
        citizens.MapRecovery();
        citizens.MapPrivacy();
        citizens.MapSimulation();
        citizens.MapHistory();
        citizens.MapHistoryProof();
        citizens.MapExports();
        citizens.MapNotifications();
        citizens.MapReports();
        citizens.MapStatistics();
        citizens.MapProxies();
        citizens.MapRelatives();
        citizens.MapChildren();
        citizens.MapClosing();
        citizens.MapOpposition();
        citizens.MapLifePapers();
        citizens.MapRoles();
        citizens.MapObjections();

        var professionals = new ProfessionalRoutes(app);
        professionals.MapCollectedConsents();
        professionals.MapPatientNotices();
        professionals.MapAssistance();
        professionals.MapAlerts();
        app.MapSupport();
        app.MapInsurer();
        app.MapFederation(citizens);

        app.MapHome(listeners, app.Configuration.GetValue("Demo", true) ? folder : null);
        app.MapApiDescription();
        app.MapOperations();
    }
}
