using Kosmopolit.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browsing))]

namespace Kosmopolit.Browser;

/// <summary>One product and one browser for all tests; each test takes a fresh context.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Product? _product;

    public string Address => _product!.Address;

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _product = await Product.Start("Development");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        Places = await Place.All(Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_product is not null)
            await _product.DisposeAsync();
    }

    /// <param name="checks">Lets the accessibility checker into the page, which the content policy would rightly refuse.</param>
    public Task<IBrowserContext> Open(
        string language,
        int width,
        ColorScheme scheme = ColorScheme.Light,
        bool script = true,
        bool checks = false
    ) =>
        _browser!.NewContextAsync(
            new()
            {
                BaseURL = Address,
                Locale = language,
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                BypassCSP = checks,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists);
}
