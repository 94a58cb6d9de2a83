using MonEspaceSante.Silo.Hosting;

namespace MonEspaceSante.Api.Hosting;

/// <summary>Tells whoever started the platform where to go and what to try.</summary>
internal static class Banner
{
    public static void Write(WebApplication app)
    {
        var listeners = app.Configuration.GetSection(ListenerOptions.Section).Get<ListenerOptions>() ?? new();
        var folder = Path.GetFullPath((app.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new()).Folder);
        Console.WriteLine($"""

            Espace santé libre is running.

              People and apps   https://localhost:{listeners.Citizens}        open it in a browser (accept the development certificate)
              Professionals     https://localhost:{listeners.Professionals}        client certificates: {folder}/pki
              Operations        http://127.0.0.1:{listeners.Operations}         /health/live, /health/ready

              Fictive people    {folder}/demo.json
              Mails             {folder}/outbox
              Try it all        bash docs/tour.sh

            Ctrl-C stops it.

            """);
    }
}
