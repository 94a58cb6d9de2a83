using System.Reflection;

namespace MonEspaceSante.Architecture.Tests;

/// <summary>Arrows point inwards: each assembly is asked what it references, so that they need no reviewer.</summary>
public sealed class ArrowTests
{
    private const string Ours = "MonEspaceSante.";
    private const string Engine = "Orleans";

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Domain", [] },
        { "Pki", [] },
        { "Oidc", [] },
        { "Professionals", ["Domain", "Pki"] },
        { "Papers", ["Domain"] },
        { "Storage", [] },
        { "Grains", ["Domain", "Storage", Engine] },
        { "Fhir", ["Domain"] },
        { "Silo", ["Domain", "Storage", "Grains", Engine] },
        { "Api", ["Domain", "Storage", "Grains", "Fhir", "Papers", "Pki", "Oidc", "Professionals", "Silo", Engine] },
        { "mes", ["Domain", "Storage", "Fhir", "Papers", "Pki", "Professionals"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void An_assembly_references_only_what_the_house_allows(string name, string[] allowed) =>
        Assert.Empty(References(name).Select(Place).Where(place => place is not null).Distinct().Except(allowed));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Fhir")]
    public void Rules_and_mappings_know_no_web_and_no_storage(string name) =>
        Assert.DoesNotContain(References(name), reference => reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || reference.StartsWith("Azure", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Data", StringComparison.Ordinal));

    [Theory]
    [InlineData("Grains")]
    [InlineData("Api")]
    public void Above_the_ports_nobody_knows_which_store_there_is(string name) =>
        Assert.DoesNotContain(References(name), reference => reference.StartsWith("Azure", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Data", StringComparison.Ordinal));

    [Fact]
    public void Every_source_project_has_its_arrows_here()
    {
        string[] listed = [.. Arrows.Select(row => (string)((object[])row)[0] is var name && name == "mes" ? "Cli" : name), "Orleans.InProcess"];
        var there = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);
        Assert.Equal(listed.Order(), there.Order());
    }

    private static IEnumerable<string> References(string name) =>
        Assembly.Load(name == "mes" ? name : Ours + name).GetReferencedAssemblies().Select(reference => reference.Name!);

    // The stand-in carries our name and the engine's namespaces: it is the engine.
    private static string? Place(string reference) =>
        reference.StartsWith("Orleans", StringComparison.Ordinal) || reference.StartsWith(Ours + Engine, StringComparison.Ordinal) ? Engine
        : reference.StartsWith(Ours, StringComparison.Ordinal) ? reference[Ours.Length..]
        : null;
}
