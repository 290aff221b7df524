using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kosmopolit.Tests.World;

/// <summary>An answer of the site, as it came and as a browser reads it.</summary>
public sealed class Page
{
    private static readonly IBrowsingContext Browsing = BrowsingContext.New(Configuration.Default);

    private Page(Uri address, HttpResponseMessage response, byte[] bytes, IDocument html) =>
        (Address, Response, Bytes, Html) = (address, response, bytes, html);

    public Uri Address { get; }

    public HttpResponseMessage Response { get; }

    public byte[] Bytes { get; }

    public IDocument Html { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public HttpResponseHeaders Headers => Response.Headers;

    public string Body => Html.Source.Text;

    /// <summary>What a reader sees, white space folded.</summary>
    public string Text => Fold(Html.Body);

    public string Title => Html.Title ?? "";

    public bool IsRedirect => (int)Status is 301 or 302 or 303 or 307 or 308 && Headers.Location is not null;

    public bool KeepsMethod => (int)Status is 307 or 308;

    public static async Task<Page> Read(Uri address, HttpResponseMessage response, Complaints complaints)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var text =
            response.Content.Headers.ContentType?.MediaType is { } type && type.StartsWith("image/", StringComparison.Ordinal)
                ? ""
                : System.Text.Encoding.UTF8.GetString(bytes);
        var html = await Browsing.OpenAsync(request => request.Content(text).Address(address));
        return new Page(address, response, bytes, html)
        {
            Complaint = (int)response.StatusCode >= 500 ? complaints.All.LastOrDefault() : null,
        };
    }

    /// <summary>Insists on a status, and tells what the page said instead.</summary>
    public Page Is(HttpStatusCode status)
    {
        Assert.True(
            Status == status,
            $"{Address} answered {(int)Status} instead of {(int)status}: {Text[..Math.Min(Text.Length, 300)]}\n{Complaint}"
        );
        return this;
    }

    /// <summary>The product's latest logged error when the answer is an error.</summary>
    public string? Complaint { get; init; }

    /// <summary>The only element that fits.</summary>
    public IElement One(string selector) => Assert.Single(Html.QuerySelectorAll(selector));

    /// <summary>The first form that fits, with the given fields filled in.</summary>
    public IHtmlFormElement Form(string selector = "main form", params (string Name, string Value)[] fields)
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(Html.QuerySelector(selector));
        foreach (var (name, value) in fields)
            Fill(form, name, value);
        return form;
    }

    /// <summary>Addresses of this site that the page links to, as they are written.</summary>
    public IEnumerable<string> Links() =>
        Html.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')).Distinct();

    public static string Fold(INode? node) =>
        string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Fill(IHtmlFormElement form, string name, string value)
    {
        var fields = form.QuerySelectorAll("[name]").Where(e => e.GetAttribute("name") == name).ToList();
        Assert.True(fields.Count > 0, $"The form has no field “{name}”.");
        foreach (var field in fields)
        {
            if (field is IHtmlInputElement { Type: "radio" or "checkbox" } box)
                box.IsChecked = box.Value == value;
            else if (field is IHtmlInputElement input)
                input.Value = value;
            else if (field is IHtmlTextAreaElement area)
                area.Value = value;
            else if (field is IHtmlSelectElement select)
                select.Value = value;
        }
    }
}
