using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Everything of a space as one archive.</content>
public partial interface ISpaceGrain
{
    /// <summary>The holder, or who represents them, asks for an archive.</summary>
    [Alias("RequestExport")]
    Task<Outcome<Export>> RequestExport(Envelope envelope, RequestExport command);

    /// <summary>The exports of who asks.</summary>
    [Alias("Exports")]
    Task<ToldExports> Exports();

    /// <summary>Who asked takes their archive away; the trace stands before the answer.</summary>
    [Alias("DownloadExport")]
    Task<Outcome<Export>> DownloadExport(Envelope envelope, DownloadExport command);

    /// <summary>The export <paramref name="id"/> while its archive is to be made; for the component of the platform that makes it.</summary>
    [Alias("ExportToMake")]
    Task<Outcome<Export>> ExportToMake(Guid id);

    /// <summary>How much of the archive is made, 0 to 100. Not kept: lost with the activation, told again with the next part.</summary>
    [Alias("TellExportProgress")]
    Task TellExportProgress(Guid id, int percent);

    /// <summary>The archive is made.</summary>
    [Alias("FinishExport")]
    Task<Outcome<Export>> FinishExport(Envelope envelope, FinishExport command);
}
