using MonEspaceSante.Api.Mail;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Api.Notifications;

/// <summary>Sends the mails that say there is something to read: no more, so that a mail read by somebody else tells nothing (security design, rule 31).</summary>
internal sealed partial class NoticeMails(NoticeMailQueue queue, IGrainFactory grains, IMailer mailer, TimeProvider time, ILogger<NoticeMails> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        using var acting = CallerContext.Become(new Caller.Platform("mails"));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is StorageUnavailableException or TimeoutException or IOException or Grains.Journals.StorageTroubleException)
            {
                // What was received comes back to the queue by itself.
                LogNotSent(logger, trouble.GetType().Name);
            }
        }
    }

    /// <summary>Sends every mail that is due: one to each holder, however many notices there are.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        for (var due = await queue.ReceiveAsync(cancellationToken); due.Count > 0; due = await queue.ReceiveAsync(cancellationToken))
        {
            foreach (var ofOneHolder in due.GroupBy(message => message.Body))
            {
                if (await grains.GetGrain<INotificationsGrain>(ofOneHolder.Key).Address() is { } address)
                {
                    await mailer.SendAsync(address, Letters.SomethingToRead);
                }

                foreach (var message in ofOneHolder)
                {
                    await queue.DoneAsync(message, cancellationToken);
                }
            }
        }
    }

    [LoggerMessage(1301, LogLevel.Warning, "Mails to holders could not be sent ({Kind}); they are tried again.")]
    private static partial void LogNotSent(ILogger logger, string kind);
}
