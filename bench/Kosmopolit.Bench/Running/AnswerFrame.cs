using System.Buffers.Text;

namespace Kosmopolit.Bench.Running;

/// <summary>
/// Where one HTTP/1.1 answer begins and ends in a buffer. Only what Kestrel sends is understood: a length, or chunks.
/// It is read for every answer under load, so nothing is allocated.
/// </summary>
/// <param name="Start">First byte of the body, or of its first chunk.</param>
/// <param name="BodyLength">Length of the body without the marks of its chunks.</param>
/// <param name="End">First byte after the answer.</param>
internal readonly record struct AnswerFrame(int Status, int Start, int BodyLength, int End, bool IsChunked)
{
    /// <summary>False while the answer is not complete.</summary>
    public static bool TryRead(ReadOnlySpan<byte> received, out AnswerFrame frame)
    {
        frame = default;
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0 || !Utf8Parser.TryParse(received["HTTP/1.1 ".Length..], out int status, out _))
            return false;
        var start = head + 4;
        if (LengthIn(received[..start]) is { } length)
        {
            frame = new AnswerFrame(status, start, length, start + length, false);
            return received.Length >= frame.End;
        }
        return TryReadChunks(received, status, start, ref frame);
    }

    public byte[] Body(ReadOnlySpan<byte> received)
    {
        if (!IsChunked)
            return received.Slice(Start, BodyLength).ToArray();
        var body = new byte[BodyLength];
        for (
            int at = Start, to = 0;
            TryReadChunk(received, at, out var chunk, out var length) && length > 0;
            at = chunk + length + 2, to += length
        )
            received.Slice(chunk, length).CopyTo(body.AsSpan(to));
        return body;
    }

    private static bool TryReadChunks(ReadOnlySpan<byte> received, int status, int start, ref AnswerFrame frame)
    {
        var sum = 0;
        for (var at = start; TryReadChunk(received, at, out var chunk, out var length); at = chunk + length + 2, sum += length)
        {
            if (received.Length < chunk + length + 2)
                return false;
            if (length > 0)
                continue;
            frame = new AnswerFrame(status, start, sum, chunk + 2, true);
            return true;
        }
        return false;
    }

    private static bool TryReadChunk(ReadOnlySpan<byte> received, int at, out int chunk, out int length)
    {
        (chunk, length) = (0, 0);
        if (at > received.Length)
            return false;
        var line = received[at..].IndexOf("\r\n"u8);
        if (line < 0 || !Utf8Parser.TryParse(received.Slice(at, line), out length, out _, 'x'))
            return false;
        chunk = at + line + 2;
        return true;
    }

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : null;
    }
}
