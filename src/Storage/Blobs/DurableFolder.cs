using System.Runtime.InteropServices;
using System.Text;

namespace MonEspaceSante.Storage.Blobs;

/// <summary>Makes the names in a folder as durable as the files they name. .NET syncs files only.</summary>
internal static class DurableFolder
{
    /// <summary>Syncs <paramref name="path"/> to disk; nothing to do on Windows, where a moved file is durable with its name.</summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes(path + '\0'), flags: 0);
        if (folder < 0)
        {
            throw new IOException($"The folder {path} does not open: error {Marshal.GetLastPInvokeError()}.");
        }

        var synced = Sync(folder);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(folder);
        if (synced is not 0)
        {
            throw new IOException($"The folder {path} could not be synced: error {error}.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int folder);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int folder);
}
