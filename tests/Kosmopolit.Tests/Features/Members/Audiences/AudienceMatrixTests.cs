using System.Net;
using Kosmopolit.Features.Members;
using Kosmopolit.Features.Search.Answering;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>
/// Every field and row that people tell, at every audience, on every page that may show it, for every kind of reader:
/// seen exactly by those who may.
/// </summary>
[UsesDatabase]
[Slow]
public sealed class AudienceMatrixTests(MatrixHouse matrix) : IClassFixture<MatrixHouse>
{
    [Fact]
    public async Task What_is_told_is_seen_on_pages_exactly_by_those_who_may()
    {
        var mistakes = new List<string>();
        foreach (var (name, email, distance) in matrix.Beholders)
        {
            using var reader = await matrix.Reader(email);
            foreach (var p in matrix.Planted)
                mistakes.AddRange(await Look(reader, name, p, distance));
            foreach (var address in Surfaces.Shared)
                mistakes.AddRange(Leaks(await reader.Open(address), name, matrix.Planted, distance));
        }
        foreach (var p in matrix.Planted)
        {
            using var self = await matrix.Reader(p.Account.Email);
            mistakes.AddRange(await Look(self, "self", p, Audience.OnlyMe));
        }
        Found.Nothing(mistakes);
    }

    [Fact]
    public async Task What_is_told_is_found_and_counted_exactly_for_those_who_may()
    {
        var mistakes = new List<string>();
        foreach (var (name, email, distance) in matrix.Beholders)
        {
            using var reader = await matrix.Reader(email);
            foreach (var p in matrix.Planted)
            foreach (var trace in Surfaces.Searches(p))
            {
                var page = (await reader.Open(trace.Address)).Is(HttpStatusCode.OK);
                var hits = page.Html.QuerySelectorAll(".hit h3 a").Select(a => a.GetAttribute("href")).ToList();
                var count = Page.Fold(page.One("#hits"));
                var isShown = hits.Contains(trace.Needle);
                if (isShown != p.IsShownTo(distance))
                    mistakes.Add($"{name}: {p}: {trace.Field} {(isShown ? "leaks" : "is lost")} on {trace.Address}");
                if (count.Split(' ')[0] != $"{hits.Count}" || (!p.IsShownTo(distance) && hits.Count > 0))
                    mistakes.Add($"{name}: {p}: {trace.Address} counts “{count}”, shows {hits.Count}");
            }
            foreach (var p in matrix.Planted)
            foreach (var trace in Surfaces.Facets(p))
            {
                var links = (await reader.Open(trace.Address)).Html.QuerySelectorAll(".filters a").Select(a => a.GetAttribute("href")!);
                if (links.Any(l => l.Contains(trace.Needle, StringComparison.Ordinal)) != p.IsShownTo(distance))
                    mistakes.Add($"{name}: {p}: the facet {trace.Needle} is wrong");
            }
            mistakes.AddRange(await Completions(name, email, distance));
        }
        Found.Nothing(mistakes);
    }

    private async Task<List<string>> Look(Reader reader, string name, Planted p, Audience distance)
    {
        var mistakes = new List<string>();
        var traces = Surfaces.Of(p, matrix.Atlas).ToLookup(t => t.Address);
        // A page that a whole company shares shows nobody what only they themselves may see.
        var company = distance < Audience.MyNetwork ? Audience.MyNetwork : distance;
        foreach (var address in Surfaces.Own(p))
        {
            var page = await reader.Open(address);
            var own = address == p.PersonPage || address == p.FirmPage ? distance : company;
            foreach (var trace in traces[address])
            {
                var isShown = page.Status == HttpStatusCode.OK && Shows(page, trace.Needle);
                if (isShown != p.IsShownTo(own))
                    mistakes.Add($"{name}: {p}: {trace.Field} {(isShown ? "leaks" : "is lost")} on {address}: {trace.Needle}");
            }
            mistakes.AddRange(Leaks(page, name, name == "self" ? [p] : matrix.Planted, own));
        }
        return mistakes;
    }

    private static bool Shows(Page page, string needle) =>
        needle.StartsWith('/')
            ? page.Html.QuerySelectorAll("main a").Any(a => a.GetAttribute("href") == needle)
            : Page.Fold(page.Html.QuerySelector("main")).Contains(needle, StringComparison.Ordinal);

    private static IEnumerable<string> Leaks(Page page, string name, IEnumerable<Planted> planted, Audience distance) =>
        Leak.In(page.Body, page.Address.PathAndQuery, name, planted, distance);

    private async Task<List<string>> Completions(string name, string? email, Audience distance)
    {
        var mistakes = new List<string>();
        await using var scope = matrix.House.App.Services.CreateAsyncScope();
        var accounts = await matrix.House.All<Account>();
        var me = email is null
            ? Me.Visitor
            : await matrix.House.Ask(db => WhoAmI.Load(db, accounts.Single(a => a.Email == email).Id, matrix.House.Clock.GetUtcNow()));
        foreach (var p in matrix.Planted)
        foreach (var field in new[] { "Member.Name", "Firm.Name" })
        {
            var offered = await scope
                .ServiceProvider.GetRequiredService<Completer>()
                .Complete(p.Words[field][..6], "en", me, Until.Stopped);
            if (offered.Offers.Any(c => c.Name == p.Words[field]) != p.IsShownTo(distance))
                mistakes.Add($"{name}: {p}: {field} is wrongly completed");
        }
        return mistakes;
    }
}
