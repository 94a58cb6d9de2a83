using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Resources;

/// <summary>Turns the writing entries of a transaction into what the space is asked to do, their references to one another resolved.</summary>
internal sealed class TransactionWrites
{
    private const string PatientSearch = "Patient?";

    private readonly SpaceId _space;
    private readonly Dictionary<string, string> _addresses;
    private readonly List<Refusal> _faults = [];

    private TransactionWrites(SpaceId space, Dictionary<string, string> addresses) => (_space, _addresses) = (space, addresses);

    /// <summary>The writes that <paramref name="entries"/> ask for, in their order, or all that is wrong with them.</summary>
    public static FhirReading<IReadOnlyList<ResourceWrite>> Of(IReadOnlyList<RequestedEntry> entries, SpaceId space, Guid commandId)
    {
        // Where each resource will be is known before it is: the space derives identities from the command.
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, entry) in entries.Index())
        {
            if (NameOf(entry) is { } name)
            {
                addresses.TryAdd(name, $"{entry.Type}/{entry.Id ?? new ResourceId(space, CarryOut.IdOf(commandId, index)).ToString()}");
            }
        }

        var reading = new TransactionWrites(space, addresses);
        var writes = entries.Select(reading.WriteOf).OfType<ResourceWrite>().ToList();
        return new(reading._faults.Count == 0 ? writes : null, reading._faults);
    }

    // The examples of MES refer to an object by its type and id, without a fullUrl.
    private static string? NameOf(RequestedEntry entry) =>
        entry.FullUrl ?? (entry.Resource?.Root["id"].Text is { } id ? $"{entry.Type}/{id}" : null);

    private ResourceWrite? WriteOf(RequestedEntry entry)
    {
        var version = Preconditions.Version(entry.IfMatch);
        if (!version.Accepted)
        {
            return Fault(version.Refusal, $"{entry.Place}.request.ifMatch");
        }

        if (entry.Action is RequestedAction.Delete)
        {
            return new ResourceWrite.Remove(entry.Type, entry.Place, ThingOf(entry), version.Value);
        }

        var condition = entry switch
        {
            { Action: RequestedAction.Create, IfNoneExist: { } query } => ResourceReception.Condition(entry.Type, query, _space),
            { Action: RequestedAction.Update, Id: null } => ResourceReception.Condition(entry.Type, entry.Query, _space),
            _ => new Outcome<ValueList<Clause>>(null, null),
        };
        if (!condition.Accepted && condition.Refusal is { } malformed)
        {
            return Fault(malformed, $"{entry.Place}.request");
        }

        if (entry.Id is not null && entry.Resource!.Root["id"].Text != entry.Id)
        {
            return Fault(ResourceFaults.IdDiffers, $"{entry.Place}.resource.id");
        }

        return DraftOf(entry) is not { } draft ? null
            : entry.Action is RequestedAction.Create ? new ResourceWrite.Record(draft, entry.Place, condition.Value)
            : entry.Id is null ? new ResourceWrite.Revise(draft, entry.Place, Where: condition.Value, IfVersion: version.Value)
            : new ResourceWrite.Revise(draft, entry.Place, ThingOf(entry), IfVersion: version.Value);
    }

    private ResourceDraft? DraftOf(RequestedEntry entry)
    {
        var before = _faults.Count;
        var resource = ReferenceRewriting.Rewrite(entry.Resource!, node => AddressOf(node, entry));
        if (_faults.Count > before)
        {
            return null;
        }

        var read = ResourceReader.Read(resource, KeptType.Of(entry.Type)!);
        foreach (var fault in read.Faults)
        {
            Fault(fault, InBundle(fault.Expression, entry));
        }

        if (!read.Accepted)
        {
            return null;
        }

        var body = KeptBody.Of(resource);
        if (body.Accepted)
        {
            return new(entry.Type, body.Value, SearchIndexer.Index(resource, _space));
        }

        Fault(body.Refusal, $"{entry.Place}.resource");
        return null;
    }

    private string? AddressOf(FhirNode node, RequestedEntry entry)
    {
        var text = node.Text!;
        if (_addresses.TryGetValue(text, out var address))
        {
            return address;
        }

        if (!ReferenceRewriting.IsReference(node))
        {
            return null;
        }

        if (text.StartsWith(PatientSearch, StringComparison.Ordinal))
        {
            return $"Patient/{_space}";
        }

        if (text.Contains('?', StringComparison.Ordinal))
        {
            Fault(BundleFaults.ReferenceConditional, InBundle(node.Path, entry));
        }
        else if (text.StartsWith("urn:uuid:", StringComparison.Ordinal) || text.StartsWith("urn:oid:", StringComparison.Ordinal))
        {
            Fault(BundleFaults.EntryUnresolved, InBundle(node.Path, entry));
        }

        return null;
    }

    private ResourceWrite? Fault(Refusal refusal, string place)
    {
        _faults.Add(refusal.At(place));
        return null;
    }

    private static string InBundle(string? expression, RequestedEntry entry) => $"{entry.Place}.resource{expression?[entry.Type.Length..]}";

    private static Guid ThingOf(RequestedEntry entry) => ResourceId.TryParse(entry.Id, out var id) ? id.Thing : Guid.Empty;
}
