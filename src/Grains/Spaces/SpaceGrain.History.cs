using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Grains.Spaces;

/// <content>The history of accesses, and its proof.</content>
internal sealed partial class SpaceGrain
{
    private readonly ProofQuota _proofs = new();

    public async Task<Outcome<History>> History(Envelope envelope, ReadHistory command)
    {
        var traced = await Commit(envelope, act => ReadHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        if (!traced.Accepted)
        {
            return traced.Refusal;
        }

        var events = await ReadEvents(entry => entry.KeyClass is KeyClass.Trace);
        var (reader, now) = (CallerContext.Required, Time.GetUtcNow());
        var told = events.OfType<SpaceEvent.Accessed>()
            .Select(accessed => ReadHistory.Told(_space, accessed.Trace, reader, now)).OfType<AccessTrace>().Reverse().ToValueList();
        if (command.Query is not { } query)
        {
            return new History(told);
        }

        var page = HistoryPage.Cut(told, query, _space.Id, now);
        return page.Accepted ? new History(page.Value.Matches, page.Value.Total, page.Value.Next) : page.Refusal;
    }

    public async Task<Outcome<HistoryGrant>> ProveHistory(Envelope envelope, ProveHistory command)
    {
        if (!_proofs.Allows(Time.GetUtcNow()))
        {
            return QuotaRefusals.TooManyProofs;
        }

        var traced = await Commit(
            envelope, act => Domain.Traces.ProveHistory.Decide(_space, command, act, reference.Matrices.At(act.At)), GrainsJson.Default.Done);
        if (!traced.Accepted)
        {
            return traced.Refusal;
        }

        var (reader, now) = (CallerContext.Required, Time.GetUtcNow());
        _proofs.Count(now);
        var closed = from recorded in await ReadNumbered(entry => entry.KeyClass is KeyClass.Trace)
                     where recorded.Happened is SpaceEvent.Accessed accessed && !Domain.Traces.ProveHistory.Shows(_space, accessed.Trace, reader, now)
                     select recorded.Sequence;
        return new HistoryGrant(Spaces.HistoryHead.Of(Head), closed.ToValueList());
    }

    public Task<Outcome<HistoryHead>> HistoryHead()
    {
        Outcome<HistoryHead> answer = Domain.Traces.ProveHistory.MayTake(_space, CallerContext.Required, Time.GetUtcNow())
            ? Spaces.HistoryHead.Of(Head)
            : HistoryRefusals.ProofIsForAdults;
        return Task.FromResult(answer);
    }
}
