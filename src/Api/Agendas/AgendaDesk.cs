using MonEspaceSante.Api.Patients;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Agendas;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Agendas;

/// <summary>Finds the agendas of structures. An agenda has an address as a space has one; it derives from the structure's national identifier, keyed.</summary>
internal sealed class AgendaDesk(IGrainFactory grains, IKeyRing keys)
{
    // 128 bits of the digest: as many as the identity of a space has.
    private const int Digits = 32;

    /// <summary>The structure that <paramref name="caller"/> acts for.</summary>
    public static Outcome<StructureId> StructureOf(Caller caller) => caller switch
    {
        Caller.Organisation organisation => organisation.Id,
        Caller.Professional { Structure: { } structure } => structure.Id,
        Caller.Staff { Structure: { } structure } => structure.Id,
        _ => AgendaRefusals.OnlyTheStructure,
    };

    public async ValueTask<SpaceId> AddressOf(StructureId structure) => SpaceId.Parse(
        BlindKey.Of("agenda", structure.Value, (await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span).Value[..Digits], null);

    public Task<Outcome<ResourceReceipts>> KeepAsync(SpaceId agenda, Envelope envelope, KeepAgenda command) => GrainOf(agenda).Keep(envelope, command);

    public Task<Outcome<KeptResource>> ReadAsync(SpaceId agenda, ReadAgenda query) => GrainOf(agenda).Read(query);

    public Task<Outcome<ResourceHistory>> HistoryAsync(SpaceId agenda, ReadAgendaHistory query) => GrainOf(agenda).ReadHistory(query);

    public Task<Outcome<FoundResources>> SearchAsync(SpaceId agenda, SearchAgenda query) => GrainOf(agenda).Search(query);

    private IAgendaGrain GrainOf(SpaceId agenda) => grains.GetGrain<IAgendaGrain>(agenda.Value);
}
