using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>What travels on a stream: who sends, its number for this receiver, and a pointer. Never health data, never an identity.</summary>
/// <param name="Sender">The identity of the sending grain.</param>
/// <param name="Sequence">1 for the first thing from this sender to this receiver.</param>
/// <param name="Notice">The pointer.</param>
public sealed record Delivery(string Sender, long Sequence, Notice Notice);
