using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kosmopolit.Tests.World.Databases;

/// <summary>A telephone line to a server on loopback that can be cut and mended.</summary>
public sealed class BreakableLine(int target) : IAsyncDisposable
{
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private TcpListener? _listener;
    private Task _work = Task.CompletedTask;

    public int Port { get; private set; }

    /// <summary>Opens the line, after a cut at the same number as before.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = Accept(_listener);
    }

    /// <summary>Ends every call and takes no new one.</summary>
    public async Task Cut()
    {
        _listener?.Stop();
        foreach (var end in _ends)
            end.Close();
        await _work;
    }

    public async ValueTask DisposeAsync() => await Cut();

    private async Task Accept(TcpListener listener)
    {
        var calls = new List<Task>();
        try
        {
            while (true)
                calls.Add(Connect(await listener.AcceptTcpClientAsync()));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task Connect(TcpClient caller)
    {
        var called = new TcpClient();
        _ends.Add(caller);
        _ends.Add(called);
        try
        {
            await called.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(Carry(caller, called), Carry(called, caller));
        }
        catch (SocketException)
        {
            // Nobody answers at the other end.
        }
        finally
        {
            caller.Close();
            called.Close();
        }
    }

    private static async Task Carry(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut.
        }
    }
}
