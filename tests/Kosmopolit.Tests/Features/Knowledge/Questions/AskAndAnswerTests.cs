using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>Somebody asks, somebody who knows answers, the asker says what helped, and the next one finds it.</summary>
[UsesDatabase]
public sealed class AskAndAnswerTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home, Trader);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_question_is_asked_answered_and_the_answer_that_helped_stands_first()
    {
        using var berit = await _village.As("berit@example.org");
        var asked = await berit.Ask(Asking.Title, ("Input.Country", "SA"), ("Input.Topic", "culture"));
        var id = asked.Is(HttpStatusCode.OK).Id();
        Assert.Contains("No answer yet", asked.Text, StringComparison.Ordinal);
        Assert.Contains(Asking.Title, (await berit.Open("/questions?country=SA&open=true")).Text, StringComparison.Ordinal);

        using var karim = await _village.As("karim@example.org");
        await karim.Answer(id, "Better an evening meal after sunset.");
        using var anna = await _village.As(_village.Coordinator);
        await anna.Answer(id, "I would not.");

        var page = await berit.Open($"/questions/{id}");
        var accept = page.Html.QuerySelectorAll("article.said").Single(a => a.TextContent.Contains("sunset", StringComparison.Ordinal));
        var done = await berit.Submit((AngleSharp.Html.Dom.IHtmlFormElement)accept.QuerySelector("form")!);
        Assert.Contains("sunset", done.Html.QuerySelector("article.said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This helped", done.Html.QuerySelector("article.said")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(QuestionState.Answered, (await _village.House.All<Question>()).Single().State);
        Assert.DoesNotContain(Asking.Title, (await berit.Open("/questions?open=true")).Text, StringComparison.Ordinal);

        var kinds = (await _village.House.All<LoggedEvent>()).Select(e => e.Kind).ToHashSet();
        Assert.Superset(new HashSet<string> { nameof(QuestionAsked), nameof(AnswerGiven), nameof(AnswerAccepted) }, kinds);
    }

    [Fact]
    public async Task An_answer_becomes_a_text_that_leads_back_to_it_and_its_earlier_words_can_be_read()
    {
        using var berit = await _village.As("berit@example.org");
        var id = (await berit.Ask(Asking.Title, ("Input.Country", "SA"), ("Input.Topic", "culture"), ("Input.Reach", "Public"))).Id();
        using var karim = await _village.As("karim@example.org");
        Assert.Contains("CC BY-SA 4.0", (await karim.Open($"/questions/{id}")).Text, StringComparison.Ordinal);
        await karim.Answer(id, "Better an evening meal after sunset.");
        var answer = Assert.Single(await _village.House.All<Answer>());
        var edit = await karim.Open($"/questions/{id}/answers/{answer.Id}");
        await karim.Submit(edit.Form(fields: [("Input.Text", "Better an evening meal, at eight.")]));
        await berit.Submit(
            (AngleSharp.Html.Dom.IHtmlFormElement)(await berit.Open($"/questions/{id}")).Html.QuerySelector("article.said form")!
        );

        using var anna = await _village.As(_village.Coordinator);
        var form = await anna.Open($"/knowledge/new?answer={answer.Id}");
        Assert.Contains("at eight", form.One("[name='Input.Text']").TextContent, StringComparison.Ordinal);
        var text = await anna.Submit(form.Form(fields: [("Input.Title", "Meals in Ramadan")]));
        Assert.Contains($"/questions/{id}#a{answer.Id:N}", text.Links());
        using var visitor = _village.House.Reader();
        var history = await visitor.Open($"/questions/{id}/answers/{answer.Id}/history");
        Assert.Contains("sunset", history.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karim", history.Text, StringComparison.Ordinal);
        (await visitor.Open($"/questions/{Guid.NewGuid()}/answers/{answer.Id}/history")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_answer_may_turn_out_to_help_more()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        var (first, second) = (await _village.Answered(question, _karim.Id), await _village.Answered(question, _karim.Id, "Or wait."));
        using var berit = await _village.As("berit@example.org");
        foreach (var answer in new[] { first, second })
            await berit.Submit((await berit.Open($"/questions/{question.Id}")).Form($"#a{answer.Id:N} form"));
        Assert.Equal(second.Id, Assert.Single(await _village.House.All<Acceptance>()).AnswerId);
    }

    [Fact]
    public async Task Only_the_asker_is_offered_to_accept_and_nobody_thanks_themselves()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await _village.Answered(question, _karim.Id);
        using var karim = await _village.As("karim@example.org");
        var own = await karim.Open($"/questions/{question.Id}");
        Assert.DoesNotContain("This helped me", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Say thank you", own.Text, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        var others = await anna.Open($"/questions/{question.Id}");
        Assert.DoesNotContain("This helped me", others.Text, StringComparison.Ordinal);
        var thanked = await anna.Submit(others.Form("article.said form"));
        Assert.Contains("1 person says thank you", thanked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Say thank you", thanked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_knows_may_answer_without_a_name()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Public));
        using var karim = await _village.As("karim@example.org");
        var market = _karim.Markets.Single().Id.ToString();
        await karim.Answer(question.Id, "Better an evening meal.", ("Input.SignedAs", market));
        var comment = await karim.Open($"/questions/{question.Id}?comment={question.Id}");
        await karim.Submit(comment.Form("form[data-keep=comment]", ("Input.Text", "Which town does he come from?")));
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Open($"/questions/{question.Id}");
        Assert.Contains("A member who traded there for 9 years", page.Text, StringComparison.Ordinal);
        Assert.Contains("Which town", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karim", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_karim.Slug, page.Body, StringComparison.Ordinal);
        // Whoever signs with a name is named: the hiding is the choice's doing.
        await karim.Answer(question.Id, "And ask his office.", ("Input.SignedAs", "name"));
        Assert.Contains("Karim", (await berit.Open($"/questions/{question.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers_with_what_somebody_else_knows()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Public));
        using var anna = await _village.As(_village.Coordinator);
        var form = (await anna.Open($"/questions/{question.Id}")).Form("form[data-keep=answer]", ("Input.Text", "Yes."));
        var option = form.QuerySelector("option[value=member]")!;
        option.SetAttribute("value", _karim.Markets.Single().Id.ToString());
        ((AngleSharp.Html.Dom.IHtmlSelectElement)form.QuerySelector("[name='Input.SignedAs']")!).Value = _karim
            .Markets.Single()
            .Id.ToString();
        Assert.Contains("Choose from the list", (await anna.Submit(form)).Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Answer>());
    }

    [Fact]
    public async Task An_author_makes_an_answer_better_and_nobody_else_does()
    {
        var question = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        var answer = await _village.Answered(question, _karim.Id);
        using var karim = await _village.As("karim@example.org");
        var form = (await karim.Open($"/questions/{question.Id}/answers/{answer.Id}")).Form(fields: [("Input.Text", "Only after sunset.")]);
        var page = await karim.Submit(form);
        Assert.Contains("Only after sunset", page.Text, StringComparison.Ordinal);
        Assert.Contains("changed", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await _village.House.All<AnswerVersion>()).Count);
        using var berit = await _village.As("berit@example.org");
        (await berit.Open($"/questions/{question.Id}/answers/{answer.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_question_taken_back_is_there_for_its_asker_alone()
    {
        using var berit = await _village.As("berit@example.org");
        var id = (await berit.Ask(Asking.Title, ("Input.Reach", nameof(Reach.Public)))).Id();
        using var visitor = _village.House.Reader();
        (await visitor.Open($"/questions/{id}")).Is(HttpStatusCode.OK);
        await berit.Submit((await berit.Open($"/questions/{id}")).Form("aside form:has(.danger)"));
        // Visitors' pages are kept for a moment; another address is drawn anew.
        (await visitor.Open($"/questions/{id}?again=1")).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain(Asking.Title, (await visitor.Open("/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("taken back", (await berit.Open($"/questions/{id}")).Text, StringComparison.Ordinal);
    }

    private static void Trader(Member member)
    {
        var ground = new Ground("SA", Basis.Traded, 2005, 2014, "Jeddah", 2024);
        member.Declare(new MarketKnowledge(member.Id, ground, Audience.OnlyMe));
    }
}
