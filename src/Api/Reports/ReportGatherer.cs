using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Reports;

/// <summary>What a report is about: told from its reference, and from the holder's record what they let support see.</summary>
internal sealed class ReportGatherer(IGrainFactory grains)
{
    private const int MostAccesses = 50;
    private const int LongestServiceName = 200;

    public async Task<Outcome<Gathered>> GatherAsync(SpaceId space, ReportSubject subject, string reference, bool share) => subject switch
    {
        ReportSubject.Professional when Professional(reference) is { } professional =>
            new Gathered(professional.Value, share ? new(null, await AccessesAsync(space, professional)) : null),
        ReportSubject.Document when ResourceId.TryParse(reference, out var document) =>
            document.Space == space ? await DocumentAsync(space, document.Thing, share) : DocumentRefusals.Unknown,
        ReportSubject.Service when reference.Trim() is { Length: > 0 and <= LongestServiceName } service => new Gathered(service, null),
        _ => ReportRefusals.ReferenceInvalid.At("reference"),
    };

    private async Task<Outcome<Gathered>> DocumentAsync(SpaceId space, Guid document, bool share)
    {
        // As the holder: what they cannot see themselves, they cannot report.
        var opened = await grains.GetGrain<ISpaceGrain>(space.Value).Open(Envelope.Once(), new OpenDocument(document, Content: false, AccessContext.Ordinary));
        return opened.Accepted
            ? new Gathered(opened.Value.Sheet.LogicalId.ToString(), share ? new(opened.Value.Sheet.Draft.Title, []) : null)
            : opened.Refusal;
    }

    private async Task<ValueList<ReportedAccess>> AccessesAsync(SpaceId space, ProfessionalId professional)
    {
        var history = await grains.GetGrain<ISpaceGrain>(space.Value).History(Envelope.Once(), new ReadHistory());
        return history.Accepted
            ? history.Value.Entries.Where(trace => trace.By is Caller.Professional visitor && visitor.Id == professional).Take(MostAccesses)
                .Select(trace => new ReportedAccess(trace.At, trace.Action, trace.Allowed)).ToValueList()
            : [];
    }

    private static ProfessionalId? Professional(string reference) =>
        Rpps.TryParse(reference, null, out var number) ? ProfessionalId.Of(number)
        : ProfessionalId.TryParse(reference, null, out var id) ? id
        : null;
}

/// <summary>The reference as it is kept, and what the holder lends.</summary>
internal sealed record Gathered(string Reference, ReportEvidence? Evidence);
