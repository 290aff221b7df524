using System.Diagnostics;

namespace Kosmopolit.Browser;

/// <summary>
/// Another service that vouches for people: a certified OpenID provider in a process of its own on loopback; ended by its id.
/// The product is told of it at its start and asks it when somebody first comes from there.
/// </summary>
public sealed class VouchingService : IAsyncDisposable
{
    private const string Client = "kosmopolit";
    private const string Secret = "between-the-two-of-us";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly int _port = Product.FreePort();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>What the product must know to trust it.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Kosmopolit__Providers__chamber__Name"] = "Chamber",
            ["Kosmopolit__Providers__chamber__Authority"] = Address,
            ["Kosmopolit__Providers__chamber__ClientId"] = Client,
            ["Kosmopolit__Providers__chamber__ClientSecret"] = Secret,
        };

    /// <exception cref="TimeoutException">It did not answer within a minute.</exception>
    public async Task Start(string product)
    {
        var script = Path.Combine(Folders.Root, "tests/Kosmopolit.Browser/provider.mjs");
        var back = $"{product}/sign-in/providers/chamber/return";
        _process = Process.Start(
            new ProcessStartInfo("node", [script, $"{_port}", back, Client, Secret])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(Patience);
        while (!await Product.Answers(http, $"{Address}/.well-known/openid-configuration"))
        {
            if (patience.IsCancellationRequested || _process.HasExited)
                throw new TimeoutException("The vouching service does not answer.");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
