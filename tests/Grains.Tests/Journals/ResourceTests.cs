using System.Text;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>Resources through the grain: one append each, exactly one under a condition, every version to be had again.</summary>
public sealed class ResourceTests : IAsyncLifetime
{
    private const string Type = "Observation";

    private static readonly AccessContext Context = new(AccessMode.Normal, null, ConsentDeclaration.Declared);
    private static readonly Clause Condition = new("identifier", Modifier.None, [new Sought.Token(null, "device-1")]);

    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    private ISpaceGrain Space => _grains.Factory.GetGrain<ISpaceGrain>(_id.Value);

    public async Task InitializeAsync()
    {
        _stores.Blobs.Watched = _id.Value;
        _grains = await RunningGrains.StartAsync(_stores);
    }

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task Twenty_at_once_under_one_condition_make_one()
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            Space.CarryOut(Envelope.Once(), Write(new ResourceWrite.Record(Draft("""{"n":1}"""), "entry", [Condition])))));
        Assert.Single(answers.Select(answer => answer.Value!.Parts[0].Id).Distinct());
        Assert.Single(answers, answer => answer.Value!.Parts[0].Effect is ResourceEffect.Recorded);
        Assert.Equal(1, (await SearchAsync()).Page.Total);
    }

    [Fact]
    public async Task A_body_comes_back_as_it_was_sent_after_a_restart_and_so_does_each_version()
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        const string First = """{"value": 70.10, "text":"été <p>\u00e9"}""";
        var id = (await WriteAsync(new ResourceWrite.Record(Draft(First), "entry"))).Id;
        await WriteAsync(new ResourceWrite.Revise(Draft("""{"value":71}"""), "entry", id, IfVersion: 1));

        // Read often enough for a snapshot to be made at the end.
        for (var i = 0; i < 300; i++)
        {
            await SearchAsync();
        }

        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
        Assert.Equal("""{"value":71}""", Text((await Space.ReadResource(Envelope.Once(), new(Type, id, Context))).Value!));
        var history = (await Space.ReadResourceHistory(Envelope.Once(), new(Type, id, Context))).Value!;
        Assert.Equal(["""{"value":71}""", First], history.Versions.Select(Text));
        Assert.Equal(First, Text(Assert.Single((await Space.ReadResourceHistory(Envelope.Once(), new(Type, id, Context, 1))).Value!.Versions)));
    }

    [Fact]
    public async Task A_transaction_costs_one_append_and_a_repeated_one_none()
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        var envelope = new Envelope(Guid.NewGuid(), "digest");
        var command = Write(new ResourceWrite.Record(Draft("1"), "a"), new ResourceWrite.Record(Draft("2"), "b"));
        await WriteAsync(new ResourceWrite.Record(Draft("0"), "entry"));
        _stores.Blobs.Reset();
        var first = await Space.CarryOut(envelope, command);
        Assert.Equal((1, 0), (_stores.Blobs.Appends, _stores.Blobs.Others));
        Assert.Equal([CarryOut.IdOf(envelope.CommandId, 0), CarryOut.IdOf(envelope.CommandId, 1)], first.Value!.Parts.Select(part => part.Id));
        Assert.Equal(first, await Space.CarryOut(envelope, command));
        Assert.Equal(1, _stores.Blobs.Appends);
    }

    private static string Text(KeptResource resource) => Encoding.UTF8.GetString(resource.Body.Utf8.Span);

    private static ResourceDraft Draft(string body) =>
        new(Type, JsonText.Of(Encoding.UTF8.GetBytes(body)), new([new IndexedValue.Token("identifier", null, "device-1")]));

    private CarryOut Write(params ResourceWrite[] writes) => new(Fictive.Deposit(_stores).Holder, Context, [.. writes]);

    private async Task<ResourceReceipt> WriteAsync(ResourceWrite write)
    {
        var written = await Space.CarryOut(Envelope.Once(), Write(write));
        Assert.Null(written.Refusal);
        return Assert.Single(written.Value!.Parts);
    }

    private async Task<FoundResources> SearchAsync() =>
        (await Space.SearchResources(Envelope.Once(), new(Type, ResourceQuery.Where() with { WithTotal = true }, Context))).Value!;
}
