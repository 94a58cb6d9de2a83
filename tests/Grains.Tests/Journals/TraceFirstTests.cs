using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>Every reading writes its trace before it discloses anything (security design, rule 19): where the trace cannot stand, nothing is told.</summary>
public sealed class TraceFirstTests : IAsyncLifetime
{
    private static readonly AccessContext Declaring = new(AccessMode.Normal, null, ConsentDeclaration.Declared);

    private static readonly ResourceQuery All = ResourceQuery.Where();

    /// <summary>Each reading of a space, by a professional who may.</summary>
    private static readonly Dictionary<string, Func<ISpaceGrain, Guid, Task>> Readings = new()
    {
        [nameof(ISpaceGrain.List)] = (space, _) => space.List(Envelope.Once(), new(All, Declaring)),
        [nameof(ISpaceGrain.Open)] = (space, document) => space.Open(Envelope.Once(), new(document, Content: true, Declaring)),
        [nameof(ISpaceGrain.ReadDocumentHistory)] = (space, document) => space.ReadDocumentHistory(Envelope.Once(), new(document, Declaring)),
        [nameof(ISpaceGrain.ListSubmissions)] = (space, _) => space.ListSubmissions(Envelope.Once(), new(All, Declaring)),
        [nameof(ISpaceGrain.SearchResources)] = (space, _) => space.SearchResources(Envelope.Once(), new("Observation", All, Declaring)),
        [nameof(ISpaceGrain.ReadResource)] = (space, document) => space.ReadResource(Envelope.Once(), new("Observation", document, Declaring)),
        [nameof(ISpaceGrain.ReadResourceHistory)] = (space, document) => space.ReadResourceHistory(Envelope.Once(), new("Observation", document, Declaring)),
        [nameof(ISpaceGrain.ReadSpace)] = (space, _) => space.ReadSpace(Envelope.Once(), new([], Declaring)),
    };

    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    public static TheoryData<string> Names => [.. Readings.Keys];

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_told_where_the_trace_cannot_stand(string reading)
    {
        var space = _grains.Factory.GetGrain<ISpaceGrain>(_id.Value);
        Guid document;
        using (CallerContext.Become(Fictive.Laboratory))
        {
            document = (await space.Deposit(Envelope.Once(), Fictive.Deposit(_stores))).Value!.LogicalId;
        }

        _stores.Blobs.Next = Failure.BeforeEffect;
        using var acting = CallerContext.Become(Fictive.Doctor);
        await Assert.ThrowsAsync<StorageTroubleException>(() => Readings[reading](space, document));
    }
}
