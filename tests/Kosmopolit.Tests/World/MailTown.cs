using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kosmopolit.Tests.World;

/// <summary>
/// A mail server for sending (Exim) and one for reading (Dovecot), on loopback ports of their own and over a folder that goes with
/// them. Mailboxes take additions to their name after a plus.
/// </summary>
internal sealed class MailTown : IAsyncDisposable
{
    public const string Domain = "kosmopolit.test";
    public const string Password = "secret";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kosmopolit-mail-");
    private readonly List<Process> _servers = [];

    public int SmtpPort { get; } = FreePort();

    public int ImapPort { get; } = FreePort();

    // Root lends the work to the servers' own users; anybody else does it as themselves.
    private static bool IsRoot => Environment.UserName == "root";

    private static string Owner => IsRoot ? "Debian-exim" : Environment.UserName;

    /// <param name="mailboxes">Names before the sign @.</param>
    public static async Task<MailTown> Found(params string[] mailboxes)
    {
        var town = new MailTown();
        await town.Furnish(mailboxes);
        town.Start("/usr/sbin/exim4", "-C", town.At("exim.conf"), "-bdf");
        town.Start("/usr/sbin/dovecot", "-F", "-c", town.At("dovecot.conf"));
        await Answer(town.SmtpPort);
        await Answer(town.ImapPort);
        return town;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            if (!server.HasExited)
                using (var end = Process.Start("kill", ["-TERM", $"{server.Id}"]))
                    await end.WaitForExitAsync();
            await server.WaitForExitAsync();
            server.Dispose();
        }
        _folder.Delete(recursive: true);
    }

    private async Task Furnish(string[] mailboxes)
    {
        foreach (var part in new[] { "spool", "log", "mail", "run" })
            _folder.CreateSubdirectory(part);
        await File.WriteAllLinesAsync(At("users"), mailboxes.Select(m => $"{m}: {m}"));
        await File.WriteAllTextAsync(At("exim.conf"), Exim());
        await File.WriteAllTextAsync(At("dovecot.conf"), Dovecot());
        if (!IsRoot)
            return;
        using var give = Process.Start("chown", ["-R", $"{Owner}:", _folder.FullName]);
        await give.WaitForExitAsync();
        // Neither server believes settings that somebody else may have written.
        using var take = Process.Start("chown", ["root:root", At("exim.conf"), At("dovecot.conf")]);
        await take.WaitForExitAsync();
        using var open = Process.Start("chmod", ["755", _folder.FullName]);
        await open.WaitForExitAsync();
    }

    private string Exim() =>
        $$"""
            primary_hostname = {{Domain}}
            daemon_smtp_ports = {{SmtpPort}}
            local_interfaces = 127.0.0.1
            spool_directory = {{At("spool")}}
            log_file_path = {{At("log")}}/%slog
            pid_file_path = {{At("exim.pid")}}
            tls_advertise_hosts =
            host_lookup =
            rfc1413_hosts =
            keep_environment =
            message_size_limit = 20M
            acl_smtp_rcpt = take
            acl_smtp_data = take
            begin acl
            take:
              accept
            begin routers
            local:
              driver = accept
              domains = {{Domain}}
              local_parts = lsearch;{{At("users")}}
              local_part_suffix = +*
              local_part_suffix_optional
              transport = maildir
            begin transports
            maildir:
              driver = appendfile
              directory = {{At("mail")}}/$local_part_data
              maildir_format
              create_directory
              envelope_to_add
              return_path_add
              user = {{Owner}}
            """;

    private string Dovecot() =>
        $$"""
            base_dir = {{At("run")}}
            state_dir = {{At("run")}}
            log_path = {{At("dovecot.log")}}
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{At("mail")}}/%n
            first_valid_uid = 1
            {{(IsRoot ? "" : $"default_internal_user = {Owner}\ndefault_login_user = {Owner}\nservice anvil {{\n  chroot =\n}}")}}
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{ImapPort}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{Owner}} gid={{Owner}} home={{At("mail")}}/%n
            }
            """;

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Start(string program, params string[] arguments) => _servers.Add(Process.Start(program, arguments));

    private static Task Answer(int port) =>
        Words.Come(
            async () =>
            {
                try
                {
                    using var line = new TcpClient();
                    await line.ConnectAsync(IPAddress.Loopback, port);
                    return true;
                }
                catch (SocketException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(30),
            "The mail server"
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
