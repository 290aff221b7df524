using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Kosmopolit.Tests.World;

/// <summary>Somebody who writes requests by hand, sign for sign, as no browser would.</summary>
public sealed class RawReader(House house)
{
    private static int _number;

    /// <summary>Sends one request with the target exactly as written.</summary>
    /// <param name="headers">Whole lines, without the ends of lines.</param>
    public async Task<Page> Send(string method, string target, IEnumerable<string> headers, byte[]? body = null)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.0\r\nHost: localhost\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        if (body is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        var answer = await Exchange([.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body ?? []]);
        return await Page.Read(new Uri(house.Address, "/"), Parse(answer), house.Complaints);
    }

    private async Task<byte[]> Exchange(byte[] request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Every request from an address of its own, so that the limits on knocking do not answer instead.
        var number = Interlocked.Increment(ref _number);
        if (OperatingSystem.IsLinux())
            socket.Bind(new IPEndPoint(new IPAddress([127, 9, (byte)(number / 250), (byte)(number % 250 + 1)]), 0));
        await socket.ConnectAsync(IPAddress.Loopback, house.Address.Port, Until.Stopped);
        using var stream = new NetworkStream(socket);
        var sending = Write(stream, request);
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, Until.Stopped);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server had enough before we were done; what it said counts.
        }
        await sending;
        return answer.ToArray();
    }

    private static async Task Write(NetworkStream stream, byte[] request)
    {
        try
        {
            await stream.WriteAsync(request, Until.Stopped);
        }
        catch (IOException)
        {
            // The server closed the line; its answer may be here all the same.
        }
    }

    private static HttpResponseMessage Parse(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, $"No answer, but {answer.Length} bytes.");
        var lines = Encoding.Latin1.GetString(answer, 0, end).Split("\r\n");
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture))
        {
            Content = new ByteArrayContent(answer[(end + 4)..]),
        };
        foreach (var pair in lines.Skip(1).Select(l => l.Split(": ", 2)))
        {
            if (pair[0] == "Content-Type")
                response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(pair[1]);
            else
                response.Headers.TryAddWithoutValidation(pair[0], pair[1]);
        }
        return response;
    }
}
