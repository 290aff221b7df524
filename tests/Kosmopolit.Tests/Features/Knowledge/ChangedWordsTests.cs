using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Data;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Features.Notifications;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kosmopolit.Tests.Features.Knowledge;

/// <summary>What somebody said of words counts as long as the words are there; whoever stood for them is told.</summary>
[UsesDatabase]
public sealed class ChangedWordsTests(Village village) : IClassFixture<Village>
{
    private const string Passage = "Three glasses are poured.";

    private static int _texts;

    private string _slug = $"changed-{Interlocked.Increment(ref _texts)}";

    [Fact]
    public async Task Words_that_were_changed_count_no_more_until_they_are_back()
    {
        await Begin($"Tea comes first. {Passage}");
        await Mark(Passage);
        Assert.Contains("1 passage is confirmed", await Read(), StringComparison.Ordinal);
        await Change("Tea comes first. Four glasses are poured.");
        var page = await Read();
        Assert.DoesNotContain("1 passage is confirmed", page, StringComparison.Ordinal);
        Assert.Contains("The text says something else now", page, StringComparison.Ordinal);
        Assert.Contains(Passage, page, StringComparison.Ordinal);
        var claim = (await Claims()).Single();
        Assert.NotNull(claim.WordsGoneAt);

        // Nobody confirms what is not there, by whatever way it is sent.
        var refused = await village.House.By(village.Neighbour, s => s.GetRequiredService<SpeakUp>().Speak(claim.Id, true, Voice("")));
        Assert.Contains("something else now", refused!.Text, StringComparison.Ordinal);

        // Line breaks and emphasis are not words.
        await Change("Tea comes first. *Three* glasses\nare poured. Sit down.");
        Assert.Contains("1 passage is confirmed", await Read(), StringComparison.Ordinal);
        Assert.Null((await Claims()).Single().WordsGoneAt);
    }

    [Fact]
    public async Task A_version_that_is_taken_again_brings_back_what_was_said_of_it()
    {
        await Begin(Passage);
        await Mark(Passage);
        await Change("Water.");
        Assert.NotNull((await Claims()).Single().WordsGoneAt);
        Assert.Null(await village.House.By(village.Neighbour, s => s.GetRequiredService<ChangeArticle>().Revert(_slug, 1, "")));
        Assert.Null((await Claims()).Single().WordsGoneAt);
    }

    [Fact]
    public async Task Whoever_stood_for_them_hears_of_it_and_whoever_changed_them_does_not()
    {
        await Begin(Passage);
        await Mark(Passage);
        await Change("Four glasses are poured.");
        await Hearing.Heard(village.House);
        var claim = (await Claims()).Single();
        var told = (await village.House.All<Notice>()).Where(n => n.Kind == nameof(ClaimWordsGone) && n.Path == $"/claims/{claim.Id}");
        Assert.Equal(claim.HolderId, Assert.Single(told).MemberId);
        using var anna = await village.As(village.Coordinator);
        Assert.Contains("The words you stand for were changed", (await anna.Open("/me/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_before_claims_followed_the_words_is_caught_up_with_once()
    {
        await Begin($"Tea comes first. {Passage}");
        await Mark(Passage);
        await Mark("Tea comes first.");
        await village.House.Do(async db =>
        {
            var text = await db.Set<Article>().Where(a => a.Slug == _slug).Select(a => a.Id).SingleAsync();
            await db.Set<Article>().Where(a => a.Id == text).ExecuteUpdateAsync(a => a.SetProperty(x => x.Text, "Tea comes first. Four."));
            await db.Set<Claim>()
                .Where(c => c.ArticleId == text)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.ComparedAt, (DateTimeOffset?)null));
        });
        // Two nodes start at once, and one of them again later.
        await Task.WhenAll(CatchUp(), CatchUp());
        await CatchUp();
        Assert.All(await Claims(), c => Assert.NotNull(c.ComparedAt));
        var gone = Assert.Single(await Claims(), c => c.WordsGoneAt is not null);
        Assert.Equal(Passage, gone.Passage);
        await Hearing.Heard(village.House);
        var told = (await village.House.All<Notice>()).Where(n => n.Kind == nameof(ClaimWordsGone) && n.Path == $"/claims/{gone.Id}");
        Assert.Equal(gone.HolderId, Assert.Single(told).MemberId);
    }

    [Fact]
    public async Task A_text_that_cannot_be_compared_holds_up_no_other()
    {
        foreach (var words in new[] { Passage, "Tea comes first." })
        {
            _slug = $"changed-{Interlocked.Increment(ref _texts)}";
            await Begin(words);
            await Mark(words);
        }
        await village.House.Do(db => db.Set<Claim>().ExecuteUpdateAsync(c => c.SetProperty(x => x.ComparedAt, (DateTimeOffset?)null)));
        var passed = new HashSet<Guid>();
        var looked = 0;
        await village.House.Do(async db =>
        {
            var words = new FollowWords(db, new Stumbling());
            var catchUp = new CatchUpWords(db, words, NullLogger<CatchUpWords>.Instance);
            while (await catchUp.Next(passed, Until.Stopped))
                Assert.InRange(++looked, 1, 100);
        });
        // The first one stumbled; all others were compared.
        var left = (await village.House.All<Claim>()).Where(c => c is { ComparedAt: null, IsOpen: true, Passage.Length: > 0 }).ToList();
        Assert.Equal(passed, left.Select(c => c.ArticleId).ToHashSet());
        Assert.Single(passed);
        await CatchUp();
        Assert.DoesNotContain(await village.House.All<Claim>(), c => c is { ComparedAt: null, IsOpen: true, Passage.Length: > 0 });
    }

    [Fact]
    public async Task Nor_does_one_that_others_write_in_all_the_time()
    {
        await Begin(Passage);
        await Mark(Passage);
        await village.House.Do(db => db.Set<Claim>().ExecuteUpdateAsync(c => c.SetProperty(x => x.ComparedAt, (DateTimeOffset?)null)));
        var text = (await Stored()).Id;
        await using var other = village.House.App.Services.CreateAsyncScope();
        var elsewhere = other.ServiceProvider.GetRequiredService<KosmopolitDb>();
        await village.House.Do(async db =>
        {
            var busy = new Busy(() =>
                elsewhere
                    .Set<Claim>()
                    .Where(c => c.ArticleId == text)
                    .ExecuteUpdate(c => c.SetProperty(x => x.Revision, x => x.Revision + 1))
            );
            Assert.False(await new FollowWords(db, busy).In(text, Until.Stopped));
        });
        await CatchUp();
        Assert.NotNull((await Claims()).Single().ComparedAt);
    }

    private async Task CatchUp()
    {
        var passed = new HashSet<Guid>();
        for (var again = true; again; )
        {
            await using var scope = village.House.App.Services.CreateAsyncScope();
            again = await scope.ServiceProvider.GetRequiredService<CatchUpWords>().Next(passed, Until.Stopped);
        }
        Assert.Empty(passed);
    }

    /// <summary>Fails the first time it is asked.</summary>
    private sealed class Stumbling : TimeProvider
    {
        private bool _hasStumbled;

        public override DateTimeOffset GetUtcNow()
        {
            if (_hasStumbled)
                return base.GetUtcNow();
            _hasStumbled = true;
            throw new InvalidOperationException("It stumbles.");
        }
    }

    /// <summary>Does something each time it is asked.</summary>
    private sealed class Busy(Action does) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            does();
            return base.GetUtcNow();
        }
    }

