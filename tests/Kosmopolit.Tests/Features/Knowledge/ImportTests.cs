using System.Text.Json;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Importing;
using Kosmopolit.Features.Knowledge.Starter;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>Texts from elsewhere come whole, once, with their licence, and go again when they are taken back.</summary>
[UsesDatabase]
public sealed class ImportTests : IClassFixture<Village>
{
    private static int _files;

    private readonly string _name;
    private readonly string _file;
    private readonly Village _village;

    public ImportTests(Village village)
    {
        _village = village;
        _name = $"texts{Interlocked.Increment(ref _files)}-";
        _file = _name + ".jsonl";
    }

    [Fact]
    public async Task A_file_comes_once_goes_on_after_a_stop_and_keeps_licence_and_date()
    {
        var lines = Enumerable.Range(1, 250).Select(Line).ToList();
        Assert.Equal((250, 0), await Seen(lines, dry: true));
        Assert.Equal(0, await Count());
        // The first run is cut short after its first hundred.
        await Assert.ThrowsAsync<IOException>(() => Seen(lines, breaksAt: 160));
        Assert.Equal(100, await Count());
        Assert.Equal((150, 100), await Seen(lines));
        Assert.Equal((0, 250), await Seen(lines));
        var seventh = _name + "7";
        var article = await _village.House.Ask(db => db.Set<Article>().SingleAsync(a => a.Slug == seventh));
        Assert.Equal(
            ("OGL-UK-3.0", "A ministry", new DateOnly(2026, 8, 22)),
            (article.Rights.Licence, article.Rights.Attribution, article.Rights.AsOf)
        );
        using var visitor = _village.House.Reader();
        var page = await visitor.Open($"/knowledge/{article.Slug}");
        Assert.Contains("from elsewhere and nobody here has confirmed it", page.Text, StringComparison.Ordinal);
        Assert.Contains("OGL-UK-3.0", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_is_taken_back_but_for_what_people_work_on()
    {
        await Seen([.. Enumerable.Range(1, 3).Select(Line)]);
        var member = await _village.Settle($"{_file}@example.org", "Pat", _village.Home);
        await _village.House.Do(async db =>
        {
            var all = await db.Set<Article>().Where(a => a.Slug.StartsWith(_name)).OrderBy(a => a.Slug).ToListAsync();
            all[0].Write(new("Other words", "", "Other words."), new Writer(member.Id), _village.House.Clock.GetUtcNow());
            var voice = new Voice(member.Id, true, new(Basis.Lived, null, null, "", 2026), ("", false), _village.House.Clock.GetUtcNow());
            db.Add(Claim.Mark(all[1].Id, ("AF", "culture", "en"), "", voice, _village.House.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        Assert.Equal((1, 2), await With(import => import.Undo(_file)));
        Assert.Equal(2, await Count());
        Assert.Null(await With(import => import.Undo(_file)));
    }

    [Fact]
    public async Task A_broken_line_is_named_and_the_others_come()
    {
        var done = await Run([
            Line(1),
            "{ not json",
            Line(2, ("licence", "")),
            Line(3, ("iso2", "ZZ")),
            Line(4, ("lang", "qqq-nothing")),
            Line(5, ("text", " ")),
            "",
            Line(6),
        ]);
        Assert.Equal(2, done.Added);
        Assert.Equal(["line 2", "line 3", "line 4", "line 5", "line 6"], done.Problems.Select(p => p.Split(':')[0]));
    }

    [Fact]
    public async Task What_comes_with_the_product_is_planted_once_and_never_over_what_people_wrote()
    {
        var first = await Plant();
        Assert.True(first >= 100);
        await _village.House.Do(async db =>
        {
            var article = await db.Set<Article>().SingleAsync(a => a.Slug == "iq-culture-sv");
            article.Write(new(article.Title, article.Summary, "Ours now."), new Writer(null), _village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        Assert.Equal(0, await Plant());
        Assert.Equal(
            "Ours now.",
            await _village.House.Ask(db => db.Set<Article>().Where(a => a.Slug == "iq-culture-sv").Select(a => a.Text).SingleAsync())
        );
    }

    [Fact]
    public void Every_text_that_comes_with_the_product_keeps_the_rules()
    {
        var texts = StarterTexts.Read();
        Found.Nothing(
            texts
                .Where(t => t.Words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is < 110 or > 280)
                .Select(t => $"{t.Subject}: length")
        );
        Found.Nothing(texts.Where(t => t.Questions.Count == 0).Select(t => $"{t.Subject}: no open question"));
        Assert.Equal(12, texts.Where(t => t.Subject.Country != "SE").GroupBy(t => t.Subject.Country).Count(g => g.Count() == 10));
    }

    private string Line(int number) => Line(number, ("", ""));

    private string Line(int number, (string Field, string Value) but)
    {
        var line = new Dictionary<string, string>
        {
            ["id"] = $"{_name}{number}",
            ["iso2"] = "AF",
            ["lang"] = "en",
            ["kind"] = "laws-and-culture",
            ["title"] = $"Afghanistan {number}",
            ["text"] = "Some words.\n\n### A heading\n\n* one",
            ["source"] = "Advice",
            ["url"] = "https://www.example.org/advice",
            ["licence"] = "OGL-UK-3.0",
            ["attribution"] = "A ministry",
            ["asOf"] = "2026-08-22",
        };
        if (but.Field.Length > 0)
            line[but.Field] = but.Value;
        return JsonSerializer.Serialize(line);
    }

    private async Task<(int Added, int Known)> Seen(IReadOnlyList<string> lines, bool dry = false, int breaksAt = int.MaxValue)
    {
        var done = await Run(lines, dry, breaksAt);
        Found.Nothing(done.Problems);
        return (done.Added, done.Known);
    }

    private Task<ImportProgress> Run(IReadOnlyList<string> lines, bool dry = false, int breaksAt = int.MaxValue) =>
        With(import => import.Run(_file, Read(lines, breaksAt), dry));

    private async Task<T> With<T>(Func<ImportArticles, Task<T>> verb)
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        return await verb(scope.ServiceProvider.GetRequiredService<ImportArticles>());
    }

    private async Task<int> Plant()
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<PlantStarter>().Add();
        await scope.ServiceProvider.GetRequiredService<Kosmopolit.Platform.Data.KosmopolitDb>().SaveChangesAsync();
        return added;
    }

    private Task<int> Count() => _village.House.Ask(db => db.Set<Article>().CountAsync(a => a.Slug.StartsWith(_name)));

    private static async IAsyncEnumerable<string> Read(IReadOnlyList<string> lines, int breaksAt)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == breaksAt)
                throw new IOException("The disk went away.");
            yield return await Task.FromResult(lines[i]);
        }
    }
}
