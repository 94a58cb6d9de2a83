using MonEspaceSante.Domain.Accounts;

namespace MonEspaceSante.Api.Sessions;

/// <summary>What a device is called in its owner's list: browser and system, coarsely; an app by its own name. No address, no version.</summary>
internal static class DeviceName
{
    // The first that is found: browsers name those they take after.
    private static readonly (string Token, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        string?[] parts = [Find(Browsers, agent) ?? Product(agent), Find(Systems, agent)];
        var name = string.Join(", ", parts.Where(part => part is not null));
        return name.Length == 0 ? "?" : name[..Math.Min(name.Length, Session.LongestDevice)];
    }

    private static string? Find((string Token, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Token, StringComparison.Ordinal)).Name;

    private static string? Product(string agent) => agent.Split('/', ' ')[0] is { Length: > 0 } product && product.All(char.IsAsciiLetterOrDigit) ? product : null;
}
