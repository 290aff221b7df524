using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Features.Members.Audiences;

/// <summary>The matrix for programs: API, facets, completions, contact card, the file of everything, and mails.</summary>
[UsesDatabase]
[Slow]
public sealed class AudienceMatrixApiTests(MatrixHouse matrix) : IClassFixture<MatrixHouse>
{
    [Fact]
    public async Task Programs_are_told_of_a_person_and_a_firm_exactly_what_their_owner_may_see()
    {
        var mistakes = new List<string>();
        foreach (var beholder in matrix.Beholders)
        {
            using var reader = await matrix.Reader(beholder.Email);
            foreach (var p in matrix.Planted)
                mistakes.AddRange(await Look(reader, beholder, p, matrix.Planted));
            foreach (var address in Shared)
                mistakes.AddRange(Leak.In((await reader.Open(address)).Body, address, beholder.Name, matrix.Planted, beholder.Distance));
        }
        foreach (var p in matrix.Planted)
        {
            using var self = await matrix.Reader(p.Account.Email);
            mistakes.AddRange(await Look(self, new Beholding("self", p.Account.Email, Audience.OnlyMe), p, [p]));
        }
        Found.Nothing(mistakes);
    }

    [Fact]
    public async Task Lists_counts_facets_and_completions_hold_exactly_whom_their_owner_may_find()
    {
        var mistakes = new List<string>();
        foreach (var beholder in matrix.Beholders)
        {
            using var reader = await matrix.Reader(beholder.Email);
            foreach (var p in matrix.Planted)
            {
                foreach (var trace in MachineSurfaces.Searches(p))
                    mistakes.AddRange(Listed(trace, await Json(reader, trace.Address), beholder, p));
                foreach (var (field, address, facet, code) in MachineSurfaces.Facets(p))
                {
                    var counted = (await Json(reader, address))
                        .GetProperty("facets")
                        .GetProperty(facet)
                        .TryGetProperty(code, out var count);
                    if (counted != p.IsShownTo(beholder.Distance) || (counted && count.GetInt32() != 1))
                        mistakes.Add($"{beholder.Name}: {p}: the facet {facet}={code} of {field} is wrong");
                }
                foreach (var field in new[] { "Member.Name", "Firm.Name" })
                {
                    var address = $"/api/v1/completions?q={p.Words[field][..6]}";
                    if (
                        Leak.Wrong(
                            new(field, address, p.Words[field]),
                            (await reader.Open(address)).Body,
                            beholder.Name,
                            p,
                            beholder.Distance
                        ) is
                        { } wrong
                    )
                        mistakes.Add(wrong);
                }
            }
        }
        Found.Nothing(mistakes);
    }

    [Fact]
    public async Task Countries_and_networks_count_exactly_whom_their_reader_may_find()
    {
        var mistakes = new List<string>();
        foreach (var beholder in matrix.Beholders)
        {
            using var reader = await matrix.Reader(beholder.Email);
            foreach (var p in matrix.Planted)
            {
                var country = (await Json(reader, $"/api/v1/countries/{p.Country}"))
                    .GetProperty("country")
                    .GetProperty("people")
                    .GetInt32();
                var network = (await Json(reader, $"/api/v1/networks/{p.Network.Slug}")).GetProperty("markets");
                if ((country == 1) != p.IsShownTo(beholder.Distance) || country > 1)
                    mistakes.Add($"{beholder.Name}: {p}: {p.Country} counts {country}");
                if (network.TryGetProperty(p.Country, out _) != p.IsShownTo(beholder.Distance))
                    mistakes.Add($"{beholder.Name}: {p}: {p.Network.Slug} is wrong about {p.Country}");
            }
        }
        Found.Nothing(mistakes);
    }

