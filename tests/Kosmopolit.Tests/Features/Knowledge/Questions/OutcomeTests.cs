using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Knowledge.Questions.Outcomes;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>A month later the asker is asked, once, what came of it, and tells it with one tap.</summary>
[UsesDatabase]
public sealed partial class OutcomeTests : IAsyncLifetime
{
    private const string Asker = "berit@example.org";

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;
    private Question _question = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle(Asker, "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        _question = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await _village.Answered(_question, _karim.Id);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task One_tap_in_the_mail_tells_it_and_closes_the_question()
    {
        Assert.False(await Tick());
        _village.House.Clock.Move(TimeSpan.FromDays(30.5));
        Assert.True(await Tick());
        Assert.False(await Tick());
        var mail = await _village.MailTo(Asker);
        // A network's words do not travel through foreign mail servers.
        Assert.DoesNotContain(Asking.Title, mail!.Subject + mail.Text, StringComparison.Ordinal);
        using var browser = _village.House.Reader();
        var link = Tickets().Matches(mail.Text).Select(m => m.Value).Single(l => l.Contains("said=partly", StringComparison.Ordinal));
        var page = await browser.Open(link);
        Assert.DoesNotContain(Asking.Title, page.Text, StringComparison.Ordinal);
        Assert.Equal(Help.Untold, (await _village.House.All<FollowUp>()).Single().Help);
        var done = await browser.Submit(page.Form("form[data-send=once]"));
        Assert.Contains("Thank you", done.Text, StringComparison.Ordinal);
        await browser.Submit(done.Form("form[data-keep=tell]", ("Input.Words", "He came after sunset.")));
        var told = (await _village.House.All<FollowUp>()).Single();
        Assert.Equal((Help.Partly, "He came after sunset."), (told.Help, told.Words));
        using var karim = await _village.As("karim@example.org");
        var seen = await karim.Open($"/questions/{_question.Id}");
        Assert.Contains("He came after sunset.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("This question is closed", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Html.QuerySelector("form[data-keep=answer] textarea"));
    }

    [Fact]
    public async Task What_is_closed_takes_no_answer_and_says_why()
    {
        using var karim = await _village.As("karim@example.org");
        var form = (await karim.Open($"/questions/{_question.Id}")).Form("form[data-keep=answer]", ("Input.Text", "One more thing."));
        await _village.House.Do(async db =>
        {
            var question = await db.FindAsync<Question>(_question.Id);
            question!.Close(_berit.Id, _village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var refused = await karim.Submit(form);
        Assert.Contains("This question is closed", refused.One("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("One more thing.", refused.Text, StringComparison.Ordinal);
        Assert.Single(await _village.House.All<Answer>());
    }

    [Fact]
    public async Task Nobody_else_tells_and_a_forged_link_opens_nothing()
    {
        using var karim = await _village.As("karim@example.org");
        Assert.Null((await karim.Open($"/questions/{_question.Id}")).Html.QuerySelector("#outcome"));
        using var berit = await _village.As(Asker);
        var page = await berit.Open($"/questions/{_question.Id}");
        var told = await berit.Submit(page.Form("#outcome form", ("Input.Help", nameof(Help.Helped))));
        Assert.Contains("It helped", told.Text, StringComparison.Ordinal);
        using var visitor = _village.House.Reader();
        (await visitor.Open("/what-happened/forged?said=helped")).Is(HttpStatusCode.NotFound);
        // Told already: nobody is asked.
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Assert.False(await Tick());
    }

    [Fact]
    public async Task Telling_nothing_is_refused_in_words()
    {
        using var berit = await _village.As(Asker);
        var told = await berit.Submit((await berit.Open($"/questions/{_question.Id}")).Form("#outcome form", ("Input.Words", "Well.")));
        Assert.Contains("Choose from the list", told.Text, StringComparison.Ordinal);
    }

    private async Task<bool> Tick()
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AskWhatHappened>().Next(Until.Stopped);
    }

    [GeneratedRegex(@"/what-happened/\S+")]
    private static partial Regex Tickets();
}
