using System.Collections.Concurrent;
using System.Globalization;
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

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _sessions = new();
    private int _callers;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Product? _product;

    public string Address => _product!.Address;

    /// <summary>The service that the product trusts; whoever needs it starts it.</summary>
    public VouchingService Service { get; } = new();

    public Mailbox Mailbox => new(this);

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _product = await Product.Start("Development", Service.Settings);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        var known = await Place.All(Address);
        Places = [.. known, .. await ActivityPlaces.Behind(this, known)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_product is not null)
            await _product.DisposeAsync();
        await Service.DisposeAsync();
    }

    /// <param name="checks">Lets the accessibility checker into the page, which the content policy would rightly refuse.</param>
    /// <param name="who">Key of the persona who is signed in; null for a visitor.</param>
    public async Task<IBrowserContext> Open(
        string language,
        int width,
        ColorScheme scheme = ColorScheme.Light,
        bool script = true,
        bool checks = false,
        string? who = null
    ) =>
        await _browser!.NewContextAsync(
            new()
            {
                StorageState = who is null ? null : await Session(who),
                BaseURL = Address,
                ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = NextCaller() },
                Locale = language,
                ViewportSize = new() { Width = width, Height = 800 },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                BypassCSP = checks,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    /// <summary>The cookies of a persona, who signs in once for all tests.</summary>
    public Task<string> Session(string who) => _sessions.GetOrAdd(who, key => new Lazy<Task<string>>(() => SignIn(key))).Value;

    private async Task<string> SignIn(string who)
    {
        await using var context = await Open("en", 1280);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/dev/personas");
        await page.ClickAsync($"button[name=Key][value='{who}']");
        await page.WaitForURLAsync("**/me");
        return await context.StorageStateAsync();
    }

    // An address of the range that is kept for examples and tests of networks (RFC 2544).
    private string NextCaller()
    {
        var caller = Interlocked.Increment(ref _callers);
        return string.Create(CultureInfo.InvariantCulture, $"198.18.{caller / 250 % 250}.{(caller % 250) + 1}");
    }

    // The shell has no windows to draw and opens a page several times faster.
    private static string Chromium() =>
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(
            File.Exists
        );
}
