using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Visitors;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>Somebody without an account asks in public, once they have said from their mailbox that it is them.</summary>
[UsesDatabase]
public sealed partial class VisitorQuestionTests : IAsyncLifetime
{
    private const string Email = "tilde@example.net";

    private readonly Village _village = new();
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_question_is_there_once_its_asker_confirmed_it_and_the_answer_comes_by_mail()
    {
        using var visitor = _village.House.Reader();
        Assert.Contains("sent you a mail", (await Ask(visitor, Asking.Title)).Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Question>());
        var link = await Link();
        var look = await visitor.Open(link);
        Assert.Contains(Asking.Title, look.Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Question>());
        await visitor.Submit(look.Form());
        var question = Assert.Single(await _village.House.All<Question>());
        Assert.Equal((null, Reach.Public, "A visitor"), (question.AskerId, question.Reach, "A visitor"));
        var page = await visitor.Open($"/questions/{question.Id}");
        Assert.Contains("A visitor", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, page.Body, StringComparison.Ordinal);

        using var karim = await _village.As("karim@example.org");
        await karim.Answer(question.Id, "Better an evening meal.");
        await Words.Come(
            async () => (await _village.MailTo(Email))!.Text.Contains("evening meal", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)
        );
        var mail = await _village.MailTo(Email);
        Assert.DoesNotContain("karim@example.org", mail!.Text, StringComparison.Ordinal);

        // The mail's own link says that it helped, once its button is pressed; a forged one says nothing.
        var helped = HelpedLink().Match(mail.Text).Value;
        var told = await visitor.Open(helped);
        Assert.Contains("evening meal", told.Text, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Acceptance>());
        Assert.Contains("You said that this answer helped", (await visitor.Submit(told.Form())).Text, StringComparison.Ordinal);
        Assert.Equal(question.Id, Assert.Single(await _village.House.All<Acceptance>()).QuestionId);
        Assert.Contains("too old", (await visitor.Open(helped[..^4] + "AAAA")).Text, StringComparison.Ordinal);

        // The same link takes it back.
        await visitor.Submit((await visitor.Open(link)).Form("form:has(.danger)"));
        (await visitor.Open($"/questions/{question.Id}?again=1")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_old_or_forged_link_asks_nothing()
    {
        using var visitor = _village.House.Reader();
        await Ask(visitor, Asking.Title);
        var link = await Link();
        (await visitor.Open("/questions/mine/forged")).Is(HttpStatusCode.NotFound);
        _village.House.Clock.Move(TimeSpan.FromHours(25));
        Assert.Contains("too old", (await visitor.Open(link)).Text, StringComparison.Ordinal);
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<ForgetVisitorQuestions>().Run(Until.Stopped));
        Assert.Empty(await _village.House.All<VisitorQuestion>());
        Assert.Empty(await _village.House.All<Question>());
    }

    [Fact]
    public async Task Programs_and_floods_are_taken_and_forgotten()
    {
        using var visitor = _village.House.Reader();
        await Ask(visitor, "Buy now", ("Input.Website", "https://spam.example"));
        Assert.Empty(await _village.House.All<VisitorQuestion>());
        for (var i = 0; i < AskAsVisitor.MostPerAddress + 2; i++)
            await Ask(visitor, $"Question {i}?");
        Assert.Equal(AskAsVisitor.MostPerAddress, (await _village.House.All<VisitorQuestion>()).Count);
    }

    [Theory]
    [InlineData("Input.Title", "", "one line")]
    [InlineData("Input.Title", "<b>Hello</b>", "plain words")]
    [InlineData("Input.Email", "nobody", "e-mail address")]
    public async Task What_cannot_be_is_said_at_its_field(string field, string value, string said)
    {
        using var visitor = _village.House.Reader();
        var page = await Ask(visitor, Asking.Title, (field, value));
        Assert.Contains(said, page.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<VisitorQuestion>());
    }

    private static async Task<Page> Ask(Reader visitor, string title, params (string Name, string Value)[] fields)
    {
        var form = (await visitor.Open("/questions/new")).Form(
            "form[data-keep=visitor-ask]",
            [("Input.Title", title), ("Input.Email", Email), .. fields]
        );
        var known = await visitor.Submit(form);
        return known.Html.QuerySelector("[name=Seen]") is null ? known : await visitor.Submit(known.Form("form[data-keep=visitor-ask]"));
    }

    private async Task<string> Link() => Links().Match((await _village.MailTo(Email))!.Text).Value;

    [GeneratedRegex(@"/helped/[^\s?]+")]
    private static partial Regex HelpedLink();

    [GeneratedRegex(@"/questions/mine/[^?\s]+")]
    private static partial Regex Links();
}
