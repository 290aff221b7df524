using System.Net;
using System.Net.Sockets;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Doorstep;
using Kosmopolit.Platform.Events;
using Kosmopolit.Platform.Ui.Caching;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>What a visitor is shown while the house behind the door is still being built.</summary>
public sealed class KeptPagesTests
{
    [Fact]
    public async Task The_front_page_is_kept_until_something_happens()
    {
        await using var house = await House.Open();
        var file = new PagesFile(house.App.Services.GetRequiredService<DataFolder>());
        using var reader = house.Reader();
        var seen = (await reader.Open("/?lang=ar")).Is(HttpStatusCode.OK);
        // On PostgreSQL nobody knows what other nodes wrote while this one was down.
        if (house.Database.Postgres is not null)
            return;
        await Words.Come(() => Task.FromResult(file.Read(house.Clock.GetUtcNow()).Count == 1), TimeSpan.FromSeconds(20), "the page");
        var kept = file.Read(house.Clock.GetUtcNow())[0];
        Assert.Contains(kept.Headers, h => h.Key == "Content-Language" && h.Value == "ar");
        Assert.Contains(kept.Headers, h => h.Key == "Content-Security-Policy");
        Assert.Contains(kept.Headers, h => h.Key == "Cache-Control" && h.Value == "private, no-cache");
        Assert.DoesNotContain(kept.Headers, h => h.Key == "Set-Cookie");
        Assert.Contains("\n/\n", $"\n{kept.Key}", StringComparison.Ordinal);
        Assert.Empty(file.Read(house.Clock.GetUtcNow().AddHours(13)));
        Assert.NotEmpty(seen.Body);

        await house.Store(new Network("ny", "Ny", ["2480"], MovableClock.Morning, null));
        Assert.Empty(file.Read(house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_drawn_just_before_a_stop_is_there_at_the_next_start_and_the_one_after()
    {
        await using var house = await House.Open();
        if (house.Database.Postgres is not null)
            return;
        var (services, now) = (house.App.Services, house.Clock.GetUtcNow());
        var file = new PagesFile(services.GetRequiredService<DataFolder>());
        var keeper = services.GetRequiredService<CacheKeeper>();
        await house.Do(db => keeper.Begin(db, Until.Stopped));
        // Its loop has ended: nobody looks every half second any more.
        await keeper.StopAsync(Until.Stopped);
        using var reader = house.Reader();
        (await reader.Open("/?lang=ar")).Is(HttpStatusCode.OK);
        Assert.Empty(file.Read(now));
        await keeper.StopAsync(Until.Stopped);
        Assert.Single(file.Read(now));

        // Nobody asks the next run for the page before it ends, too.
        var next = new KeptPages(
            services.GetRequiredService<DataFolder>(),
            new Freshness(),
            services.GetRequiredService<IOutputCacheStore>(),
            house.Clock
        );
        next.Resume();
        next.LayDown(await house.Ask(db => db.End(Until.Stopped)));
        Assert.Single(file.Read(now));
    }

    [Fact]
    public async Task Before_the_house_stands_the_door_shows_what_it_has_and_lets_others_wait()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var key = string.Join('\n', "/", "", "sv", "", new Uri(address).Authority, "");
        var page = new KeptPage(key, DateTimeOffset.MaxValue, [new("Content-Type", "text/html; charset=utf-8")], "Välkommen"u8.ToArray());
        using var door = await Door.Open([address], [page], null);
        using var browser = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal("Healthy", await browser.GetStringAsync("/health/live", Until.Stopped));
        Assert.Equal("Välkommen", await browser.GetStringAsync("/", Until.Stopped));
        using var withSession = new HttpRequestMessage(HttpMethod.Get, "/");
        withSession.Headers.Add("Cookie", "kosmopolit=x");
        var waiting = new[] { browser.GetAsync("/countries", Until.Stopped), browser.SendAsync(withSession, Until.Stopped) };
        // Asked after them and answered before them.
        Assert.Equal("Healthy", await browser.GetStringAsync("/health/live", Until.Stopped));
        Assert.All(waiting, answer => Assert.False(answer.IsCompleted));
        // Whoever waits gives up first; a door that closes waits for them.
        browser.CancelPendingRequests();
        await door.StopAsync(Until.Stopped);
    }

    [Theory]
    [InlineData("http://localhost:1", "urls", "http://localhost:1")]
    [InlineData("http://localhost:5080", "other", "x")]
    [InlineData(null, "urls", "https://localhost:1")]
    [InlineData(null, "Kestrel:Endpoints:Public:Url", "http://localhost:1")]
    public void The_door_leaves_to_the_framework_what_it_cannot_read(string? expected, string setting, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        Assert.Equal(expected is null ? null : [expected], ListeningAddresses.Of(settings));
    }

    [Fact]
    public void A_file_that_was_cut_off_or_spoilt_is_no_loss()
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));
        folder.Prepare();
        try
        {
            File.WriteAllText(folder.Database, "");
            var file = new PagesFile(folder);
            file.Write(LogPlace.Start, []);
            File.WriteAllBytes(Path.Combine(folder.Path, "pages.cache"), [1, 2, 3]);
            Assert.Empty(file.Read(DateTimeOffset.UnixEpoch));
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
