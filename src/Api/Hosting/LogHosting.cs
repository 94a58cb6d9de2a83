namespace MonEspaceSante.Api.Hosting;

/// <summary>Keeps the framework from writing down what clients send (security design, rule 31), whatever the settings say.</summary>
internal static class LogHosting
{
    // They log addresses and headers, in lines or in scopes: a FHIR search carries a matricule in its address.
    private static readonly string[] Tellers =
        ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HostFiltering", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Http"];

    public static void KeepRequestsOutOfLogs(this ILoggingBuilder logging)
    {
        foreach (var category in Tellers)
        {
            logging.AddFilter(category, LogLevel.None);
        }
    }
}
