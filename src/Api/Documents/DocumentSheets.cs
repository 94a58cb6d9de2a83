using System.Collections.Concurrent;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Api.Documents;

/// <summary>The writers of sheets, one for each address that the platform is called by.</summary>
internal sealed class DocumentSheets(ReferenceData reference)
{
    // Hosts are what clients say: only so many are remembered.
    private const int MostAddresses = 100;

    private readonly ConcurrentDictionary<string, DocumentReferenceWriter> _writers = new();

    public DocumentReferenceWriter For(HttpContext context)
    {
        var address = FhirRoutes.BaseOf(context);
        return _writers.TryGetValue(address, out var writer) ? writer
            : _writers.Count < MostAddresses ? _writers.GetOrAdd(address, added => new(reference.Types, added))
            : new(reference.Types, address);
    }
}
