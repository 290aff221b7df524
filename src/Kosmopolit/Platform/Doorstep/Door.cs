using Kosmopolit.Platform.Ui.Caching;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kosmopolit.Platform.Doorstep;

/// <summary>
/// The site's server, which listens before the house behind it is built: until then it says that it lives, shows the
/// pages that were kept, and lets everybody else wait. From then on every request goes straight in.
/// </summary>
public sealed class Door : IServer
{
    private readonly KestrelServer _kestrel;
    private readonly Callers _callers;

    private Door(KestrelServer kestrel, Callers callers) => (_kestrel, _callers) = (kestrel, callers);

    public IFeatureCollection Features => _kestrel.Features;

    /// <summary>The same limits for whichever server listens.</summary>
    public static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1_000_000;
        // A pasted page in the search box is answered by us, in the reader's language, not by a bare 414.
        kestrel.Limits.MaxRequestLineSize = 64 * 1024;
    }

    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<Door> Open(IReadOnlyList<string> addresses, IReadOnlyList<KeptPage> pages, string? language)
    {
        var options = new KestrelServerOptions();
        Limit(options);
        var quiet = NullLoggerFactory.Instance;
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), quiet);
        var kestrel = new KestrelServer(Options.Create(options), transport, quiet);
        var listening = kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        foreach (var address in addresses)
            listening.Add(address);
        var callers = new Callers(pages, language);
        await kestrel.StartAsync(callers, CancellationToken.None);
        return new Door(kestrel, callers);
    }

    /// <summary>The house is built: it takes over everybody who waits and everybody to come.</summary>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _callers.LetIn(application);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _kestrel.StopAsync(cancellationToken);

    public void Dispose() => _kestrel.Dispose();
}
