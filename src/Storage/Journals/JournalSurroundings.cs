using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>What journals live on.</summary>
/// <param name="Blobs">Keeps their bytes.</param>
/// <param name="Keys">Keeps their keys.</param>
/// <param name="Time">Dates their entries and measures their patience.</param>
/// <param name="Options">Their limits.</param>
/// <param name="Random">Fills nonces, salts and chance; cryptographic outside of simulations.</param>
internal sealed record JournalSurroundings(
    IBlobStore Blobs, ISpaceKeys Keys, TimeProvider Time, JournalOptions Options, Action<Span<byte>> Random);
