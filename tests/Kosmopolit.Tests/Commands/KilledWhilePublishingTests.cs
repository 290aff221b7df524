using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AngleSharp;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

/// <summary>The power goes while somebody publishes: what the site said was published is there when it comes back.</summary>
[Slow]
public sealed class KilledWhilePublishingTests
{
    private readonly string _folder = TemporaryFolders.New("killed");
    private readonly string _address = $"http://localhost:{FreePort()}";

    [Fact]
    public async Task What_was_acknowledged_is_there_and_what_was_not_is_there_whole_or_not_at_all()
    {
        var acknowledged = new List<string>();
        const string cutShort = "cut-short";
        using (var first = Serve())
        {
            using var http = new HttpClient { BaseAddress = new Uri(_address) };
            await Ready(http, first);
            await Send(http, "/dev/personas", new() { ["Key"] = "member-umea" });
            for (var i = 0; i < 5; i++)
                acknowledged.Add(await Publish(http, $"Acknowledged {i}"));
            // The next one is on its way when the process dies, without a word to it.
            var late = Publish(http, "Cut short", first.Kill);
            try
            {
                acknowledged.Add(await late);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Nobody was told that it is there.
            }
            await first.WaitForExitAsync(Until.Stopped);
        }
        using var second = Serve();
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(_address) };
            await Ready(http, second);
            foreach (var address in acknowledged)
            {
                var page = await http.GetAsync(address, Until.Stopped);
                Assert.True(page.StatusCode == HttpStatusCode.OK, $"{address} answers {page.StatusCode} after the kill.");
                Assert.Contains("Tea comes first.", await page.Content.ReadAsStringAsync(Until.Stopped), StringComparison.Ordinal);
            }
            var last = await http.GetAsync($"/knowledge/{cutShort}", Until.Stopped);
            if (last.StatusCode != HttpStatusCode.NotFound)
                Assert.Contains("Tea comes first.", await last.Content.ReadAsStringAsync(Until.Stopped), StringComparison.Ordinal);
        }
        finally
        {
            second.Kill();
        }
    }

    private Process Serve()
    {
        var process = Started.Start(["serve", "--urls", _address, "--data", _folder], ("ASPNETCORE_ENVIRONMENT", "Development"));
        // Nobody reads what it says: a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task Ready(HttpClient http, Process process)
    {
        await Words.Come(
            async () =>
            {
                Assert.False(process.HasExited, "The product ended by itself.");
                try
                {
                    return (await http.GetAsync("/health/ready", Until.Stopped)).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false; // It does not listen yet.
                }
            },
            TimeSpan.FromMinutes(3),
            "The product"
        );
    }

    /// <returns>Address of the text, as the site told it.</returns>
    /// <param name="meanwhile">Happens while the form is on its way.</param>
    private static async Task<string> Publish(HttpClient http, string title, Action? meanwhile = null)
    {
        var page = await Send(
            http,
            "/knowledge/new",
            new()
            {
                ["Input.Language"] = "en",
                ["Input.Title"] = title,
                ["Input.Text"] = "Tea comes first.",
                ["Input.Do"] = "publish",
            },
            meanwhile
        );
        var address = page.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.StartsWith("/knowledge/", address, StringComparison.Ordinal);
        Assert.NotEqual("/knowledge/new", address);
        return address;
    }

    private static async Task<HttpResponseMessage> Send(
        HttpClient http,
        string path,
        Dictionary<string, string> fields,
        Action? meanwhile = null
    )
    {
        using var context = BrowsingContext.New(Configuration.Default);
        var html = await http.GetStringAsync(path, Until.Stopped);
        var page = await context.OpenAsync(r => r.Content(html), Until.Stopped);
        var form = page.QuerySelector("main form")!;
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            fields.TryAdd(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? "");
        var sent = http.PostAsync(path, new FormUrlEncodedContent(fields), Until.Stopped);
        meanwhile?.Invoke();
        var answer = await sent;
        answer.EnsureSuccessStatusCode();
        return answer;
    }

    private static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