    [Fact]
    public async Task The_file_of_everything_holds_all_of_oneself_and_nothing_of_others()
    {
        var mistakes = new List<string>();
        foreach (var beholder in matrix.Beholders.Where(b => b.Email is not null))
        {
            var words = await Taken(beholder.Email!);
            mistakes.AddRange(matrix.Planted.SelectMany(p => Leak.In(words, "the file", beholder.Name, [p], Audience.Public)));
            // Not even what its owner may see elsewhere: it is others' to take along.
            mistakes.AddRange(
                matrix
                    .Planted.SelectMany(p => p.Words.Where(w => w.Key != "Membership"))
                    .Where(w => words.Contains(w.Value, StringComparison.OrdinalIgnoreCase))
                    .Select(w => $"{beholder.Name} takes {w.Key} of somebody else along")
            );
        }
        foreach (var p in matrix.Planted)
        {
            var words = await Taken(p.Account.Email!);
            mistakes.AddRange(
                p.Words.Where(w => w.Key != "Membership" && !words.Contains(w.Value, StringComparison.Ordinal))
                    .Select(w => $"{p}: {w.Key} is not in the file")
            );
            mistakes.AddRange(Leak.In(words, "the file", "self", matrix.Planted.Where(o => o != p), Audience.Public));
        }
        Found.Nothing(mistakes);
    }

    /// <summary>What people do that sends mails tells nobody more than a page would.</summary>
    [Fact]
    public async Task Mails_hold_no_word_that_their_reader_may_not_see()
    {
        foreach (var p in matrix.Planted)
        {
            using var program = await ApiClient.Of(matrix.House, p.Account.Email!);
            (await program.Send("POST", $"/networks/{p.Network.Slug}/invitations", new { email = "own@example.org" })).Is(201);
            (await program.Send("POST", "/networks/other/joining", new { meets = true })).Is(200);
            (await program.Send("PUT", "/networks/other/joining/greeting", new { message = "Hello" })).Is(200);
        }
        var mails = await matrix.House.All<OutgoingMail>();
        Assert.True(mails.Count >= matrix.Planted.Count, "No mail was written.");
        Found.Nothing(mails.SelectMany(m => Leak.In($"{m.Subject} {m.Text} {m.Html}", "a mail", m.To, matrix.Planted, Audience.Public)));
    }

    private static IEnumerable<string> Shared =>
        [
            "/api/v1/people",
            "/api/v1/people?count=100",
            "/api/v1/firms",
            "/api/v1/networks",
            "/api/v1/countries",
            "/api/v1/search?q=customs",
            "/api/v1/me",
            "/openapi/v1.json",
        ];

    private async Task<List<string>> Look(Reader reader, Beholding beholder, Planted p, IEnumerable<Planted> others)
    {
        var mistakes = new List<string>();
        foreach (var traces in MachineSurfaces.Of(p, matrix.Atlas).GroupBy(t => t.Address))
        {
            var page = await reader.Open(traces.Key);
            var body = page.Status == HttpStatusCode.OK ? Unfolded(page.Body) : "";
            mistakes.AddRange(traces.Select(t => Leak.Wrong(t, body, beholder.Name, p, beholder.Distance)).OfType<string>());
            mistakes.AddRange(Leak.In(page.Body, traces.Key, beholder.Name, others, beholder.Distance));
        }
        return mistakes;
    }

    private static IEnumerable<string> Listed(Trace trace, JsonElement list, Beholding beholder, Planted p)
    {
        var hits = list.TryGetProperty("people", out var people) ? people : list.GetProperty("firms");
        var isShown = hits.EnumerateArray().Any(h => h.GetProperty("slug").GetString() == trace.Needle);
        if (isShown != p.IsShownTo(beholder.Distance))
            yield return $"{beholder.Name}: {p}: {trace.Field} {(isShown ? "leaks" : "is lost")} on {trace.Address}";
        if (list.GetProperty("total").GetInt32() != hits.GetArrayLength())
            yield return $"{beholder.Name}: {p}: {trace.Address} counts {list.GetProperty("total")}, shows {hits.GetArrayLength()}";
    }

    private async Task<string> Taken(string email)
    {
        using var reader = await matrix.Reader(email);
        using var zip = new ZipArchive(new MemoryStream((await reader.Open(EverythingDoor.Path)).Is(HttpStatusCode.OK).Bytes));
        var words = new System.Text.StringBuilder();
        foreach (var file in zip.Entries)
        {
            using var text = new StreamReader(file.Open());
            words.AppendLine(Unfolded(await text.ReadToEndAsync()));
        }
        return words.ToString();
    }

    private static async Task<JsonElement> Json(Reader reader, string address) =>
        JsonDocument.Parse((await reader.Open(address)).Is(HttpStatusCode.OK).Bytes).RootElement;

    // A contact card breaks its lines.
    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}
