using System.Text.Json;

namespace MonEspaceSante.Oidc;

/// <summary>Reads JSON objects as providers send them: a name given twice makes the whole unreadable.</summary>
internal static class ClaimsReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static Checked<Claims> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? new Claims(document.RootElement.Clone()) : OidcFault.Malformed;
        }
        catch (JsonException)
        {
            return OidcFault.Malformed;
        }
    }
}

/// <summary>What a provider says of a person, or of itself: a JSON object.</summary>
/// <param name="Json">The object.</param>
public sealed record Claims(JsonElement Json)
{
    /// <summary>The text of the claim <paramref name="name"/>; <see langword="null"/> where there is none, or none that is text.</summary>
    public string? Text(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    internal Uri? Address(string name) => Uri.TryCreate(Text(name), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
