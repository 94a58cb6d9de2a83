using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Exports;

/// <summary>Why there is no export.</summary>
public static class ExportRefusals
{
    /// <summary>None of that identity for who asks.</summary>
    public static readonly Refusal Unknown = new("export-unknown", RefusalKind.NotFound,
        "There is no such export, or its time is over.", "Cet export n’existe pas, ou son délai est passé.");

    /// <summary>Not made yet.</summary>
    public static readonly Refusal NotReady = new("export-not-ready", RefusalKind.Conflict,
        "The archive is still being prepared; you will be told when it is ready.", "L’archive est encore en préparation ; vous serez averti lorsqu’elle sera prête.");

    /// <summary>Too many in a day.</summary>
    public static readonly Refusal TooMany = new("export-too-many", RefusalKind.TooMany,
        "Three exports were asked for in the last 24 hours; ask again later.", "Trois exports ont été demandés depuis 24 heures ; redemandez plus tard.");

    /// <summary>Only the component that makes archives may.</summary>
    public static readonly Refusal OnlyThePlatform = new("export-only-the-platform", RefusalKind.Forbidden,
        "Only the platform makes archives.", "Seule la plateforme prépare les archives.");
}
