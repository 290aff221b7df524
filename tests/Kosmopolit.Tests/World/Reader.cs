using System.Net;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kosmopolit.Tests.World;

/// <summary>
/// Somebody at a browser without script: follows redirects, keeps cookies, sends forms as they are on the page. One
/// reader is one person at one address.
/// </summary>
public sealed class Reader : IDisposable
{
    private const int MostRedirects = 8;

    private readonly HttpClient _http;

    public Reader(House house, IPAddress from)
    {
        House = house;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectCallback = (context, ct) => Connect(from, context.DnsEndPoint, ct),
            }
        )
        {
            BaseAddress = house.Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
        _http.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
    }

    public House House { get; }

    /// <summary>What the site asked this browser to keep, by name. Kept until it asks otherwise: the test's clock need not be the real one.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The <c>Accept-Language</c> header; null sends none.</summary>
    public string? Language { get; set; } = "en";

    public Task<Page> Open(string address) => Send(() => new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a request that no page offers; the content is made anew for a redirect that keeps it.</summary>
    public async Task<Page> Send(Func<HttpRequestMessage> make)
    {
        var page = await Once(make());
        for (var hops = 0; page.IsRedirect; hops++)
        {
            Assert.True(hops < MostRedirects, $"{page.Address} goes round in circles.");
            var next = new Uri(page.Address, page.Headers.Location!);
            page = await Once(page.KeepsMethod ? Again(make(), next) : new HttpRequestMessage(HttpMethod.Get, next));
        }
        return page;
    }

    /// <summary>Sends exactly one request and shows the answer as it came.</summary>
    public async Task<Page> Once(HttpRequestMessage request)
    {
        if (Language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", Language);
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await Answer(request);
        Keep(response);
        return await Page.Read(new Uri(_http.BaseAddress!, request.RequestUri!), response, House.Complaints);
    }

    /// <summary>Presses a button of a form, every field as the page or the test filled it.</summary>
    public Task<Page> Submit(IHtmlFormElement form, IHtmlElement? button = null)
    {
        var press = button ?? form.QuerySelector<IHtmlElement>("button:not([type=button]), input[type=submit]") ?? form;
        var submission = form.GetSubmission(press) ?? throw new InvalidOperationException("This form cannot be sent.");
        var body = new MemoryStream();
        submission.Body.CopyTo(body);
        return Send(() =>
        {
            var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
            if (request.Method == HttpMethod.Get)
                return request;
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
            return request;
        });
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request)
    {
        try
        {
            return await _http.SendAsync(request, Until.Stopped);
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new TimeoutException(
                $"{request.Method} {request.RequestUri} was not answered. {House.Complaints.All.LastOrDefault()}",
                e
            );
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies))
            return;
        foreach (var pair in cookies.Select(c => c.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
                Cookies.Remove(pair[0]);
            else
                Cookies[pair[0]] = pair[1];
        }
    }

    private static HttpRequestMessage Again(HttpRequestMessage request, Uri address)
    {
        request.RequestUri = address;
        return request;
    }

    private static async ValueTask<Stream> Connect(IPAddress from, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Only Linux answers on the whole of 127.0.0.0/8.
        if (OperatingSystem.IsLinux())
            socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
