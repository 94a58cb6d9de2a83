using System.Globalization;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Fhir;

/// <summary>Versions and times in headers: what makes a writing conditional on the state it was decided on, and a reading on news.</summary>
internal static class Preconditions
{
    /// <summary>The tag of a version.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The version that If-Match asks for; <see langword="null"/> where the writing is not conditional.</summary>
    public static Outcome<int?> IfMatch(HttpRequest request) => Version(request.Headers.IfMatch);

    /// <summary>The version that <paramref name="ifMatch"/> asks for, a header or its like in a bundle.</summary>
    public static Outcome<int?> Version(string? ifMatch) =>
        string.IsNullOrEmpty(ifMatch) ? new Outcome<int?>(null, null)
        : VersionOf(ifMatch) is { } version ? version
        : EdgeRefusals.VersionTagInvalid.At("If-Match");

    /// <summary>Whether the client has what stands already: the answer is 304 then.</summary>
    public static bool IsKnown(HttpRequest request, int version, DateTimeOffset? updated)
    {
        if (request.Headers.IfNoneMatch.ToString() is { Length: > 0 } tags)
        {
            return tags.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || VersionOf(tag) == version);
        }

        // The header counts whole seconds.
        return updated is { } at && request.GetTypedHeaders().IfModifiedSince is { } since && at.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    // R4 writes W/"3"; RFC 9110 would have If-Match compare strong tags only, and many clients drop the W/.
    private static int? VersionOf(string tag) =>
        (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag) is ['"', .. var inner, '"']
        && int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
