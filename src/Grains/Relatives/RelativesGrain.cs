using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MonEspaceSante.Grains.Relatives;

[GrainType("relatives")]
[ImplicitStreamSubscription(StreamNames.Relatives)]
internal sealed class RelativesGrain(JournalServices services, ILogger<RelativesGrain> logger)
    : JournaledGrain<RelativesEvent>(services, logger), IRelativesGrain, IErasable, IStreamSubscriptionObserver, IAsyncObserver<Delivery>
{
    private static readonly Caller Deliverer = new Caller.Platform("delivery");

    private readonly Domain.Proxies.Relatives _relatives = new();

    protected override JournalId JournalId => JournalId.Of("relatives", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<RelativesEvent> EventType => DomainJson.Default.RelativesEvent;

    protected override int SnapshotSchema => 1;

    private bool IsOwn => CallerContext.Required is Caller.Holder holder && holder.Space.Value == this.GetPrimaryKeyString();

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<Delivery>().ResumeAsync(this);

    public async Task OnNextAsync(Delivery item, StreamSequenceToken? token = null)
    {
        using var acting = CallerContext.Become(Deliverer);
        var sender = GrainId.Parse(item.Sender, CultureInfo.InvariantCulture);
        await TakeIn(item, () => _relatives.Meet(SpaceId.Parse(sender.Key.ToString()!, null)));

        // Only now: the receipt says that the delivery stands in this journal.
        await GrainFactory.GetGrain<IOutboxOwner>(sender).Receipt(StreamNames.Relatives, this.GetPrimaryKeyString(), item.Sequence);
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public async Task<Outcome<RelativeList>> Read() =>
        IsOwn ? new RelativeList((await Ask()).ToValueList()) : ProxyRefusals.OnlyForOneself;

    public async Task<Outcome<Done>> Answer(Envelope envelope, SpaceId space, AnswerInvitation command)
    {
        if (!IsOwn)
        {
            return ProxyRefusals.OnlyForOneself;
        }

        // One call at a time comes in here: two acceptances cannot both be the fifth.
        return command.Accepts && await IsOneTooMany(space)
            ? ProxyRefusals.TooManyHelped
            : await GrainFactory.GetGrain<ISpaceGrain>(space.Value).Answer(envelope, command);
    }

    protected override void Apply(RelativesEvent happened) => _relatives.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_relatives.Snapshot(), DomainJson.Default.RelativesSnapshot);

    protected override void RestoreState(JsonText state) => _relatives.Restore(state.Read(DomainJson.Default.RelativesSnapshot));

    private async Task<bool> IsOneTooMany(SpaceId wanted)
    {
        var standing = await Ask();
        return standing.Any(there => there.Space == wanted && there is { Role: ProxyRole.Carer, Invitation: not null })
            && standing.Count(there => there.Delegation is not null) >= Domain.Proxies.Relatives.MostHelped;
    }

    private async Task<List<ProxyStanding>> Ask()
    {
        var standing = new List<ProxyStanding>();
        foreach (var space in _relatives.Spaces.ToArray())
        {
            var there = await GrainFactory.GetGrain<ISpaceGrain>(space.Value).Standing();
            if (there.Accepted)
            {
                standing.Add(there.Value);
            }
            else
            {
                await Commit(Envelope.Once(), _ => new Decision<RelativesEvent, Done>([new RelativesEvent.Parted(space)], Done.Answer, []), GrainsJson.Default.Done);
            }
        }

        return standing;
    }
}
