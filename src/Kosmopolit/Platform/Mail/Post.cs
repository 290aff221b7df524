using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kosmopolit.Platform.Mail;

/// <summary>How mails leave the house; configuration section <c>Kosmopolit:Mail</c>.</summary>
public sealed class PostOptions
{
    /// <summary>The SMTP server; empty keeps mails waiting (in Development they go to <c>/dev/mail</c>).</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary><c>Auto</c>, <c>None</c>, <c>StartTls</c> or <c>SslOnConnect</c>.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string From { get; set; } = "Kosmopolit <no-reply@localhost>";

    /// <summary>Keeps mails for <c>/dev/mail</c> instead of sending them; only honoured in Development.</summary>
    public bool KeepAtHome { get; set; }
}

/// <summary>Hands one mail to the SMTP server.</summary>
public sealed class Post(PostOptions options)
{
    /// <summary>Returns null when the server took the mail, otherwise what it said and whether to try again.</summary>
    public async Task<Returned?> Deliver(OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            using var client = new SmtpClient { Timeout = 20_000 };
            await client.ConnectAsync(options.Host, options.Port, options.Security, ct);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, options.Password, ct);
            await client.SendAsync(Compose(mail), ct);
            await client.DisconnectAsync(quit: true, ct);
            return null;
        }
        catch (SmtpCommandException e)
        {
            // 5xx means never; 4xx means later.
            return new Returned($"{(int)e.StatusCode} {e.Message}", Forever: (int)e.StatusCode >= 500);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or ProtocolException
                        or ServiceNotConnectedException
                        or AuthenticationException
                        or System.Net.Sockets.SocketException
                        or TimeoutException
            )
        {
            return new Returned(e.Message, Forever: false);
        }
        catch (FormatException e)
        {
            return new Returned(e.Message, Forever: true);
        }
    }

    // The file stands among the ways of reading the mail, where calendars look for it, and is attached for those who keep files.
    private static MimeEntity Body(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        if (mail.Calendar.Length == 0)
            return body.ToMessageBody();
        var method = Method(mail.Calendar);
        var readings = (MultipartAlternative)body.ToMessageBody();
        readings.Add(CalendarPart(mail, method));
        var file = CalendarPart(mail, method);
        file.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "invite.ics" };
        return new Multipart("mixed") { readings, file };
    }

    // What the file says itself (RFC 6047, 2.4). Words that somebody wrote never begin a line: their line breaks are escaped, and what
    // is folded begins with a space.
    private static string Method(string calendar) =>
        calendar
            .Split('\n')
            .FirstOrDefault(l => l.StartsWith("METHOD:", StringComparison.Ordinal))
            ?["METHOD:".Length..].TrimEnd('\r') switch
        {
            "REQUEST" => "REQUEST",
            "CANCEL" => "CANCEL",
            _ => "PUBLISH",
        };

    private static TextPart CalendarPart(OutgoingMail mail, string method)
    {
        var part = new TextPart("calendar") { Text = mail.Calendar };
        part.ContentType.Parameters.Add("method", method);
        return part;
    }

    private MimeMessage Compose(OutgoingMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            // The same on every attempt, so that a server that took the mail before the line broke can drop the second.
            MessageId = $"{mail.Id:N}@kosmopolit",
            Date = mail.CreatedAt,
            Body = Body(mail),
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        if (mail.ReplyTo.Length > 0)
            message.ReplyTo.Add(MailboxAddress.Parse(mail.ReplyTo));
        if (mail.Unsubscribe.Length > 0)
        {
            message.Headers.Add("List-Unsubscribe", $"<{mail.Unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Language);
        return message;
    }
}

/// <summary>A mail that was not taken.</summary>
public sealed record Returned(string Reason, bool Forever);
