using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kosmopolit.Tests.Platform.Mail;

/// <summary>What the post office answers to a whole mail.</summary>
public enum Says
{
    /// <summary>250: taken.</summary>
    Taken,

    /// <summary>451: try again later.</summary>
    Later,

    /// <summary>550: never.</summary>
    Never,

    /// <summary>The line breaks after the mail was received and before it was acknowledged.</summary>
    Nothing,

    /// <summary>Keeps the line open and does not answer.</summary>
    Silence,
}

/// <summary>A small SMTP server on loopback that answers as it is told, mail after mail; then it takes everything.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<Says> _script;
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly Task _work;

    public PostOffice(params Says[] script)
    {
        _script = new ConcurrentQueue<Says>(script);
        _listener.Start();
        _work = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every mail that came in whole, whatever was answered.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    /// <summary>Completes when a mail has come in to which nothing is answered.</summary>
    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _work;
        _closing.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(Talk(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient caller)
    {
        using (caller)
        {
            try
            {
                using var reader = new StreamReader(caller.GetStream());
                await using var writer = new StreamWriter(caller.GetStream()) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 test");
                while (await reader.ReadLineAsync(_closing.Token) is { } line)
                    if (!await Answer(line, reader, writer))
                        return;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The caller hung up, or the office closes.
            }
        }
    }

    private async Task<bool> Answer(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
        {
            await writer.WriteLineAsync("221 bye");
            return false;
        }
        if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
        {
            await writer.WriteLineAsync("250 fine");
            return true;
        }
        await writer.WriteLineAsync("354 go on");
        _seen.Enqueue(await ReadMail(reader));
        var says = _script.TryDequeue(out var next) ? next : Says.Taken;
        if (says == Says.Silence)
        {
            Silent.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(_closing.Token);
        }
        if (says == Says.Nothing)
            return false;
        await writer.WriteLineAsync(
            says switch
            {
                Says.Later => "451 busy",
                Says.Never => "550 unknown here",
                _ => "250 taken",
            }
        );
        return true;
    }

    private async Task<string> ReadMail(StreamReader reader)
    {
        var mail = new List<string>();
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".")
            mail.Add(line);
        return string.Join('\n', mail);
    }
}
