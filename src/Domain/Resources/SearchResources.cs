using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone searches the resources of one type. Who may not come in, and what may not be seen, look like an empty space.</summary>
/// <param name="Type">The type.</param>
/// <param name="Query">What is searched for.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record SearchResources(string Type, ResourceQuery Query, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, FoundResources> Decide(Space space, SearchResources command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        var trace = Reading.Trace(space, act, command.Context, TraceAction.SearchedResources, matrix, gate) with { Type = command.Type };
        var shelves = gate.Allowed ? space.Resources : new();
        var query = gate.Allowed ? command.Query : command.Query with { Cursor = null };
        var found = shelves.Search(command.Type, query, resource => ResourceRules.Sees(act.By, gate, matrix, resource), act.At);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        trace = gate.Allowed ? trace.Counting(found.Value.Page.Matches.Count + found.Value.Included.Count) : trace;
        return new(gate.Allowed ? Reading.Events(space, trace) : [new SpaceEvent.Accessed(trace)], found, Reading.Notices(space, trace));
    }
}

/// <summary>A page of resources.</summary>
/// <param name="Page">What matches.</param>
/// <param name="Included">What is told with it, each once; not counted.</param>
public sealed record FoundResources(Page<KeptResource> Page, ValueList<KeptResource> Included);
