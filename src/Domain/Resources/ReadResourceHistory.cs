using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Someone asks for every version of one resource, its removal included, or for one of them.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Context">In which circumstances.</param>
/// <param name="Version">Only this version.</param>
public sealed record ReadResourceHistory(string Type, Guid Id, AccessContext Context, int? Version = null)
{
    /// <summary>The rule. The versions themselves are read from the journal once the trace stands.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReadResourceHistory command, Act act, AccessMatrix matrix)
    {
        if (space.Holder is null)
        {
            return ResourceRefusals.Unknown;
        }

        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        var trace = Reading.Trace(space, act, command.Context, TraceAction.ReadResource, matrix, gate) with { Type = command.Type, Resource = command.Id };
        var sees = space.Resources.TryFind(command.Type, command.Id, out var resource)
            ? ResourceRules.Sees(act.By, gate, matrix, resource)
            : act.By.IsCitizen && space.Resources.Removal(command.Type, command.Id) is not null;
        return gate.Allowed && sees
            ? new(Reading.Events(space, trace), Done.Answer, Reading.Notices(space, trace))
            : new([new SpaceEvent.Accessed(trace with { Allowed = false })], ResourceRefusals.Unknown, []);
    }

    /// <summary>What the events of a space say of the resource.</summary>
    public ResourceHistory In(IEnumerable<SpaceEvent> events) => ResourceHistory.Of(events.Select(ChangeOf), Type, Id, Version);

    private static ResourceChange? ChangeOf(SpaceEvent happened) => happened switch
    {
        SpaceEvent.ResourceRecorded recorded => new ResourceChange.Recorded(recorded.Resource),
        SpaceEvent.ResourceRevised revised => new ResourceChange.Revised(revised.Resource),
        SpaceEvent.ResourceRemoved removed => new ResourceChange.Removed(removed.Removed),
        _ => null,
    };
}

/// <summary>The versions of a resource.</summary>
/// <param name="Versions">The latest first; none where the version asked for never was, or is the removal.</param>
/// <param name="Removed">Its removal, where it is gone.</param>
public sealed record ResourceHistory(ValueList<KeptResource> Versions, RemovedResource? Removed)
{
    /// <summary>What became of one resource, or one version of it, in <paramref name="changes"/>; the earliest first, and nothing for other events.</summary>
    internal static ResourceHistory Of(IEnumerable<ResourceChange?> changes, string type, Guid id, int? version)
    {
        var (versions, removed) = (new List<KeptResource>(), (RemovedResource?)null);
        foreach (var change in changes)
        {
            switch (change)
            {
                case ResourceChange.Recorded { Resource: var made } when IsAsked(made.Type, made.Id, made.Version):
                    versions.Add(made);
                    break;
                case ResourceChange.Revised { Resource: var made } when IsAsked(made.Type, made.Id, made.Version):
                    versions.Add(made);
                    break;
                case ResourceChange.Removed { Resource: var gone } when IsAsked(gone.Type, gone.Id, gone.Version):
                    removed = gone;
                    break;
            }
        }

        return new(Enumerable.Reverse(versions).ToValueList(), removed);

        bool IsAsked(string itsType, Guid itsId, int itsVersion) => itsType == type && itsId == id && (version is null || itsVersion == version);
    }
}
