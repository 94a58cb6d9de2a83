using System.Globalization;

namespace MonEspaceSante.Torture;

/// <summary>What the command line asks for.</summary>
/// <param name="Rounds">How many times the platform is started and ended.</param>
/// <param name="Seed">Decides who asks for what, and when the platform dies.</param>
/// <param name="Mutant">The only control to run; all of them if <see langword="null"/>.</param>
internal sealed record Options(int Rounds, int Seed, string? Mutant)
{
    private const int ShortRounds = 5;

    public static Options Read(string[] args)
    {
        var mutant = Value(args, "--mutant");
        if (mutant is not null && Torture.Mutant.All.All(known => known.Name != mutant))
        {
            throw new ArgumentException($"The mutants are {string.Join(", ", Torture.Mutant.All.Select(known => known.Name))}.");
        }

        var rounds = mutant is not null ? 1 : args.Contains("--short") ? ShortRounds : Number(args, "--rounds") ?? 50;
        return new(rounds, Number(args, "--seed") ?? 1, mutant);
    }

    private static int? Number(string[] args, string name) => Value(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : null;
}
