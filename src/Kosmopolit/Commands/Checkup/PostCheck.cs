using System.Net.Sockets;
using Kosmopolit.Platform.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Kosmopolit.Commands.Checkup;

/// <summary>Whether the mail server lets us in; nothing is sent.</summary>
internal static class PostCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Finding> Run(Workbench bench, CancellationToken ct)
    {
        const string subject = "mail server";
        var options = bench.Get<PostOptions>();
        if (options.KeepAtHome)
            return Finding.Ok(subject, "none in Development; mails stay at /dev/mail");
        if (options.Host.Length == 0)
            return Finding.Warn(subject, "none is named, so mails wait and nobody new can sign in; set Kosmopolit__Mail__Host");
        var where = $"{options.Host}:{options.Port}";
        try
        {
            await Knock(options, ct);
            return Finding.Ok(subject, $"{where} lets us in; mails come from {options.From}");
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or AuthenticationException
                        or ProtocolException
                        or SslHandshakeException
                        or CommandException
                        or ServiceNotConnectedException
            )
        {
            return Finding.Fail(subject, $"{where} does not let us in ({e.Message})");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Finding.Fail(subject, $"{where} does not answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private static async Task Knock(PostOptions options, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient();
        await client.ConnectAsync(options.Host, options.Port, options.Security, patience.Token);
        if (options.User.Length > 0)
            await client.AuthenticateAsync(options.User, options.Password, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
    }
}
