using MonEspaceSante.Api.Resources;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Measures;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Measures;

/// <summary>Searches resources where one measure, the body mass index, is kept nowhere: who asks for its code has it computed from what they may see.</summary>
internal sealed class MeasureDesk(ResourceDesk desk, MeasureTable measures, ObservationReader reader, BodyMassIndexWriter writer, TimeProvider time)
{
    private const string Observation = "Observation";

    /// <summary>The page that <paramref name="command"/> asks for.</summary>
    public Task<Outcome<FoundResources>> SearchAsync(Caller caller, SpaceId space, SearchResources command) =>
        command.Type is Observation && AsksForComputed(command.Query) ? ComputeAsync(caller, space, command) : desk.SearchAsync(caller, space, command);

    /// <summary>All that <paramref name="query"/> finds among the Observations, however many pages that is.</summary>
    public async Task<Outcome<IReadOnlyList<KeptResource>>> AllAsync(Caller caller, SpaceId space, ResourceQuery query, AccessContext access)
    {
        var all = new List<KeptResource>();
        for (var page = query with { Count = ResourceQuery.MostCount, WithTotal = false, Include = [] }; ;)
        {
            var found = await SearchAsync(caller, space, new(Observation, page, access));
            if (!found.Accepted)
            {
                return found.Refusal;
            }

            all.AddRange(found.Value.Page.Matches);
            if (found.Value.Page.Next is not { } next)
            {
                return all;
            }

            page = page with { Cursor = next };
        }
    }

    /// <summary>The measures of <paramref name="kind"/> that stand: what was entered in error was never measured.</summary>
    public static ResourceQuery Of(Measure kind, params ReadOnlySpan<Clause> clauses) => ResourceQuery.Where(
    [
        new("code", Modifier.None, kind.OtherCodes.Prepend(kind.Code.Code).Select(code => (Sought)new Sought.Token(kind.Code.System, code)).ToValueList()),
        new("status", Modifier.Not, [new Sought.Token(null, "entered-in-error")]),
        .. clauses,
    ]) with
    { Sort = [new("date", Descending: true)] };

    // Among other codes it is left out: it is no measure that was taken.
    private bool AsksForComputed(ResourceQuery query) => query.Clauses.Any(clause => clause is { Parameter: "code", Modifier: Modifier.None }
        && clause.AnyOf.All(sought => sought is Sought.Token { Code: { } code } token && measures.All.Any(kind => kind.Computed && kind.IsNamedBy(token.System ?? kind.Code.System, code))));

    private async Task<Outcome<FoundResources>> ComputeAsync(Caller caller, SpaceId space, SearchResources command)
    {
        var weights = await TakenAsync(caller, space, measures["body-weight"], command.Context);
        var heights = await TakenAsync(caller, space, measures["body-height"], command.Context);
        if ((weights.Refusal ?? heights.Refusal) is { } refusal)
        {
            return refusal;
        }

        var query = command.Query;
        KeptResource[] found = BodyMassIndex.Of(weights.Value!, heights.Value!) is { } index && Kept(index, space) is var kept
            && query.IsMetBy(kept, time.GetUtcNow()) ? [kept] : [];
        return new FoundResources(new(found.Skip(query.Skip).Take(query.Count).ToValueList(), query.WithTotal ? found.Length : null, null), []);
    }

    private async Task<Outcome<IReadOnlyList<TakenValue>>> TakenAsync(Caller caller, SpaceId space, Measure kind, AccessContext access)
    {
        // The latest page is enough: one in another unit than ours may stand before the one that counts.
        var found = await desk.SearchAsync(caller, space, new(Observation, Of(kind), access));
        return found.Accepted ? found.Value.Page.Matches.Reverse().SelectMany(resource => Taken(resource, kind)).ToList() : found.Refusal;
    }

    private IEnumerable<TakenValue> Taken(KeptResource resource, Measure kind) =>
        reader.Read(FhirResource.FromJson(resource.Body.Utf8).Value!.Root) is { Values: [var value], At: var at } && value.Unit == kind.Unit!.Ucum
            ? [new(resource.Id, value.Value, at)]
            : [];

    private KeptResource Kept(BodyMassIndex index, SpaceId space)
    {
        var resource = FhirResource.FromJson(FhirJson.Bytes(json => writer.Write(json, index, space))).Value!;
        var id = ResourceId.TryParse(resource.Root["id"].Text, out var known) ? known.Thing : throw new InvalidOperationException("A computed measure has an identity.");
        return new(Observation, id, 1, KeptBody.Of(resource).Value, SearchIndexer.Index(resource, space), Author, index.At);
    }

    private static Depositor Author { get; } = new(null, null, "Espace santé libre", Holder: false);
}
