using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Journals;

/// <summary>
/// To look for what is hidden, blocked or out of the matrix is the same work as to look for what is not there: the part of the time class that does
/// not depend on a clock (security design, rule 20).
/// </summary>
public sealed class RestrictionWorkTests : IAsyncLifetime
{
    // By how much two traces may differ: one names the document that is there and its type, or the authorisation that holds; well within a page of storage.
    private const int TraceRoom = 512;

    private static readonly Caller.Professional Optician = new(ProfessionalId.Parse("899700900337", null), "Maxime", "28", null, null, "d5");

    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Theory]
    [InlineData("hidden")]
    [InlineData("blocked")]
    [InlineData("out of the matrix")]
    public async Task A_restriction_costs_what_absence_costs(string restriction)
    {
        var (absent, restricted) = (await WorkAsync("absent"), await WorkAsync(restriction));

        Assert.Equal((2, 0), (absent.Appends, absent.Others));
        Assert.Equal((absent.Appends, absent.Others), (restricted.Appends, restricted.Others));
        Assert.InRange(restricted.Bytes - absent.Bytes, -2 * TraceRoom, 2 * TraceRoom);
    }

    // A list and an opening, in a space that is awake.
    private async Task<(int Appends, int Others, long Bytes)> WorkAsync(string world)
    {
        var id = SpaceId.Random();
        var space = _grains.Factory.GetGrain<ISpaceGrain>(id.Value);
        var document = await FurnishAsync(space, id, world);
        _stores.Blobs.Watched = id.Value;
        _stores.Blobs.Reset();

        using var acting = CallerContext.Become(Optician);
        Assert.Empty((await space.List(Envelope.Once(), Fictive.List with { Context = AccessContext.Ordinary })).Value!.Documents);
        Assert.Equal(DocumentRefusals.Unknown, (await space.Open(Envelope.Once(), new(document, Content: false, AccessContext.Ordinary))).Refusal);
        return (_stores.Blobs.Appends, _stores.Blobs.Others, _stores.Blobs.AppendedBytes);
    }

    private async Task<Guid> FurnishAsync(ISpaceGrain space, SpaceId id, string world)
    {
        using (CallerContext.Become(new Caller.Holder(id)))
        {
            Assert.True((await space.Activate(Envelope.Once(), Fictive.Activation(_stores))).Accepted);
            Assert.True((await space.Authorise(Envelope.Once(), new(AccessSubject.Of(Optician.Id), "Maxime"))).Accepted);
            if (world == "blocked")
            {
                Assert.True((await space.Block(Envelope.Once(), new(AccessSubject.Of(Optician.Id)))).Accepted);
            }
        }

        if (world == "absent")
        {
            return Guid.NewGuid();
        }

        using var acting = CallerContext.Become(Fictive.Laboratory);
        var deposit = Fictive.Deposit(_stores);
        var draft = deposit.Draft with
        {
            // A report of a consultation, which opticians read; a blood test, which they do not.
            Type = world == "out of the matrix" ? deposit.Draft.Type : "11488-4",
            Labels = world == "hidden" ? Labels.HiddenFromProfessionals : Labels.Normal,
        };
        return (await space.Deposit(Envelope.Once(), deposit with { Draft = draft })).Value!.LogicalId;
    }
}
