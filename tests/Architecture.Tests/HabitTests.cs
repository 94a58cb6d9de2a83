
namespace MonEspaceSante.Architecture.Tests;

/// <summary>Habits that a compiler does not keep for us.</summary>
public sealed class HabitTests
{
    public static TheoryData<string> GrainSources => [.. Sources("src/Grains")];

    public static TheoryData<string> RuleSources => [.. Sources("src/Domain")];

    public static TheoryData<string> EngineNeutralSources =>
        [.. Sources("src").Where(file => !file.Contains("Orleans.InProcess") && !file.Contains("EngineHosting."))];

    [Theory]
    [MemberData(nameof(GrainSources))]
    public void Grains_keep_to_the_rules_of_the_engine(string file) =>
        Assert.DoesNotMatch(@"\block\s*\(|Task\.Run\(|\.Result\b(?!\.Read\b|,|\))|\.Wait\(\)|ConfigureAwait\(false\)|Thread\.Sleep", Read(file));

    [Theory]
    [MemberData(nameof(RuleSources))]
    public void Rules_read_no_clock(string file) =>
        Assert.DoesNotMatch(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow)\b|TimeProvider|Guid\.NewGuid", Read(file));

    [Theory]
    [MemberData(nameof(EngineNeutralSources))]
    public void Sources_are_the_same_on_either_engine(string file) => Assert.DoesNotMatch(@"^\s*#if\b", Read(file));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
}
