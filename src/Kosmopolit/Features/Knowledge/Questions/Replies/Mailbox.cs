using Kosmopolit.Platform.Data;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>
/// Hands in what came into the mailbox of answers: each mail is marked as read only once it is dealt with. One that cannot be
/// dealt with waits behind the others; in the end it is put aside, flagged for those who run the place.
/// </summary>
public sealed class Mailbox(ReplyOptions options, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Mailbox> log)
{
    /// <summary>Attempts before a mail is put aside, and the least time they take: a fault of ours may pass.</summary>
    public const int MostTries = 5;

    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public bool IsOn => options.Address.Length > 0 && options.Host.Length > 0;

    /// <returns>How many mails were dealt with.</returns>
    /// <exception cref="IOException">The server cannot be reached; what is there waits.</exception>
    public async Task<int> Empty(CancellationToken ct)
    {
        using var client = new ImapClient { Timeout = 30_000 };
        await client.ConnectAsync(options.Host, options.Port, options.Security, ct);
        await client.AuthenticateAsync(options.User, options.Password, ct);
        var folder = await client.GetFolderAsync(options.Folder, ct);
        await folder.OpenAsync(FolderAccess.ReadWrite, ct);
        var waiting = await folder.SearchAsync(SearchQuery.NotSeen, ct);
        // Their size is asked before anything is fetched.
        var found = await folder.FetchAsync(waiting, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, ct);
        var failed = await Attempts(a => a.Of([.. found.Select(m => Of(folder, m.UniqueId))], ct));
        var taken = 0;
        foreach (var mail in found.OrderBy(m => failed[Of(folder, m.UniqueId)]))
            if (await Try(folder, mail, failed[Of(folder, mail.UniqueId)] > 0, ct))
                taken++;
        await client.DisconnectAsync(quit: true, ct);
        return taken;
    }

    private static UniqueMail Of(IMailFolder folder, UniqueId mail) => new(folder.UidValidity, mail.Id);

    private async Task<bool> Try(IMailFolder folder, IMessageSummary found, bool again, CancellationToken ct)
    {
        var mail = Of(folder, found.UniqueId);
        try
        {
            await Take(folder, found, ct);
            if (again)
                await Attempts(a => a.Forget(mail, ct));
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Without a database no mail is to blame.
            if (!await IsDatabaseThere(ct))
                throw;
            var now = clock.GetUtcNow();
            var (tries, since) = await Attempts(a => a.Add(mail, now, ct));
            if (!folder.IsOpen)
                throw;
            if (tries < MostTries || now - since < Patience)
                // The fault's own words may hold an address or a text.
                log.LogWarning(
                    "Mail {Number} in {Folder} could not be taken ({Fault}) and is tried again",
                    mail.Mail,
                    folder.Name,
                    e.GetType().Name
                );
            else
                await PutAside(folder, found.UniqueId, e, ct);
            return false;
        }
    }

    private async Task Take(IMailFolder folder, IMessageSummary found, CancellationToken ct)
    {
        var isTooLarge = found.Size > IncomingMail.MostBytes;
        using var message = isTooLarge
            ? new MimeMessage(await folder.GetHeadersAsync(found.UniqueId, ct))
            : await folder.GetMessageAsync(found.UniqueId, ct);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ReceiveReply>().Run(IncomingMail.Read(message, isTooLarge), ct);
        await folder.AddFlagsAsync(found.UniqueId, MessageFlags.Seen, silent: true, ct);
    }

    private async Task PutAside(IMailFolder folder, UniqueId mail, Exception fault, CancellationToken ct)
    {
        await folder.AddFlagsAsync(mail, MessageFlags.Seen | MessageFlags.Flagged, silent: true, ct);
        await Attempts(a => a.Forget(Of(folder, mail), ct));
        log.LogError(
            "Mail {Number} in {Folder} could not be taken ({Fault}) and is put aside with a flag",
            mail.Id,
            folder.Name,
            fault.GetType().Name
        );
    }

    private Task<bool> Attempts(Func<FailedAttempts, Task> with) =>
        Attempts(async a =>
        {
            await with(a);
            return true;
        });

    // What could not be stored before must not be stored with it.
    private async Task<T> Attempts<T>(Func<FailedAttempts, Task<T>> with)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await with(scope.ServiceProvider.GetRequiredService<FailedAttempts>());
    }

    private async Task<bool> IsDatabaseThere(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KosmopolitDb>().Database.CanConnectAsync(ct);
    }

    /// <summary>Reads one mail as a mail server pipes it: what is larger than allowed is read to its headers' end.</summary>
    public static async Task<IncomingMail?> ReadPiped(Stream input, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        long total = 0;
        for (int read; (read = await input.ReadAsync(buffer, ct)) > 0; total += read)
            // The rest is read and dropped, so that the server's pipe does not break.
            if (total + read <= IncomingMail.MostBytes)
                await kept.WriteAsync(buffer.AsMemory(0, read), ct);
        if (total == 0)
            return null;
        kept.Position = 0;
        var isTooLarge = total > IncomingMail.MostBytes;
        try
        {
            using var message = isTooLarge ? new MimeMessage(await HeaderList.LoadAsync(kept, ct)) : await MimeMessage.LoadAsync(kept, ct);
            return IncomingMail.Read(message, isTooLarge);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
