using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Kosmopolit.Bench.Running;

/// <summary>An answer as it came over the wire: the body stays compressed.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>Bytes that came over the wire, without the marks of chunks.</summary>
    public int Size => Body.Length + Headers.Sum(h => h.Key.Length + h.Value.Length + 4) + 19;

    public string Text()
    {
        using var reader = new StreamReader(Unpacked());
        return reader.ReadToEnd();
    }

    /// <summary>Asks once, over a connection of its own, as a browser that reads Swedish and takes Brotli.</summary>
    public static async Task<RawAnswer> Get(int port, string path, string? cookie = null)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Request(port, path, cookie));
        var received = new byte[4096];
        var length = 0;
        AnswerFrame frame;
        while (!AnswerFrame.TryRead(received.AsSpan(0, length), out frame))
        {
            if (length == received.Length)
                Array.Resize(ref received, length * 2);
            var read = await stream.ReadAsync(received.AsMemory(length));
            if (read == 0)
                throw new IOException("The connection ended inside an answer.");
            length += read;
        }
        return new RawAnswer(frame.Status, HeadersOf(received.AsSpan(0, frame.Start)), frame.Body(received));
    }

    /// <summary>The bytes of a GET; the same for the product, the yardstick and the load generator.</summary>
    public static byte[] Request(int port, string path, string? cookie) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nAccept-Language: sv\r\nAccept-Encoding: gzip, deflate, br\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n"
            )
        );

    private Stream Unpacked() =>
        Headers.FirstOrDefault(h => h.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Value switch
        {
            "br" => new BrotliStream(new MemoryStream(Body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(Body), CompressionMode.Decompress),
            _ => new MemoryStream(Body),
        };

    private static List<KeyValuePair<string, string>> HeadersOf(ReadOnlySpan<byte> head) =>
        [
            .. Encoding
                .Latin1.GetString(head)
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(": ", 2))
                .Select(parts => KeyValuePair.Create(parts[0], parts[1])),
        ];
}
