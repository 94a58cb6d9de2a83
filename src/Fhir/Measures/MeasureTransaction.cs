using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Measures;

/// <summary>A measure as a solution sends it (MES API Mesures): one Observation, and the object that measured.</summary>
/// <param name="Subject">Whose it is, as the solution knows them: the authority that assigned the identifier, and the identifier.</param>
/// <param name="Source">OID of the solution, as a URI (meta.source); the authenticated one where nothing was sent; none where a person sends.</param>
/// <param name="Taken">The measure; sound.</param>
/// <param name="Observation">The Observation; its device, where it has one in the transaction, is to be put in its place.</param>
/// <param name="Device">The object, where it came along.</param>
/// <param name="Entries">The types of the entries, in the order of the request, which is the one of the answer.</param>
public sealed record MeasureTransaction(
    SentIdentifier Subject, string? Source, Measurement Taken, FhirNode Observation, SentDevice? Device, IReadOnlyList<string> Entries);

/// <summary>An identifier.</summary>
/// <param name="System">Who assigned it.</param>
/// <param name="Value">The identifier.</param>
public sealed record SentIdentifier(string System, string Value);

/// <summary>A connected object.</summary>
/// <param name="Identifier">What it is known by: where the space has it already, nothing is written.</param>
/// <param name="Resource">The Device.</param>
public sealed record SentDevice(SentIdentifier Identifier, FhirNode Resource);
