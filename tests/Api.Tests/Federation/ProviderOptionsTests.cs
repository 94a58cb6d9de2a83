using MonEspaceSante.Api.Federation;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>Settings of a real provider.</summary>
public sealed class ProviderOptionsTests
{
    [Fact]
    public void Settings_that_are_not_whole_name_every_fault()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ProviderOptions { Issuer = new("http://provider.example") }.Settings("Federation", ["openid"], []));
        Assert.All(["Federation", "Issuer", "RedirectUri", "ClientId", "ClientSecretFile"], word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("Discovery", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_is_read_from_its_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "a secret\n");
        var options = new ProviderOptions
        {
            Issuer = new("https://provider.example/api/v2"), RedirectUri = new("https://portal.example/back"), ClientId = "us", ClientSecretFile = file,
        };

        var settings = options.Settings("Federation", ["openid"], ["eidas2"]);

        Assert.Equal(("a secret", "us", "https://provider.example/api/v2/.well-known/openid-configuration"), (settings.ClientSecret, settings.Audience, settings.Discovery.OriginalString));
        File.Delete(file);
    }
}
