using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kosmopolit.Browser;

/// <summary>The real product in a process of its own, with a data folder of its own; ended by its id.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("kosmopolit-browser-").FullName;

    private Product(string environment, IReadOnlyDictionary<string, string> settings)
    {
        Address = $"http://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Folders.Product, "serve", "--urls", Address, "--data", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        // As behind a proxy: each browser comes from an address of its own.
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts it and waits until pages and the word index are there.</summary>
    /// <param name="settings">Configuration on top of its own, as environment variables.</param>
    /// <exception cref="TimeoutException">It was not ready within ten minutes; the message holds its log.</exception>
    public static async Task<Product> Start(string environment, IReadOnlyDictionary<string, string>? settings = null)
    {
        var product = new Product(environment, settings ?? new Dictionary<string, string>());
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (
            !(await Answers(http, $"{product.Address}/health/ready") && product.Log.Contains("index is ready", StringComparison.Ordinal))
        )
        {
            if (patience.IsCancellationRequested || product._process.HasExited)
                throw new TimeoutException(product.Log);
            await pause.WaitForNextTickAsync();
        }
        return product;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    internal static async Task<bool> Answers(HttpClient http, string address)
    {
        try
        {
            return (await http.GetAsync(address)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
            _log.AppendLine(line.Data);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
