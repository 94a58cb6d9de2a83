using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Lives;

/// <summary>The process ends at each storage call of a closing or of a reopening in turn: what was answered stands, and what stands is carried out.</summary>
public sealed class EndingCrashTests
{
    private const int MostCalls = 100;

    private static readonly TimeSpan Window = SpaceEnding.DeletedAfter(LifeWorld.Start) - LifeWorld.Start;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_closing_with_deletion_stands_with_its_term_or_not_at_all(bool afterEffect) => AtEachCallAsync(
        afterEffect,
        _ => Task.CompletedTask,
        space => space.Close(Envelope.Once(), new(Deleting: true)),
        SpaceStatus.Activated,
        SpaceStatus.InDeletion,
        async (world, status) =>
        {
            // Nobody asks again: the term must have been filed with the decision.
            await world.PassAsync(Window);
            await world.PassAsync(TimeSpan.FromHours(2));
            Assert.Equal(status is SpaceStatus.InDeletion ? SpaceStatus.Erased : SpaceStatus.Activated, await world.StatusAsync());
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_reopening_stands_and_stops_the_deletion_or_not_at_all(bool afterEffect) => AtEachCallAsync(
        afterEffect,
        async world =>
        {
            await world.AsHolder(space => space.Close(Envelope.Once(), new(Deleting: true)));
            await world.WakeAsync();
        },
        space => space.Reopen(Envelope.Once(), new()),
        SpaceStatus.InDeletion,
        SpaceStatus.Activated,
        async (world, status) =>
        {
            if (status is SpaceStatus.InDeletion)
            {
                Assert.True((await world.AsHolder(space => space.Reopen(Envelope.Once(), new()))).Accepted);
            }

            await world.PassAsync(Window);
            Assert.Equal(SpaceStatus.Activated, await world.StatusAsync());
            Assert.Single((await world.As(Fictive.Doctor, space => space.List(Envelope.Once(), Fictive.List))).Value!.Documents);
        });

    private static async Task AtEachCallAsync(
        bool afterEffect, Func<LifeWorld, Task> before, Func<ISpaceGrain, Task<Outcome<Done>>> act, SpaceStatus without, SpaceStatus with,
        Func<LifeWorld, SpaceStatus, Task> after)
    {
        for (var call = 1; call < MostCalls; call++)
        {
            await using var world = await LifeWorld.BeginAsync();
            await before(world);
            world.Stores.Process.DiesAt(call, afterEffect);
            var answered = false;
            await Record.ExceptionAsync(async () => answered = (await world.AsHolder(act)).Accepted);
            await Record.ExceptionAsync(world.WakeAsync);
            var died = world.Stores.Process.IsDead;
            await world.RestartAsync();

            var status = await world.StatusAsync();
            Assert.True(status == with || (status == without && !answered), $"call {call}: {status}, answered: {answered}");
            await after(world, status);
            if (!died)
            {
                Assert.Equal(with, status);
                Assert.True(call > 3, $"{call} calls");
                return;
            }
        }

        Assert.Fail("It never ended without a crash.");
    }
}
