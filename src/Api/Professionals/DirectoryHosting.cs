using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Professionals;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;

namespace MonEspaceSante.Api.Professionals;

/// <summary>Which directory of professionals the platform goes by (configuration section <c>Directory</c>).</summary>
public sealed record DirectoryOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Directory";

    /// <summary>The public extract of the national directory; without it, the fictive professionals of the development certificates.</summary>
    public string? File { get; init; }

    /// <summary>National identifiers (idNat_Struct) of the emergency dispatch centres: the extract does not tell them from other structures.</summary>
    public string[] RegulationCentres { get; init; } = [];
}

/// <summary>The directory as it stands, for whoever looks something up in it: it is replaced as a whole.</summary>
internal sealed class CurrentDirectory(Func<NationalDirectory> current)
{
    public NationalDirectory Now => current();
}

/// <summary>Adds the directory.</summary>
internal static partial class DirectoryHosting
{
    public static void AddDirectory(this IServiceCollection services, DirectoryOptions options)
    {
        if (options.File is not { } file)
        {
            var development = new Lazy<NationalDirectory>(FictiveExtract.Development);
            services.AddSingleton<IProfessionalDirectory, DevelopmentDirectory>();
            services.AddSingleton(new CurrentDirectory(() => development.Value));
            return;
        }

        services.AddSingleton(provider =>
        {
            var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger<DirectoryFile>();
            return new DirectoryFile(file, options.RegulationCentres, provider.GetRequiredService<TimeProvider>(), report => Tell(logger, report));
        });
        services.AddSingleton<IProfessionalDirectory>(provider => provider.GetRequiredService<DirectoryFile>());
        services.AddSingleton(provider => new CurrentDirectory(() => provider.GetRequiredService<DirectoryFile>().Current));
    }

    private static void Tell(ILogger logger, LoadReport report)
    {
        if (report.Trouble is { } trouble)
        {
            LogNotTaken(logger, trouble);
            return;
        }

        LogTaken(logger, report.Practitioners, report.Structures, report.Lines, report.LeftAside.Values.Sum(), report.Faults());
    }

    [LoggerMessage(1201, LogLevel.Information,
        "The directory of professionals was read: {Practitioners} professionals, {Structures} structures, {Lines} lines; {LeftAside} left aside ({Faults}).")]
    private static partial void LogTaken(ILogger logger, int practitioners, int structures, int lines, int leftAside, string faults);

    [LoggerMessage(1202, LogLevel.Error, "The file of the directory of professionals cannot be used, the directory that stands goes on: {Trouble}")]
    private static partial void LogNotTaken(ILogger logger, string trouble);
}
