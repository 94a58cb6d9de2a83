namespace MonEspaceSante.Cli.CommandLine;

/// <summary>What the process answers. Scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>The command was not understood, or failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was carried out, and some rows were rejected.</summary>
    public const int RowsRejected = 2;

    /// <summary>A journal is damaged.</summary>
    public const int JournalDamaged = 3;

    /// <summary>Interrupted from the keyboard: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;
}
