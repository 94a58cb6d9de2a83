using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>What grains, and who calls them, are given.</summary>
public static class GrainHosting
{
    private static string ReferenceFolder => Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>Adds what every process of the platform needs: the clock, reference data, caller statements.</summary>
    public static IServiceCollection AddPlatformCalls(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ReferenceData.Load(ReferenceFolder));
        services.AddSingleton(QuotaTable.Load(ReferenceFolder));
        services.AddSingleton(new TryLimits());
        services.AddSingleton<CallerDigests>();
        services.AddSingleton(provider =>
        {
            // Asked once, at start: key rings answer from memory afterwards.
            var key = provider.GetRequiredService<IKeyRing>().PurposeKeyAsync("caller", CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return new CallerStatements(key, provider.GetRequiredService<TimeProvider>());
        });
        return services;
    }

    /// <summary>Adds what a process that hosts grains needs.</summary>
    public static IServiceCollection AddPlatformGrains(this IServiceCollection services)
    {
        services.AddSingleton<Pokes>();
        services.AddSingleton<NoticeMailQueue>();
        services.AddSingleton<ExportQueue>();
        services.AddSingleton(provider => SupportOf(provider.GetRequiredService<IConfiguration>()["Support:Operator"]));
        services.AddSingleton(provider => WatchOf(provider.GetRequiredService<IConfiguration>().GetSection("Support:Watch").Get<string[]>()));
        services.AddSingleton<JournalServices>();
        services.AddSingleton<DueRounds>();
        services.AddHostedService<OutboxTicker>();
        services.AddHostedService<DueTicker>();
        services.AddHostedService<NightWatch>();
        return services;
    }

    // The agents who read security alerts, as idNat_PS; without any, nobody does.
    private static SecurityWatch WatchOf(string[]? agents) => new((agents ?? []).Select(agent => ProfessionalId.TryParse(agent, null, out var id) ? id
        : throw new InvalidOperationException("Support:Watch names somebody who has no national identifier.")).ToHashSet());

    // The operator's organisation as idNat_Struct; without it nobody is of support.
    private static SupportTeam SupportOf(string? house) => house is null ? new(Operator: null)
        : StructureId.TryParse(house, null, out var id) ? new(id)
        : throw new InvalidOperationException("Support:Operator is not the national identifier of a structure.");
}
