using MonEspaceSante.Bench.Access;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;

// What deciding costs by itself: processor time and bytes allocated, over a space of 200 documents of every type.
// The exit code is 1 where a figure misses its aim, so that a build can stand on it.
var world = new World(documents: 200);
var space = world.Space;
var missed = false;

Console.WriteLine("| Measure | Caller | CPU ns | Bytes | Aim |");
Console.WriteLine("|---|---|---:|---:|---|");
foreach (var (who, caller, context) in world.Visits)
{
    var (entered, index) = (AccessRules.Enter(space, caller, context, World.Now), 0);
    Report("come in", who, 2_000, Meter.Of(1_000_000, () => AccessRules.Enter(space, caller, context, World.Now).Allowed));
    Report("come in and see one document", who, 2_000, Meter.Of(1_000_000, () =>
    {
        var gate = AccessRules.Enter(space, caller, context, World.Now);
        return AccessRules.See(space, caller, context, gate, world.Sheets[index++ % world.Sheets.Length], world.Matrix).Allowed;
    }));
    Report("200 documents filtered", who, 150_000, Meter.Of(5_000, () =>
    {
        var seen = 0;
        foreach (var sheet in world.Sheets)
        {
            seen += AccessRules.See(space, caller, context, entered, sheet, world.Matrix).Allowed ? 1 : 0;
        }

        return seen > 0;
    }));
}

// Beyond the decision: the trace, the answer in order. No aim on their bytes.
var (_, doctor, ordinary) = world.Visits[0];
var act = new Act(doctor, World.Now, Guid.NewGuid());
Report("list of 200, with its trace", "authorised doctor", 150_000,
    Meter.Of(5_000, () => ListDocuments.Decide(space, new(ResourceQuery.Where() with { Count = ResourceQuery.MostCount }, ordinary), act, world.Matrix).Events.Count > 0), free: true);
var holder = new Act(world.Holder, World.Now, Guid.NewGuid());
var query = new SimulateAccess(new("10"), AccessMode.BreakGlass, Proposed: new(Hide: new(world.Sheets[0].LogicalId, true, AccessContext.Ordinary)));
Report("simulation of a setting over 200", "holder", null,
    Meter.Of(1_000, () => SimulateAccess.Answer(space, query, holder, world.Matrix).Accepted), free: true);
return missed ? 1 : 0;

void Report(string measure, string who, double? most, (double Nanoseconds, long Bytes) cost, bool free = false)
{
    var met = (most is null || cost.Nanoseconds <= most) && (free || cost.Bytes == 0);
    missed |= !met;
    var aim = (most is null ? "" : $"{most:N0} ns") + (free ? "" : ", 0 bytes") + (met ? "" : " **missed**");
    Console.WriteLine($"| {measure} | {who} | {cost.Nanoseconds:N0} | {cost.Bytes:N0} | {aim} |");
}
