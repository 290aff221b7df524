using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kosmopolit.Bench.Running;

namespace Kosmopolit.Bench.Loading;

/// <summary>One connection that asks, reads the whole answer, checks it, and asks again.</summary>
internal sealed class LoadConnection(LoadPlan plan, LoadWindow window)
{
    private readonly byte[] _request = RawAnswer.Request(plan.Port, plan.Path, plan.Cookie);
    private readonly byte[] _received = new byte[512 * 1024];
    private readonly List<long> _latencies = new(100_000);

    /// <returns>Latencies of the answers that count, in ticks of the stopwatch, and the number of all answers.</returns>
    /// <exception cref="InvalidDataException">An answer was not what the plan says.</exception>
    public async Task<(List<long> Latencies, long All)> Run()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, plan.Port);
        for (var all = 0L; ; all++)
        {
            var asked = Stopwatch.GetTimestamp();
            if (window.IsOver(asked))
                return (_latencies, all);
            await socket.SendAsync(_request);
            Check(await Receive(socket));
            var answered = Stopwatch.GetTimestamp();
            if (window.Counts(answered))
                _latencies.Add(answered - asked);
        }
    }

    private async ValueTask<AnswerFrame> Receive(Socket socket)
    {
        AnswerFrame frame;
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(_received.AsMemory(length));
            if (read == 0)
                throw new InvalidDataException("The server closed the connection.");
            length += read;
        } while (!AnswerFrame.TryRead(_received.AsSpan(0, length), out frame));
        return frame;
    }

    private void Check(AnswerFrame answer)
    {
        if (answer.Status != 200 || answer.BodyLength != plan.Length)
            throw new InvalidDataException(
                $"{plan.Path} answered {answer.Status} with {answer.BodyLength} bytes instead of 200 with {plan.Length}."
            );
    }
}
