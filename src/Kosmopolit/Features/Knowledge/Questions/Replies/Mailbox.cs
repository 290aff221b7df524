using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace Kosmopolit.Features.Knowledge.Questions.Replies;

/// <summary>Hands in what came into the mailbox of answers: each mail is marked as read only once it is dealt with.</summary>
public sealed class Mailbox(ReplyOptions options, IServiceScopeFactory scopes)
{
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
        foreach (var found in await folder.FetchAsync(waiting, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, ct))
        {
            var isTooLarge = found.Size > IncomingMail.MostBytes;
            using var message = isTooLarge
                ? new MimeMessage(await folder.GetHeadersAsync(found.UniqueId, ct))
                : await folder.GetMessageAsync(found.UniqueId, ct);
            await using (var scope = scopes.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<ReceiveReply>().Run(IncomingMail.Read(message, isTooLarge), ct);
            await folder.AddFlagsAsync(found.UniqueId, MessageFlags.Seen, silent: true, ct);
        }
        await client.DisconnectAsync(quit: true, ct);
        return waiting.Count;
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
