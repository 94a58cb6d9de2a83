using MonEspaceSante.Torture;

// Kills the platform while people use it, again and again on one folder, and confronts what stands with what was answered.
// dotnet run --project tests/Torture -- [--rounds 50] [--seed 1] [--short] [--mutant drop-ack]
using var ordeal = new Ordeal(Options.Read(args));
return await ordeal.RunAsync() ? 0 : 1;
