using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Platform.Api;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Trust.Leaving;

/// <summary>Promise 9, a member's part: leave with everything, or let everything be erased, alone and at once.</summary>
[UsesDatabase]
public sealed class LeavingTests : IAsyncLifetime
{
    private ApiWorld _world = null!;
    private Member _member = null!;
    private Firm _alone = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await ApiWorld.Open();
        (_member, _alone) = await Leaver.Settle(_world);
        await Words.Ready(_world.House);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task One_file_holds_everything_for_programs_spreadsheets_address_books_and_oneself()
    {
        using var reader = await SignedIn();
        var page = (await reader.Open("/me/leave")).Is(HttpStatusCode.OK);
        var files = Unpack((await reader.Open(page.One("a[download]").GetAttribute("href")!)).Is(HttpStatusCode.OK));
        var everything = files["everything.json"];
        Found.Nothing(Leaver.Words.Where(w => !everything.Contains(w, StringComparison.Ordinal)));
        Found.Nothing(
            Leaver.Words.Where(w =>
                !files.Any(f => f.Key.EndsWith(".csv", StringComparison.Ordinal) && f.Value.Contains(w, StringComparison.Ordinal))
            )
        );
        Assert.Contains("FN:Zarathea", files["card.vcf"], StringComparison.Ordinal);
        Assert.Contains("Everything about you", files["README.txt"], StringComparison.Ordinal);
        var tables = JsonDocument.Parse(everything).RootElement.GetProperty("tables");
        Found.Nothing(tables.EnumerateObject().Where(t => !files.ContainsKey($"tables/{t.Name}.csv")).Select(t => t.Name));
        // Hers, not others'; and no secrets.
        Assert.DoesNotContain("Customs in Kenya", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Hash", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("SecurityStamp", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_row_that_is_to_be_taken_along_is_in_the_file()
    {
        using var reader = await SignedIn();
        var whom = await Whom();
        var held = await Held(whom);
        var files = Unpack((await reader.Open(EverythingDoor.Path)).Is(HttpStatusCode.OK));
        // News of what was planted may still be on their way to her; a file is compared with rows that stood still.
        for (var now = await Held(whom); !now.SequenceEqual(held); now = await Held(whom))
            (held, files) = (now, Unpack((await reader.Open(EverythingDoor.Path)).Is(HttpStatusCode.OK)));
        Assert.True(held.Count(h => h.Value > 0) > 15, "The one who leaves has too little.");
        var lines = files.Where(f => f.Key.StartsWith("tables/", StringComparison.Ordinal)).Sum(f => f.Value.Count(c => c == '\n') - 1);
        Assert.Equal(held.Values.Sum(), lines);
    }

    [Fact]
    public async Task The_file_is_for_oneself_in_ones_language_and_for_nobody_else()
    {
        using var reader = await SignedIn();
        reader.Language = null;
        Assert.Contains("Allt om dig", Unpack(await reader.Open(EverythingDoor.Path + "?lang=sv"))["README.txt"], StringComparison.Ordinal);
        using var visitor = _world.House.Reader();
        Assert.True((await visitor.Once(new HttpRequestMessage(HttpMethod.Get, EverythingDoor.Path))).IsRedirect);
        using var other = _world.House.Reader();
        await other.SignIn(_world.Plain);
        Assert.DoesNotContain("Zarathea", Unpack(await other.Open(EverythingDoor.Path))["everything.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_word_nothing_is_erased()
    {
        using var reader = await SignedIn();
        var page = await reader.Submit((await reader.Open("/me/leave")).Form(fields: [("Input.Word", "yes")]));
        Assert.Contains("Write the word", page.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Found.Nothing(await Missing());
    }

    [Fact]
    public async Task Once_erased_no_word_is_left_in_any_table_and_others_keep_theirs()
    {
        Found.Nothing(await Missing());
        await Erase();
        var dump = await Leaver.Dump(_world.House);
        Found.Nothing(Leaver.Words.Where(w => dump.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("Customs in Kenya", dump, StringComparison.Ordinal);
        Assert.Contains(_world.Vera, dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_go_are_emptied_or_stay_as_the_page_says()
    {
        var whom = await Whom();
        var before = await Counts(whom);
        await Erase();
        var after = await Counts(whom);
        // News that were being written in that moment go as soon as whoever writes them hears of it.
        await Words.Come(
            async () =>
            {
                after = await Counts(whom);
                var left = Holdings.All.Where(h => h.Fate == Fate.Goes && after[h] > 0).Select(h => h.Table).ToList();
                return left.Count == 0 || left.Exists(t => t is not ("Notice" or "Follow"));
            },
            TimeSpan.FromSeconds(30)
        );
        Found.Nothing(
            Holdings.All.Where(h => h.Fate == Fate.Goes && after[h] > 0).Select(h => $"{h.Table}.{h.Column}: {after[h]} did not go")
        );
        Found.Nothing(
            Holdings
                .All.Where(h => h.Fate == Fate.Stays && after[h] < before[h])
                .Select(h => $"{h.Table}.{h.Column}: {before[h] - after[h]} did not stay")
        );
        Found.Nothing(
            Holdings
                .All.Where(h => h.Fate == Fate.Goes && before[h] == 0 && !IsSignInRow(h))
                .Select(h => $"{h.Table}.{h.Column} was never there")
        );
    }

    [Fact]
    public async Task Pages_search_and_the_mail_queue_forget_within_seconds_and_nobody_signs_in()
    {
        using var visitor = _world.House.Reader();
        await Words.Come(
            async () => (await visitor.Open("/search?q=Quibblefish")).Text.Contains("Zarathea", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
        (await visitor.Open($"/people/{_member.Slug}")).Is(HttpStatusCode.OK);
        (await visitor.Open($"/firms/{_alone.Slug}")).Is(HttpStatusCode.OK);
        using var reader = await Erase();
        await Words.Settle(_world.House);
        await Words.Come(() => IsForgotten(visitor), TimeSpan.FromSeconds(5), "Forgetting");
        Assert.DoesNotContain(await _world.House.All<OutgoingMail>(), m => m.To == Leaver.Email);
        Assert.True((await reader.Once(new HttpRequestMessage(HttpMethod.Get, "/me"))).IsRedirect);
        await visitor.Submit((await visitor.Open("/sign-in")).Form(fields: [("Input.Email", Leaver.Email)]));
        Assert.DoesNotContain(await _world.House.All<OutgoingMail>(), m => m.To == Leaver.Email);
    }

    [Fact]
    public async Task A_firm_with_others_in_it_goes_to_the_one_who_has_been_in_it_longest_and_a_firm_without_closes()
    {
        using var vera = _world.House.Reader();
        await vera.SignIn(_world.Vera);
        var page = await vera.Open("/me/leave");
        Assert.Contains("takes over", page.Text, StringComparison.Ordinal);
        Assert.Contains("you are alone in it", page.Text, StringComparison.Ordinal);
        await vera.Submit(page.Form(fields: [("Input.Word", "Erase")]));
        var firms = await _world.House.Ask(db => db.Set<Firm>().Include(f => f.People).ToListAsync());
        var kept = firms.Single(f => f.Id == _world.Firm.Id);
        Assert.Equal(FirmRole.Owner, kept.PartOf(_world.Karl.Id)!.Role);
        Assert.Single(kept.Today);
        Assert.NotNull(firms.Single(f => f.Id == _world.Lonely.Id).ClosedAt);
        Assert.Contains(
            await _world.House.All<OutgoingMail>(),
            m => m.To == "karl@example.org" && m.Subject.Contains("Nordkraft", StringComparison.Ordinal)
        );
    }

    private async Task<bool> IsForgotten(Reader visitor) =>
        (await visitor.Open($"/people/{_member.Slug}")).Status == HttpStatusCode.NotFound
        && (await visitor.Open($"/firms/{_alone.Slug}")).Status == HttpStatusCode.NotFound
        && (await visitor.Open("/search?q=Quibblefish")).Html.QuerySelectorAll(".hit").Length == 0
        && !(await visitor.Open("/countries/km")).Text.Contains("Zarathea", StringComparison.Ordinal);

    // Ways of signing in that nobody has here yet.
    private static bool IsSignInRow(Holding holding) =>
        holding.Table.StartsWith("IdentityUser", StringComparison.Ordinal) || holding.Table is "FirmRequest" or "Session";

    private async Task<IEnumerable<string>> Missing()
    {
        var dump = await Leaver.Dump(_world.House);
        return Leaver.Words.Where(w => !dump.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private Task<Dictionary<Holding, int>> Counts(Whom whom) =>
        _world.House.Ask(async db =>
        {
            var counts = new Dictionary<Holding, int>();
            foreach (var holding in Holdings.All)
                counts[holding] = await holding.Count(db, whom, Until.Stopped);
            return counts;
        });

    private Task<Dictionary<Holding, int>> Held(Whom whom) =>
        _world.House.Ask(async db =>
        {
            var rows = new Dictionary<Holding, int>();
            foreach (var holding in Holdings.All.Where(h => h.IsExported))
                rows[holding] = await holding.Count(db, whom, Until.Stopped);
            return rows;
        });

    private Task<Whom> Whom() =>
        _world.House.Ask(async db =>
            (
                await Kosmopolit.Features.Trust.Leaving.Whom.Of(
                    db,
                    new Me { AccountId = _member.AccountId, MemberId = _member.Id },
                    Until.Stopped
                )
            )!
        );

    private async Task<Reader> SignedIn()
    {
        var reader = _world.House.Reader();
        await reader.SignIn(Leaver.Email);
        return reader;
    }

    private async Task<Reader> Erase()
    {
        var reader = await SignedIn();
        var page = await reader.Submit((await reader.Open("/me/leave")).Form(fields: [("Input.Word", " erase ")]));
        Assert.Equal("/left", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        return reader;
    }

    private static Dictionary<string, string> Unpack(Page page)
    {
        using var zip = new ZipArchive(new MemoryStream(page.Bytes));
        return zip.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var text = new StreamReader(e.Open());
                return text.ReadToEnd();
            }
        );
    }
}
