using System.Net;
using System.Text;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Networks;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Install;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kosmopolit.Tests.Platform.Ui;

/// <summary>
/// Every form, sent as no page would send it: never a fault, always a page in the reader's language, and what was
/// written comes back.
/// </summary>
[UsesDatabase]
[Slow]
public sealed class BadFormTests
{
    /// <summary>Texts that a clumsy hand, a broken program or a malicious one may write, as they travel in a form.</summary>
    private static readonly (string Name, string Encoded)[] Texts =
    [
        ("control characters", "a%01%07%1Bb"),
        ("NUL", "a%00b"),
        ("NUL in an address", "a%00b%40example.org"),
        ("lone surrogates", "a%ED%A0%80b"),
        ("not UTF-8", "%FF%FE%C3%28"),
        ("mixed scripts", Uri.EscapeDataString("Aлексей陈 ٣")),
        ("bidi controls", Uri.EscapeDataString("\u202Eevil\u2066x\u200F")),
        ("many marks", Uri.EscapeDataString("e" + new string('\u0301', 800))),
        ("an address in other letters", Uri.EscapeDataString("λ\u202E@παράδειγμα.example")),
        ("markup", Uri.EscapeDataString("\"><script>alert(1)</script>")),
        ("much", new string('x', 800_000)),
        ("too much", new string('x', 2_000_000)),
    ];

    private List<string> _members = [];

    private int _turn;

    [Fact]
    public async Task Whatever_is_written_the_answer_is_a_page_and_what_was_written_comes_back()
    {
        await using var empty = await House.Open(new Plan { Content = Content.Nothing });
        await using var open = await House.Open(new Plan { Environment = Environments.Development, Content = Content.Demo });
        await Members(open);
        var sendings =
            from address in FormAddresses.Tried
            from text in Texts
            from language in ReaderLanguage.All
            select (address, text, language);
        Found.Nothing(
            await Calm.Each(sendings, s => Write(s.address == "/setup" ? empty : open, s.address, s.text.Name, s.text.Encoded, s.language))
        );
    }

    private async Task<IEnumerable<string>> Write(House house, string address, string name, string encoded, ReaderLanguage language)
    {
        using var reader = house.Reader();
        reader.Language = language.Tag;
        await SignIn(reader, address);
        var form = await Sending.From(reader, house, In(address, language));
        var what = $"{language.Tag} {address} {name}";
        var page = await form.Send(reader, form.Fields.ToDictionary(f => f, f => Fitting(encoded, f == form.Fields[0])));
        // A page on which nothing can be written gets nothing that is too much.
        if (encoded.Length > 1_000_000 && form.Fields.Count > 0 && page.Status != HttpStatusCode.RequestEntityTooLarge)
            return [$"{what}: {(int)page.Status} instead of 413"];
        var mistakes = page.Complain(what, language).ToList();
        // Passwords are never shown again, and boxes for a number or a file hold no text in any browser.
        var shown = page
            .Html.QuerySelectorAll("main input:not([type=password], [type=number], [type=file])")
            .Where(i => form.Fields.Contains(i.GetAttribute("name")))
            .ToList();
        var written = Decode(encoded);
        // A page that read the form shows the form again, unless the address went through to the next page.
        if (
            page.Status == HttpStatusCode.OK
            && page.Address.AbsolutePath == address
            && page.Html.QuerySelector("main form[method=post]") is null
        )
            mistakes.Add($"{what}: the form is gone");
        // What was taken led on, if only to the same page anew; what was not stands in the answer to the form itself.
        if (page.Status == HttpStatusCode.OK && page.Response.RequestMessage?.Method == HttpMethod.Post)
            mistakes.AddRange(
                shown.Where(i => !Fits(i.GetAttribute("value"), written)).Select(i => $"{what}: {i.GetAttribute("name")} was lost")
            );
        return mistakes;
    }

    // What is too much stands in one field: whoever sends more than the house listens to is cut off, as it says.
    private static string Fitting(string encoded, bool isFirst) => encoded.Length > 1_000_000 && !isFirst ? "x" : encoded;

