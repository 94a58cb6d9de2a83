namespace MonEspaceSante.Cli.Tests.Certificates;

public sealed class PkiTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_certificate_is_issued_listed_and_revoked()
    {
        var issued = await PkiAsync(
            "person", "second-gp", "--id", "899700900113", "--surname", "GENERALISTE", "--given-name", "Camille", "--title", "Médecin");
        Assert.Equal(0, issued.ExitCode);
        var serial = issued.Output.Split("Serial:")[1].Trim();
        Assert.True(File.Exists(Path.Combine(_folder.Data, "pki", "second-gp.pem")));
        Assert.Matches($"second-gp +{serial} +until .*accepted", (await PkiAsync("list")).Output);

        var revoked = await PkiAsync("revoke", serial);

        Assert.Equal(0, revoked.ExitCode);
        Assert.Matches($"second-gp +{serial} +until .*certificate-revoked", (await PkiAsync("list")).Output);
    }

    [Fact]
    public async Task An_organisation_with_an_impossible_identifier_is_refused()
    {
        var answer = await PkiAsync("organisation", "x", "--id", "123", "--label", "X", "--department", "Paris (75)", "--application", "X");

        Assert.Equal(1, answer.ExitCode);
        Assert.Equal($"mes: The idNat_Struct is not of an accepted form.{Environment.NewLine}", answer.Error);
    }

    private Task<Mes.Answer> PkiAsync(params string[] arguments) => Mes.RunAsync(["pki", .. arguments, "--data", _folder.Data]);
}
