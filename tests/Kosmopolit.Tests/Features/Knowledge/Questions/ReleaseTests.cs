using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.Leaving;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>What was answered in a narrower circle goes where everyone reads only while whoever asked and whoever answered both want it.</summary>
[UsesDatabase]
public sealed class ReleaseTests : IAsyncLifetime
{
    private const string Berit = "berit@example.org";
    private const string Karim = "karim@example.org";
    private const string Words = "Many like to be asked for the evening.";

    private readonly Village _village = new();
    private Question _question = null!;
    private Answer _answer = null!;

    private House House => _village.House;

    private string Here => $"/questions/{_question.Id}";

    private string Choice => $"{Here}/answers/{_answer.Id}/texts";

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Berit, "Berit", _village.Home);
        var karim = await _village.Trader(Karim, "Karim");
        _question = await _village.Asked(berit.Id, new Circle(Reach.Network, _village.Home.Id));
        _answer = await _village.Answered(_question, karim.Id, Words);
        Assert.Null(await House.By(Berit, s => s.GetRequiredService<AcceptAnswer>().Run(_question.Id, _answer.Id)));
        var now = House.Clock.GetUtcNow();
        var text = Article.Begin("meals", new("SA", "culture", "en"), new("Meals", "", "Coffee comes first."), new Writer(null), now);
        text.Publish(now);
        await House.Store(text);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task One_yes_is_not_enough_and_two_are()
    {
        await Closed();
        await Press(Berit);
        await Closed();
        using var karim = await _village.As(Karim);
        Assert.Contains("May this answer go into the knowledge bank?", (await karim.Open("/me/notices")).Text, StringComparison.Ordinal);
        Assert.Contains("It waits for you", (await karim.Open(Here)).Text, StringComparison.Ordinal);
        await Press(Karim);

        using var anna = await _village.As(_village.Coordinator);
        Assert.Contains(Choice, (await anna.Open(Here)).Links());
        (await anna.Open(Choice)).Is(HttpStatusCode.OK);
        var form = await anna.Open($"/knowledge/new?answer={_answer.Id}");
        Assert.Equal(Words, form.One("[name='Input.Text']").TextContent);
        // The asker let the answer go, not what was asked.
        Assert.Equal("", form.One("[name='Input.Title']").GetAttribute("value") ?? "");
        Assert.Null(await Add(_village.Coordinator));

        using var visitor = House.Reader();
        var page = await visitor.Open("/knowledge/meals");
        Assert.Contains(Words, page.Text, StringComparison.Ordinal);
        foreach (var reader in new[] { visitor, anna })
            Assert.DoesNotContain(Here, (await reader.Open("/knowledge/meals")).Body, StringComparison.Ordinal);
        Assert.Contains("/knowledge/meals", (await anna.Open(Here)).Links());
        (await visitor.Open(Here)).Is(HttpStatusCode.NotFound);
        // Whoever does not read the question takes nothing out of it.
        Assert.NotNull(await Add(_village.Neighbour));
    }

    [Fact]
    public async Task Only_the_two_decide_and_only_the_other_hears_of_it()
    {
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("May this answer", (await anna.Open(Here)).Text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotYours, (await Say(_village.Coordinator, true))!.Kind);
        Assert.Equal(RefusalKind.Gone, (await Say(_village.Neighbour, true))!.Kind);
        Assert.Empty(await House.All<AnswerRelease>());
        Assert.Null(await Say(Karim, true));
        Assert.Null(await Say(Karim, false));
        Assert.Null(await Say(Karim, true));
        var told = Assert.Single(await House.All<Notice>(), n => n.Source == ReleaseNotices.Name);
        Assert.Equal(_question.AskerId, told.MemberId);
        Assert.DoesNotContain("May this answer", (await anna.Open(Here)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_is_taken_back_and_holds_for_the_words_as_they_were()
    {
        await Press(Berit);
        await Press(Karim);
        await Press(Karim);
        await Closed();
        await Press(Karim);
        Assert.Null(await Add(_village.Coordinator));
        House.Clock.Move(TimeSpan.FromMinutes(1));
        await Reword("Berit should ask him herself.");
        await Closed();
        await Press(Karim);
        await Closed();
        await Press(Berit);
        using var anna = await _village.As(_village.Coordinator);
        (await anna.Open(Choice)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_yes_from_an_old_page_covers_no_newer_words()
    {
        await Press(Karim);
        using var berit = await _village.As(Berit);
        var button = (IHtmlElement)(await berit.Open(Here)).One("button[name=Agrees]");
        House.Clock.Move(TimeSpan.FromMinutes(1));
        await Reword("Berit told me that she pays late.");
        House.Clock.Move(TimeSpan.FromMinutes(1));
        await Press(Karim);
        var page = await berit.Submit((IHtmlFormElement)button.Closest("form")!, button);
        Assert.Contains("was changed while you read it", page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Contains("pays late", page.Text, StringComparison.Ordinal);
        await Closed();
        // What stands on the page now may be agreed to.
        button = (IHtmlElement)page.One("button[name=Agrees]");
        (await berit.Submit((IHtmlFormElement)button.Closest("form")!, button)).Is(HttpStatusCode.OK);
        using var anna = await _village.As(_village.Coordinator);
        (await anna.Open(Choice)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Changed_words_are_asked_for_anew_and_not_in_silence()
    {
        await Press(Karim);
        House.Clock.Move(TimeSpan.FromMinutes(1));
        await Reword("They like to be asked for the evening, and twice.");
        House.Clock.Move(TimeSpan.FromMinutes(1));
        await Press(Karim);
        var told = (await House.All<Notice>()).Where(n => n.Source == ReleaseNotices.Name);
        Assert.Equal([_question.AskerId, _question.AskerId], told.Select(n => (Guid?)n.MemberId));
    }

    [Fact]
    public async Task A_yes_rests_while_whoever_gave_it_has_left_and_cannot_take_it_back()
    {
        await Press(Berit);
        await Press(Karim);
        using var berit = await _village.As(Berit);
        Assert.Contains("You have both said yes", (await berit.Open(Here)).Text, StringComparison.Ordinal);
        Assert.Null(await House.By(Karim, s => s.GetRequiredService<LeaveNetwork>().Run(_village.Home)));
        using var karim = await _village.As(Karim);
        (await karim.Open(Here)).Is(HttpStatusCode.NotFound);
        Assert.Contains("It waits for a yes of the other", (await berit.Open(Here)).Text, StringComparison.Ordinal);
        (await berit.Open(Choice)).Is(HttpStatusCode.NotFound);
        Assert.NotNull(await Add(_village.Coordinator));
        // Whoever comes back finds it as they left it.
        await House.Do(db =>
            db.Memberships.Where(m => m.MemberId == _answer.AuthorId)
                .ExecuteUpdateAsync(m =>
                    m.SetProperty(x => x.EndedAt, (DateTimeOffset?)null).SetProperty(x => x.State, MembershipState.Active)
                )
        );
        (await berit.Open(Choice)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_of_it_is_not_published_after_a_yes_was_taken_back()
    {
        await Press(Berit);
        await Press(Karim);
        var input = new ArticleInput
        {
            Country = "SA",
            Topic = "culture",
            Language = "en",
            Title = "Evenings",
            Text = Words,
            Do = "draft",
        };
        Assert.Null((await House.By(_village.Coordinator, s => s.GetRequiredService<BeginArticle>().Run(input, null, _answer.Id))).Refusal);
        await Press(Berit);
        (input.Do, input.Number) = ("publish", 1);
        Assert.NotNull(await House.By(_village.Coordinator, s => s.GetRequiredService<ChangeArticle>().Run("evenings", input)));
        Assert.NotNull(await House.By(_village.Coordinator, s => s.GetRequiredService<ChangeState>().Publish("evenings")));
        await Press(Berit);
        Assert.Null(await House.By(_village.Coordinator, s => s.GetRequiredService<ChangeArticle>().Run("evenings", input)));
    }

    [Fact]
    public async Task A_question_of_everybody_needs_no_second_yes()
    {
        var open = await _village.Asked(_question.AskerId, Bringing.Everyone);
        var answer = await _village.Answered(open, _answer.AuthorId);
        Assert.Null(await House.By(Berit, s => s.GetRequiredService<AcceptAnswer>().Run(open.Id, answer.Id)));
        using var berit = await _village.As(Berit);
        var page = await berit.Open($"/questions/{open.Id}");
        Assert.DoesNotContain("May this answer", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/questions/{open.Id}/answers/{answer.Id}/texts", page.Links());
        Assert.NotNull(await House.By(Berit, s => s.GetRequiredService<ReleaseAnswer>().Run(answer.Id, true, answer.Revision)));
    }

    /// <summary>By no door.</summary>
    private async Task Closed()
    {
        foreach (var who in new[] { _village.Coordinator, Karim, Berit })
        {
            using var reader = await _village.As(who);
            Assert.DoesNotContain(Choice, (await reader.Open(Here)).Links());
            (await reader.Open(Choice)).Is(HttpStatusCode.NotFound);
            var blank = await reader.Open($"/knowledge/new?answer={_answer.Id}");
            Assert.Equal("", blank.One("[name='Input.Text']").TextContent);
            var same = await reader.Open($"/knowledge/meals/edit?answer={_answer.Id}");
            Assert.Equal((await Text()).Text, same.One("[name='Input.Text']").TextContent);
            Assert.Null(same.Html.QuerySelector("[name='Input.Answer']"));
        }
        Assert.NotNull(await Add(_village.Coordinator));
        var input = new ArticleInput
        {
            Country = "SA",
            Topic = "culture",
            Language = "en",
            Title = "Evenings",
            Text = Words,
        };
        Assert.NotNull(
            (await House.By(_village.Coordinator, s => s.GetRequiredService<BeginArticle>().Run(input, null, _answer.Id))).Refusal
        );
    }

    private async Task Press(string who)
    {
        using var reader = await _village.As(who);
        var button = (IHtmlElement)(await reader.Open(Here)).One("button[name=Agrees]");
        (await reader.Submit((IHtmlFormElement)button.Closest("form")!, button)).Is(HttpStatusCode.OK);
    }

    private async Task<Article> Text() => (await House.All<Article>()).Single(a => a.Slug == "meals");

    private async Task Reword(string text) =>
        Assert.Null(await House.By(Karim, s => s.GetRequiredService<EditAnswer>().Run(_answer.Id, new EditAnswerInput { Text = text })));

    private async Task<Refusal?> Say(string who, bool agrees)
    {
        var read = (await House.All<Answer>()).Single(a => a.Id == _answer.Id).Revision;
        return await House.By(who, s => s.GetRequiredService<ReleaseAnswer>().Run(_answer.Id, agrees, read));
    }

    private async Task<Refusal?> Add(string who)
    {
        var article = await Text();
        var input = new ArticleInput
        {
            Language = "en",
            Title = article.Title,
            Text = $"{article.Text}\n\n{Words}",
            Number = article.Number,
            Answer = _answer.Id,
            Do = "publish",
        };
        return await House.By(who, s => s.GetRequiredService<ChangeArticle>().Run("meals", input));
    }
}