    [Fact]
    public async Task Broken_forms_are_answered_with_a_page()
    {
        await using var empty = await House.Open(new Plan { Content = Content.Nothing });
        await using var open = await House.Open(new Plan { Content = Content.Demo });
        await Members(open);
        await using var workshop = await House.Open(new Plan { Environment = Environments.Development });
        var many = string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=x"));
        var counties = string.Join('&', Enumerable.Repeat("Input.Counties=24", 300));
        (string Name, string Type, string Body)[] bodies =
        [
            ("no type", "", "Input.Email=x"),
            ("JSON", "application/json", "{\"Input\":{\"Email\":\"x\"}}"),
            ("plain text", "text/plain", "x"),
            ("unknown letters", "application/x-www-form-urlencoded; charset=none", "Input.Email=x&{own}"),
            ("letters of two bytes", "application/x-www-form-urlencoded; charset=utf-16", "Input.Email=x&{own}"),
            ("parts without a boundary", "multipart/form-data", "x"),
            ("parts cut off", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"Input.Email\"\r\n\r\nx"),
            ("parts without names", "multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--"),
            ("parts with a long boundary", $"multipart/form-data; boundary={new string('b', 300)}", "x"),
            ("three thousand fields", Sending.FormType, many + "&{own}"),
            ("three hundred choices", Sending.FormType, counties + "&{own}"),
            ("a long name", Sending.FormType, $"{new string('n', 60_000)}=x&{{own}}"),
            ("a field twice", Sending.FormType, "Input.Email=a&Input.Email=b&Input.Code=1&Input.Code=2&Key=a&Key=b&{own}"),
            ("a list where a text belongs", Sending.FormType, "Input.Email[0]=a&Input.Code[x][y]=b&Input[0].Email=c&{own}"),
            ("deep names", Sending.FormType, $"Input{string.Concat(Enumerable.Repeat(".Email", 500))}=x&{{own}}"),
            ("half a sign", Sending.FormType, "Input.Email=%&Input.Code=%E&=&&&%=%&{own}"),
            ("NUL in a name", Sending.FormType, "Input.%00Email=x&{own}"),
            ("an unknown form", Sending.FormType, "Input.Email=x&_handler=none&{token}"),
            ("no form named", Sending.FormType, "Input.Email=x&{token}"),
        ];
        var sendings =
            from address in FormAddresses.Tried
            from body in bodies
            // In Development the framework itself answers a form it does not know, with a word to the developer.
            where !IsForDevelopers(address) || !body.Body.Contains("{token}", StringComparison.Ordinal)
            from language in ReaderLanguage.All
            select (address, body, language);
        Found.Nothing(
            await Calm.Each(
                sendings,
                async s =>
                {
                    var house =
                        s.address == "/setup" ? empty
                        : IsForDevelopers(s.address) ? workshop
                        : open;
                    using var reader = house.Reader();
                    reader.Language = s.language.Tag;
                    await SignIn(reader, s.address);
                    var form = await Sending.From(reader, house, In(s.address, s.language));
                    var own = s
                        .body.Body.Replace("{own}", form.Own, StringComparison.Ordinal)
                        .Replace("{token}", form.Token, StringComparison.Ordinal);
                    return (await form.Raw(reader, s.body.Type, own)).Complain($"{s.language.Tag} {s.address} {s.body.Name}", s.language);
                }
            )
        );
        Assert.Empty(await empty.All<Installation>());
    }

    [Fact]
    public async Task A_form_with_a_lost_or_foreign_token_comes_back_with_words_that_people_know()
    {
        await using var house = await House.Open(new Plan { Content = Content.Nothing });
        using var other = house.Reader();
        var foreign = (await Sending.From(other, house, "/setup")).Token;
        foreach (
            var (language, label) in new[] { ("sv", "Installationens namn"), ("en", "Name of the installation"), ("ar", "اسم المنصة") }
        )
        foreach (var token in new[] { "", foreign, "__RequestVerificationToken=CfDJ8garbage" })
        {
            using var reader = house.Reader();
            reader.Language = language;
            await reader.Open("/setup");
            var body = $"_handler=setup&Input.Name=Handelskammaren+%E2%80%AEx&Input.Code=&Input.Counties=24&{token}";
            var page = (await new Sending(house, "/setup", [], "", "").Raw(reader, Sending.FormType, body)).Is(HttpStatusCode.BadRequest);
            Assert.Empty(page.Complain(language, ReaderLanguage.Find(language)));
            Assert.Equal([label], page.Html.QuerySelectorAll("main dt").Select(d => d.TextContent));
            Assert.Equal("Handelskammaren \u202Ex", page.One("main dd").TextContent);

            var again = (await reader.Submit(page.Form())).Is(HttpStatusCode.OK);
            Assert.Equal("Handelskammaren \u202Ex", again.One("main [name='Input.Name']").GetAttribute("value"));
            Assert.NotNull(again.Html.QuerySelector("main [name='Input.Counties'][value='24'][checked]"));
        }
        Assert.Empty(await house.All<Installation>());
    }

    // Forms of one person are counted, so many people send them.
    private async Task Members(House house) =>
        _members = await house.Ask(db =>
            db.Set<Member>()
                .Where(m =>
                    m.Memberships.Any(s => s.EndedAt == null && db.Set<Network>().Any(n => n.Id == s.NetworkId && n.Slug == "skane"))
                )
                .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => a.Email!)
                .Order()
                .ToListAsync()
        );

    private Task SignIn(Reader reader, string address) =>
        NeedsSession(address) ? reader.SignIn(_members[Interlocked.Increment(ref _turn) % _members.Count]) : Task.CompletedTask;

    private static bool NeedsSession(string address) =>
        new[] { "/me", "/networks", "/knowledge" }.Any(start => address.StartsWith(start, StringComparison.Ordinal));

    // Members have a language of their own, which goes before the browser's.
    private static string In(string address, ReaderLanguage language) => NeedsSession(address) ? Links.With(address, language) : address;

    /// <summary>Whoever adds a form adds its address above.</summary>
    [Fact]
    public async Task Every_page_with_a_form_is_known_here()
    {
        await using var house = await House.Open(new Plan { Environment = Environments.Development });
        var pages = house
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && page.Type.GetProperties(Sending.Any).Any(Sending.IsForm)
            )
            .Select(e => e.RoutePattern.RawText!)
            .Distinct();
        Assert.Empty(
            pages
                .Select(p => p.Replace("{slug}", "skane", StringComparison.Ordinal))
                .Except(FormAddresses.Tried)
                .Except(FormAddresses.TriedElsewhere)
        );
        Assert.Contains("/sign-in", pages);
    }

    private static bool IsForDevelopers(string address) => address.StartsWith("/dev", StringComparison.Ordinal);

    // What is not UTF-8 comes back as it can be shown; everything else sign for sign.
    private static bool Fits(string? value, string written) =>
        written.Contains('\uFFFD', StringComparison.Ordinal) ? value?.Length > 0 : value == written;

    private static string Decode(string encoded) => WebUtility.UrlDecode(encoded);
}
