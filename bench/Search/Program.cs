using System.Diagnostics;
using System.Text.Json;
using MonEspaceSante.Bench.Search;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

// What one space costs that holds a thousand measures: bytes of memory beside the bodies, microseconds of a search.
const int Measures = 1_000;
const int Documents = 200;
Console.WriteLine("| Measure | Figure |");
Console.WriteLine("|---|---|");

var recorded = Enumerable.Range(0, Measures).Select(Fictive.Recorded)
    .Select(happened => JsonSerializer.SerializeToUtf8Bytes(happened, DomainJson.Default.SpaceEvent)).ToArray();
var before = GC.GetTotalMemory(forceFullCollection: true);
var space = Fictive.Space();
foreach (var entry in recorded)
{
    // As the journal gives them: nothing is shared but by the space itself.
    space.Apply(JsonSerializer.Deserialize(entry, DomainJson.Default.SpaceEvent)!);
}

var held = GC.GetTotalMemory(forceFullCollection: true) - before;
var bodies = space.Resources.OfType("Observation").Sum(resource => (long)resource.Body.Utf8.Length);
Console.WriteLine($"| Bytes of a stored observation beside its body of {bodies / Measures} | {(held - bodies) / Measures} |");

var glucose = new Clause("code", Modifier.None, [new Sought.Token("http://loinc.org", "2345-7")]);
var year = new Clause("date", Modifier.None, [new Sought.Moment(Prefix.GreaterOrEqual, Fictive.Now.AddYears(-1), Fictive.Now.AddYears(-1).AddDays(1))]);
var last = ResourceQuery.Where(glucose) with { Sort = [new("date", true)], Count = 20 };
Report("Search 20 of 1,000 observations: code, last first", Query(last));
Report("The same, since a year, counted", Query(last with { Clauses = [glucose, year], WithTotal = true }));
Report("Search 20 of 1,000 observations: all, last changed first", Query(ResourceQuery.Where() with { Count = 20 }));
Report("Its second page", Query(last with { Cursor = Search(last).Page.Next }));
Report("A write on condition that nothing matches", () => CarryOut.Decide(space, Fictive.Conditional(), Fictive.Act(), Fictive.Matrix).Events.Count > 0);

var filed = Fictive.Space();
foreach (var deposited in Enumerable.Range(0, Documents).Select(Fictive.Deposited))
{
    filed.Apply(deposited);
}

var list = new ListDocuments(ResourceQuery.Where() with { Count = Documents }, AccessContext.Ordinary);
Report("List 200 documents, last deposit first", List(list));
Report("The same, of one type", List(list with { Query = list.Query with { Clauses = [new Clause("type", Modifier.None, [new Sought.Token(null, "11502-2")])] } }));

FoundResources Search(ResourceQuery query) =>
    SearchResources.Decide(space, new("Observation", query, AccessContext.Ordinary), Fictive.Act(), Fictive.Matrix).Answer.Value!;

Func<bool> Query(ResourceQuery query) => () => Search(query).Page.Matches.Count == query.Count;

Func<bool> List(ListDocuments asked) => () => ListDocuments.Decide(filed, asked, Fictive.Act(), Fictive.Matrix).Answer.Value!.Documents.Count == Documents;

static void Report(string what, Func<bool> work)
{
    const int Rounds = 2_000;
    for (var round = 0; round < Rounds; round++)
    {
        work();
    }

    var (cpu, allocated) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
    var right = 0;
    for (var round = 0; round < Rounds; round++)
    {
        right += work() ? 1 : 0;
    }

    if (right != Rounds)
    {
        throw new InvalidOperationException($"{what}: {Rounds - right} answers were wrong.");
    }

    var micros = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / Rounds;
    Console.WriteLine($"| {what} | {micros:F0} µs of processor, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds} bytes allocated |");
}
