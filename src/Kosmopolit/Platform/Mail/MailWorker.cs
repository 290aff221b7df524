using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Platform.Mail;

/// <summary>Sends what is due, one mail at a time; of several nodes one gets each mail.</summary>
public sealed class MailWorker(
    IServiceScopeFactory scopes,
    PostOptions options,
    Readiness readiness,
    TimeProvider clock,
    ILogger<MailWorker> log
) : Worker(TimeSpan.FromSeconds(1), readiness, clock, log)
{
    /// <summary>A process that dies while sending holds its mail this long.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly Post _post = new(options);

    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (options.Host.Length == 0 && !options.KeepAtHome)
            return false;
        return await SendNext(ct);
    }

    /// <summary>Sends the mail that is due longest; false when none is.</summary>
    public async Task<bool> SendNext(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KosmopolitDb>();
        var now = Clock.GetUtcNow();
        var mail = await db.Set<OutgoingMail>().Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).FirstOrDefaultAsync(ct);
        if (mail is null)
            return false;
        mail.Lease(now + Lease);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return true; // Another node took it.
        }
        await Send(mail, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task Send(OutgoingMail mail, CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        if (mail.ExpiresAt <= now)
        {
            mail.Failed(now, "Too old to be of use.", forever: true);
            return;
        }
        var returned = options.KeepAtHome ? null : await _post.Deliver(mail, ct);
        if (returned is null)
        {
            mail.Sent(Clock.GetUtcNow(), keepBody: options.KeepAtHome);
            return;
        }
        mail.Failed(Clock.GetUtcNow(), returned.Reason, returned.Forever);
        // Servers like to repeat the recipient: their words stay in the table.
        log.LogWarning("Mail {Mail} was not taken at attempt {Attempt}; its LastError says why", mail.Id, mail.Attempts);
    }
}