    [Fact]
    public async Task Whoever_stands_for_the_new_words_takes_the_place_of_the_old()
    {
        await Begin(Passage);
        await Mark(Passage);
        await Change("Four glasses are poured.");
        var old = (await Claims()).Single();
        using var anna = await village.As(village.Coordinator);
        var page = await anna.Open($"/claims/{old.Id}");
        Assert.Contains("does not count any more", page.Text, StringComparison.Ordinal);
        var form = await anna.Open(page.One("a[href*='instead=']").GetAttribute("href")!);
        await anna.Submit(
            form.Form(
                "form[data-keep=mark]",
                ("Input.Passage", "Four glasses are poured."),
                ("Input.Basis", "Lived"),
                ("Input.LastYear", "2026")
            )
        );
        var claims = await Claims();
        var next = claims.Single(c => c.Id != old.Id);
        Assert.Equal(next.Id, claims.Single(c => c.Id == old.Id).SuccessorId);
        Assert.Contains("1 passage is confirmed", await Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_as_a_whole_says_that_it_was_changed_since()
    {
        await Begin(Passage);
        await Mark("");
        Assert.DoesNotContain("changed after this was said", await Read(), StringComparison.Ordinal);
        village.House.Clock.Move(TimeSpan.FromMinutes(1));
        await Change("Four glasses are poured.");
        Assert.Contains("changed after this was said", await Read(), StringComparison.Ordinal);
        Assert.Null((await Claims()).Single().WordsGoneAt);
    }

    private async Task Begin(string text)
    {
        var now = village.House.Clock.GetUtcNow();
        var article = Article.Begin(_slug, new("IQ", "culture", "en"), new($"Tea {_slug}", "", text), new Writer(null), now);
        article.Publish(now);
        await village.House.Store(article);
    }

    private async Task Mark(string words) =>
        Assert.Null((await village.House.By(village.Coordinator, s => s.GetRequiredService<SpeakUp>().Mark(_slug, Voice(words)))).Refusal);

    private async Task Change(string text)
    {
        var article = await Stored();
        var input = new ArticleInput
        {
            Language = article.Language,
            Title = article.Title,
            Text = text,
            Number = article.Number,
            Do = "publish",
        };
        Assert.Null(await village.House.By(village.Neighbour, s => s.GetRequiredService<ChangeArticle>().Run(_slug, input)));
    }

    private static VoiceInput Voice(string words) =>
        new()
        {
            Passage = words,
            Basis = [Basis.Lived],
            LastYear = 2026,
        };

    private async Task<string> Read()
    {
        using var visitor = village.House.Reader();
        return (await visitor.Open($"/knowledge/{_slug}?{Guid.NewGuid():N}")).Text;
    }

    private async Task<Article> Stored() => (await village.House.All<Article>()).Single(a => a.Slug == _slug);

    private async Task<IReadOnlyList<Claim>> Claims()
    {
        var article = await Stored();
        return [.. (await village.House.All<Claim>()).Where(c => c.ArticleId == article.Id)];
    }
}
