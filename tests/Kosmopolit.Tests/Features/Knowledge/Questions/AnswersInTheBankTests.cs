using System.Net;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Features.Notifications;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>An answer that helped becomes a passage of a text that is there, and whoever gave it stands for it there if they want to.</summary>
[UsesDatabase]
public sealed class AnswersInTheBankTests : IAsyncLifetime
{
    private const string Karim = "karim@example.org";
    private const string Words = "Many like to be asked for the evening.";
    private const string Before = "Coffee comes first.";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    private House House => _village.House;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Trader(Karim, "Karim");
        await Text("meals-there", "Meals there", "culture");
        await Text("offices-there", "Offices there", "business");
        await Text("elsewhere", "Meals elsewhere", "culture", "IQ");
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task An_answer_is_put_into_a_text_about_the_same_and_the_text_leads_back_to_it()
    {
        var (question, answer) = await Helped(Bringing.Everyone);
        using var anna = await _village.As(_village.Coordinator);
        var choice = await anna.Open(
            (await anna.Open($"/questions/{question.Id}")).Links().Single(l => l.EndsWith("/texts", StringComparison.Ordinal))
        );
        Assert.Contains("Meals there", choice.Text, StringComparison.Ordinal);
        Assert.Contains("Offices there", choice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Meals elsewhere", choice.Text, StringComparison.Ordinal);
        var page = await Add(anna, answer);
        Assert.Equal("/knowledge/meals-there", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains($"{Before} {Words}", page.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, (await Versions()).Single(v => v.Number == 2).AnswerId);

        using var visitor = House.Reader();
        Assert.Contains($"/questions/{question.Id}#a{answer.Id:N}", (await visitor.Open("/knowledge/meals-there")).Links());
        Assert.Contains("/knowledge/meals-there", (await visitor.Open($"/questions/{question.Id}")).Links());
        Assert.Equal("/sign-in", (await visitor.Open($"/questions/{question.Id}/answers/{answer.Id}/texts")).Address.AbsolutePath);
        Assert.DoesNotContain("Add it", (await visitor.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_answered_is_told_and_stands_for_the_words_on_the_basis_they_have()
    {
        var (question, answer) = await Helped(Bringing.Everyone, byThemselves: true);
        using var anna = await _village.As(_village.Coordinator);
        await Add(anna, answer);
        Assert.Empty(await House.All<Claim>());
        await Hearing.Heard(House);
        using var karim = await _village.As(Karim);
        Assert.Contains("Your answer stands in the knowledge bank", (await karim.Open("/me/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stands in the knowledge bank", (await anna.Open("/me/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("claims/new", (await anna.Open($"/questions/{question.Id}")).Body, StringComparison.Ordinal);

        var form = await karim.Open(
            (await karim.Open($"/questions/{question.Id}")).Links().Single(l => l.Contains("claims/new", StringComparison.Ordinal))
        );
        Assert.Equal(Words, form.One("[name='Input.Passage']").TextContent);
        Assert.Equal("2005", form.One("[name='Input.From']").GetAttribute("value"));
        Assert.True(form.One("[name='Input.Basis'][value=Traded]").HasAttribute("checked"));
        Assert.False(form.One("[name='Input.ShowsName']").HasAttribute("checked"));
        var text = await karim.Submit(form.Form("form[data-keep=mark]"));
        var claim = Assert.Single(await House.All<Claim>());
        Assert.Equal((Words, _karim.Id), (claim.Passage, claim.HolderId));
        Assert.Contains("1 passage is confirmed", text.Text, StringComparison.Ordinal);
        Assert.Contains("2005", text.One($"#claim-{claim.Id}").TextContent, StringComparison.Ordinal);
        // Who stands for it is asked no more.
        Assert.DoesNotContain("claims/new", (await karim.Open($"/questions/{question.Id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Karim", text.One($"#claim-{claim.Id}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_taken_for_the_one_who_answered()
    {
        var (_, answer) = await Helped(Bringing.Everyone);
        using var anna = await _village.As(_village.Coordinator);
        await Add(anna, answer);
        var form = await anna.Open($"/knowledge/meals-there/claims/new?answer={answer.Id}");
        Assert.Equal("", form.One("[name='Input.Passage']").TextContent);
        Assert.DoesNotContain("words of your answer", form.Text, StringComparison.Ordinal);
        // A text that did not take it up prepares nothing either.
        using var karim = await _village.As(Karim);
        Assert.DoesNotContain(
            "words of your answer",
            (await karim.Open($"/knowledge/offices-there/claims/new?answer={answer.Id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_answered_without_a_name_stays_without_one_in_the_text_and_beside_the_words()
    {
        var (question, answer) = await Helped(Bringing.Everyone, pen: new PenName(Basis.Traded, "SA", 15));
        using var karim = await _village.As(Karim);
        await Add(karim, answer, ("Input.ShowsName", "true"));
        Assert.False((await Versions()).Single(v => v.Number == 2).ShowsName);

        var form = await karim.Open($"/knowledge/meals-there/claims/new?answer={answer.Id}");
        Assert.Contains("without your name", form.Text, StringComparison.Ordinal);
        Assert.Null(form.Html.QuerySelector("[name='Input.ShowsName']"));
        // The years of a profile say more than the pen name did.
        Assert.Equal("", form.One("[name='Input.From']").GetAttribute("value") ?? "");
        Assert.Contains("Leave your name out", (await Mark(Karim, Words, showsName: true))!.Text, StringComparison.Ordinal);
        Assert.Null(await Mark(Karim, Words, showsName: false));
        Assert.Null(await Mark(Karim, Before, showsName: true));
        // The text as a whole holds the answer.
        Assert.NotNull(await Mark(Karim, "", showsName: true));
        Assert.Null(await Mark(Karim, "", showsName: false));
        var claim = (await House.All<Claim>()).Single(c => c.Passage == Words);
        // Nor by saying it once more.
        var again = new VoiceInput
        {
            Basis = [Basis.Traded],
            LastYear = 2026,
            ShowsName = true,
        };
        Assert.NotNull(await House.By(Karim, s => Get<SpeakUp>(s).Speak(claim.Id, true, again)));
        using var anna = await _village.As(_village.Coordinator);
        foreach (var path in new[] { $"/claims/{claim.Id}", $"/questions/{question.Id}", "/knowledge/meals-there/history" })
            Assert.DoesNotContain("Karim", (await anna.Open(path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Karim",
            (await anna.Open($"/knowledge/meals-there?{Guid.NewGuid():N}")).One($"#claim-{claim.Id}").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_grew_out_of_an_unnamed_answer_cannot_be_signed_by_its_writer()
    {
        var (_, answer) = await Helped(Bringing.Everyone, pen: PenName.Plain);
        using var karim = await _village.As(Karim);
        var form = (await karim.Open($"/knowledge/new?answer={answer.Id}")).Form(
            fields: [("Input.Title", "Evenings"), ("Input.ShowsName", "true")]
        );
        await karim.Submit(form);
        var text = (await House.All<Article>()).Single(a => a.Slug == "evenings");
        Assert.False((await House.All<ArticleVersion>()).Single(v => v.ArticleId == text.Id).ShowsName);
        Assert.NotNull(await Mark(Karim, Words, showsName: true, "evenings"));
        Assert.NotNull(await Mark(Karim, "", showsName: true, "evenings"));
        Assert.Null(await Mark(_village.Coordinator, Words, showsName: true, "evenings"));
    }

    [Fact]
    public async Task An_answer_that_was_not_accepted_goes_nowhere()
    {
        var question = await _village.Asked(_berit.Id, Bringing.Everyone);
        var answer = await _village.Answered(question, _karim.Id, Words);
        using var anna = await _village.As(_village.Coordinator);
        (await anna.Open($"/questions/{question.Id}/answers/{answer.Id}/texts")).Is(HttpStatusCode.NotFound);
        Assert.NotNull(await Change(_village.Coordinator, $"{Before}\n\n{Words}", answer.Id));
        Assert.Single(await Versions());
    }

    [Fact]
    public async Task A_change_that_brings_none_of_its_words_takes_up_no_answer()
    {
        var (_, answer) = await Helped(Bringing.Everyone);
        Assert.Null(await Change(_village.Coordinator, $"{Before} Sit down before you talk about prices.", answer.Id));
        Assert.All(await Versions(), v => Assert.Null(v.AnswerId));
        Assert.Empty(await Told());
        // Whoever goes over the words leaves some of them.
        Assert.Null(await Change(_village.Coordinator, $"{Before}\n\nAsk for the evening, many like that.", answer.Id));
        Assert.Single(await Versions(), v => v.AnswerId == answer.Id);
    }

    [Fact]
    public async Task A_text_takes_an_answer_up_once_and_tells_it_once()
    {
        var (_, answer) = await Helped(Bringing.Everyone, byThemselves: true);
        Assert.Null(await Change(_village.Coordinator, $"{Before}\n\n{Words}", answer.Id));
        Assert.Null(await Change(_village.Coordinator, $"{Before}\n\n{Words} Or the morning.", answer.Id));
        Assert.Null(await Change(_village.Coordinator, Before, answer: null));
        Assert.Null(await Change(_village.Coordinator, $"{Before}\n\n{Words}", answer.Id));
        Assert.Single(await Versions(), v => v.AnswerId == answer.Id);
        Assert.Single(await Told());
    }

    [Fact]
    public async Task An_answer_goes_into_no_text_about_another_country()
    {
        var (_, answer) = await Helped(Bringing.Everyone);
        using var anna = await _village.As(_village.Coordinator);
        var page = await anna.Open($"/knowledge/elsewhere/edit?answer={answer.Id}");
        Assert.Contains("about something else", page.Text, StringComparison.Ordinal);
        Assert.Equal(Before, page.One("[name='Input.Text']").TextContent);
        Assert.NotNull(await Change(_village.Coordinator, $"{Before}\n\n{Words}", answer.Id, "elsewhere"));
        Assert.Null(await Change(_village.Coordinator, $"{Before}\n\n{Words}", answer.Id, "offices-there"));
    }

    private async Task<IEnumerable<LoggedEvent>> Told() => (await House.All<LoggedEvent>()).Where(e => e.As<AnswerTaken>() is not null);

    private static T Get<T>(IServiceProvider services)
        where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(services);

    private Task Text(string slug, string title, string topic, string country = "SA")
    {
        var now = House.Clock.GetUtcNow();
        var article = Article.Begin(slug, new(country, topic, "en"), new(title, "", Before), new Writer(null), now);
        article.Publish(now);
        return House.Store(article);
    }

    /// <summary>An answer of Karim's that helped Berit.</summary>
    private async Task<(Question Question, Answer Answer)> Helped(Circle circle, PenName? pen = null, bool byThemselves = false)
    {
        var question = await _village.Asked(_berit.Id, circle);
        Answer answer;
        if (byThemselves)
        {
            using var karim = await _village.As(Karim);
            await karim.Answer(question.Id, Words);
            answer = Assert.Single(await House.All<Answer>());
        }
        else
        {
            answer = new Answer(question.Id, _karim.Id, (Words, "en"), pen, House.Clock.GetUtcNow());
            await House.Store(answer);
        }
        Assert.Null(await House.By("berit@example.org", s => Get<AcceptAnswer>(s).Run(question.Id, answer.Id)));
        return (question, answer);
    }

    private static async Task<Page> Add(Reader reader, Answer answer, params (string, string)[] fields)
    {
        var form = await reader.Open($"/knowledge/meals-there/edit?answer={answer.Id}");
        Assert.EndsWith(Words, form.One("[name='Input.Text']").TextContent.Trim(), StringComparison.Ordinal);
        return await reader.Submit(form.Form("form[data-keep=edit]", fields));
    }

    private Task<Kosmopolit.Platform.Refusal?> Mark(string who, string passage, bool showsName, string slug = "meals-there") =>
        House.By(
            who,
            async s =>
                (
                    await Get<SpeakUp>(s)
                        .Mark(
                            slug,
                            new VoiceInput
                            {
                                Passage = passage,
                                Basis = [Basis.Traded],
                                LastYear = 2026,
                                ShowsName = showsName,
                            }
                        )
                ).Refusal
        );

    private async Task<Kosmopolit.Platform.Refusal?> Change(string who, string text, Guid? answer, string slug = "meals-there")
    {
        var article = (await House.All<Article>()).Single(a => a.Slug == slug);
        var input = new ArticleInput
        {
            Language = "en",
            Title = article.Title,
            Text = text,
            Number = article.Number,
            Answer = answer,
            Do = "publish",
        };
        return await House.By(who, s => Get<ChangeArticle>(s).Run(slug, input));
    }

    private async Task<List<ArticleVersion>> Versions()
    {
        var article = (await House.All<Article>()).Single(a => a.Slug == "meals-there");
        return [.. (await House.All<ArticleVersion>()).Where(v => v.ArticleId == article.Id)];
    }
}
