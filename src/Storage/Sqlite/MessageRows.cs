using System.Globalization;
using MonEspaceSante.Storage.Queues;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>The statements on queued messages. Times are UTC ticks (100 ns).</summary>
internal static class MessageRows
{
    /// <summary>Adds a message that nobody receives before <paramref name="visible"/>.</summary>
    public static void Insert(Session session, string queue, string body, long visible)
    {
        using var insert = session.Query("INSERT INTO message (queue, body, visible, receptions) VALUES (?1, ?2, ?3, 0)");
        insert.Bind(1, queue).Bind(2, body).Bind(3, visible).Run();
    }

    /// <summary>Whether there is something to receive.</summary>
    public static bool AnyVisible(Session session, string queue, long now)
    {
        using var query = session.Query("SELECT 1 FROM message WHERE queue = ?1 AND visible <= ?2 LIMIT 1");
        return query.Bind(1, queue).Bind(2, now).Next();
    }

    /// <summary>Takes messages, those that have waited longest first, and hides them until <paramref name="hiddenUntil"/>.</summary>
    public static IReadOnlyList<QueueMessage> Receive(Session session, string queue, int count, long now, long hiddenUntil)
    {
        using var update = session.Query(
            """
            UPDATE message SET visible = ?4, receptions = receptions + 1
            WHERE id IN (SELECT id FROM message WHERE queue = ?1 AND visible <= ?2 ORDER BY visible, id LIMIT ?3)
            RETURNING id, receptions, body
            """);
        update.Bind(1, queue).Bind(2, now).Bind(3, count).Bind(4, hiddenUntil);
        var received = new List<QueueMessage>();
        while (update.Next())
        {
            // The count of receptions is the receipt: it is another one as soon as the message is received again.
            var receptions = update.Number(1);
            received.Add(new(Text(update.Number(0)), Text(receptions), update.Text(2), (int)receptions));
        }

        return received;
    }

    /// <summary>Removes a message, unless it has been received again.</summary>
    public static void Delete(Session session, string queue, QueueMessage message)
    {
        using var delete = session.Query("DELETE FROM message WHERE id = ?1 AND receptions = ?2 AND queue = ?3");
        delete.Bind(1, Number(message.Id)).Bind(2, Number(message.Receipt)).Bind(3, queue).Run();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
