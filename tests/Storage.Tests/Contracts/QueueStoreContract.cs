using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Storage.Tests.Contracts;

/// <summary>What every queue store promises. An adapter's tests inherit from it and say how to open the adapter.</summary>
/// <remarks>Queue names are random: adapters may share one place between all their tests.</remarks>
public abstract class QueueStoreContract
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private readonly string _queue = $"q{Guid.NewGuid():N}";

    /// <summary>The store under test; throws the skip where the machine cannot run it.</summary>
    protected abstract IQueueStore Store { get; }

    /// <summary>Closes <see cref="Store"/> and opens it again.</summary>
    protected abstract void Reopen();

    /// <summary>Lets <paramref name="time"/> pass for the store.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    private static CancellationToken None => CancellationToken.None;

    [SkippableFact]
    public async Task A_message_is_received_as_it_was_sent()
    {
        const string Body = "space/0123 <&> é\n";
        await Store.SendAsync(_queue, Body, TimeSpan.Zero, None);

        var message = Assert.Single(await Store.ReceiveAsync(_queue, 32, Long, None));

        Assert.Equal((Body, 1), (message.Body, message.Receptions));
    }

    [SkippableFact]
    public async Task A_queue_that_nobody_sent_to_is_empty() => Assert.Empty(await Store.ReceiveAsync(_queue, 1, Long, None));

    [SkippableFact]
    public async Task A_message_is_received_from_its_own_queue_only()
    {
        await Store.SendAsync(_queue, "here", TimeSpan.Zero, None);
        await Store.SendAsync($"{_queue}-2", "there", TimeSpan.Zero, None);

        Assert.Equal("here", Assert.Single(await Store.ReceiveAsync(_queue, 32, Long, None)).Body);
    }

    [SkippableFact]
    public async Task A_delayed_message_is_received_after_its_delay_only()
    {
        await Store.SendAsync(_queue, "later", Short, None);
        Assert.Empty(await Store.ReceiveAsync(_queue, 1, Long, None));

        await PassAsync(Short);

        Assert.Single(await Store.ReceiveAsync(_queue, 1, Long, None));
    }

    [SkippableFact]
    public async Task A_received_message_is_hidden_and_comes_back_if_it_is_not_deleted()
    {
        await Store.SendAsync(_queue, "again", TimeSpan.Zero, None);
        var first = Assert.Single(await Store.ReceiveAsync(_queue, 1, Short, None));
        Assert.Empty(await Store.ReceiveAsync(_queue, 1, Long, None));

        await PassAsync(Short);
        var second = Assert.Single(await Store.ReceiveAsync(_queue, 1, Long, None));

        Assert.Equal((first.Id, "again", 2), (second.Id, second.Body, second.Receptions));
    }

    [SkippableFact]
    public async Task A_deleted_message_does_not_come_back()
    {
        await Store.SendAsync(_queue, "done", TimeSpan.Zero, None);
        var message = Assert.Single(await Store.ReceiveAsync(_queue, 1, Short, None));

        await Store.DeleteAsync(_queue, message, None);
        await PassAsync(Short);

        Assert.Empty(await Store.ReceiveAsync(_queue, 1, Long, None));
    }

    [SkippableFact]
    public async Task Deleting_a_message_that_is_gone_changes_nothing()
    {
        await Store.SendAsync(_queue, "done", TimeSpan.Zero, None);
        await Store.SendAsync(_queue, "kept", Short, None);
        var message = Assert.Single(await Store.ReceiveAsync(_queue, 1, Long, None));
        await Store.DeleteAsync(_queue, message, None);

        await Store.DeleteAsync(_queue, message, None);
        await PassAsync(Short);

        Assert.Equal("kept", Assert.Single(await Store.ReceiveAsync(_queue, 32, Long, None)).Body);
    }

    [SkippableFact]
    public async Task A_message_received_again_since_is_not_deleted()
    {
        await Store.SendAsync(_queue, "again", TimeSpan.Zero, None);
        var former = Assert.Single(await Store.ReceiveAsync(_queue, 1, Short, None));
        await PassAsync(Short);
        await Store.ReceiveAsync(_queue, 1, Short, None);

        await Store.DeleteAsync(_queue, former, None);
        await PassAsync(Short);

        Assert.Equal(3, Assert.Single(await Store.ReceiveAsync(_queue, 1, Long, None)).Receptions);
    }

    [SkippableFact]
    public async Task A_reception_takes_no_more_than_it_asks_for()
    {
        for (var message = 0; message < 5; message++)
        {
            await Store.SendAsync(_queue, $"{message}", TimeSpan.Zero, None);
        }

        var first = await Store.ReceiveAsync(_queue, 2, Long, None);
        var rest = await Store.ReceiveAsync(_queue, 32, Long, None);

        Assert.Equal((2, 3), (first.Count, rest.Count));
        Assert.Equal(["0", "1", "2", "3", "4"], first.Concat(rest).Select(message => message.Body).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Receivers_at_the_same_time_take_different_messages()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(message => Store.SendAsync(_queue, $"{message}", TimeSpan.Zero, None)));

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Store.ReceiveAsync(_queue, 2, Long, None)));
        var left = await Store.ReceiveAsync(_queue, 32, Long, None);

        Assert.Equal(20, taken.SelectMany(messages => messages).Concat(left).Select(message => message.Id).Distinct().Count());
        Assert.Equal(20, taken.Sum(messages => messages.Count) + left.Count);
    }

    [SkippableFact]
    public async Task A_message_has_2_KiB_at_most()
    {
        await Store.SendAsync(_queue, new('m', QueueLimits.MessageBytes), TimeSpan.Zero, None);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.SendAsync(_queue, new('é', QueueLimits.MessageBytes / 2 + 1), TimeSpan.Zero, None));

        Assert.Equal(QueueLimits.MessageBytes, Assert.Single(await Store.ReceiveAsync(_queue, 32, Long, None)).Body.Length);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(33)]
    public async Task A_reception_asks_for_1_to_32_messages(int count) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReceiveAsync(_queue, count, Long, None));

    [SkippableFact]
    public async Task A_message_outlives_the_closing_of_the_store()
    {
        await Store.SendAsync(_queue, "kept", TimeSpan.Zero, None);

        Reopen();

        Assert.Equal("kept", Assert.Single(await Store.ReceiveAsync(_queue, 1, Long, None)).Body);
    }
}
