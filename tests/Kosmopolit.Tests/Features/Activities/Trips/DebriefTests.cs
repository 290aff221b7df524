using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>After a trip those who travelled say what was right in the bank and what they learnt, and it goes into the bank.</summary>
[UsesDatabase]
public sealed partial class DebriefTests : IAsyncLifetime
{
    private const string Organiser = "berit@example.org";
    private const string Traveller = "karim@example.org";

    private readonly Village _village = new();
    private Activity _trip = null!;
    private Article _text = null!;
    private Claim _tea = null!;
    private Claim _tips = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle(Organiser, "Berit", _village.Home);
        await _village.Settle(Traveller, "Karim", _village.Home);
        _trip = await _village.Planned(berit, ActivityState.Open, a => a.Time(Doing.At(Doing.Evening)), isTrip: true);
        foreach (var email in new[] { Organiser, Traveller })
            Assert.Null(await _village.SignsUp(email, _trip.Id));
        var now = _village.House.Clock.GetUtcNow();
        _text = Article.Bring(
            "tea-first",
            new Subject("IQ", "culture", "en"),
            new Kosmopolit.Features.Knowledge.Articles.Words("Tea first", "", "Drink tea first. Never give tips."),
            (ArticleOrigin.Starter, Rights.Ours),
            now
        );
        Claim Stands(string passage, DateTimeOffset at) =>
            Claim.Mark(
                _text.Id,
                ("IQ", "culture", "en"),
                passage,
                new Voice(berit.Id, true, new Standing(Basis.Lived, 1998, 2009, "", 2009), ("", false), at),
                at
            );
        (_tea, _tips) = (Stands("Drink tea first.", now), Stands("Never give tips.", now.AddSeconds(1)));
        await _village.House.Store(_text);
        await _village.House.Store(_tea, _tips);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Passages_are_confirmed_and_disputed_on_the_ground_of_the_trip()
    {
        using var karim = await _village.As(Traveller);
        (await karim.Open(Page)).Is(HttpStatusCode.NotFound);
        Begin();
        var page = (await karim.Open(Page)).Is(HttpStatusCode.OK);
        Assert.Equal(2, page.Html.QuerySelectorAll("#bank legend").Length);
        page = await karim.Submit(page.Form("form[data-keep=checks]", ("Checks.Checks[0].Is", "yes"), ("Checks.Checks[1].Is", "no")));
        Assert.Contains("what was otherwise", page.One(".refusal").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["yes", "no"], page.Html.QuerySelectorAll("#bank [type=radio][checked]").Select(r => r.GetAttribute("value")!));
        page = await karim.Submit(page.Form("form[data-keep=checks]", ("Checks.Checks[1].Reason", "Porters expect some.")));
        Assert.Empty(page.Html.QuerySelectorAll(".refusal"));
        var (tea, tips) = (await Voice(_tea), await Voice(_tips));
        Assert.Equal((true, Basis.Traded, 2026, false), (tea!.IsFor, tea.Basis, tea.LastYear, tea.ShowsName));
        Assert.Equal((false, "Porters expect some."), (tips!.IsFor, tips.Reason));
        // It stands there as they said it, and saving once more says nothing anew.
        Assert.Equal(["yes", "no"], page.Html.QuerySelectorAll("#bank [type=radio][checked]").Select(r => r.GetAttribute("value")!));
        _village.House.Clock.Move(TimeSpan.FromHours(1));
        await karim.Submit(page.Form("form[data-keep=checks]"));
        Assert.Equal(tea.At, (await Voice(_tea))!.At);
    }

    [Fact]
    public async Task What_was_learnt_becomes_a_text_that_its_traveller_stands_for()
    {
        Begin();
        var lesson = await Says("culture", "Bring pictures of your workshop.");
        using var karim = await _village.As(Traveller);
        var page = (await karim.Open($"{Page}/{lesson.Id}")).Is(HttpStatusCode.OK);
        page = await karim.Submit(page.Form("form[data-keep=take]", ("Input.Title", "Pictures open doors")));
        Assert.Contains("Bring pictures of your workshop.", page.Text, StringComparison.Ordinal);
        var article = (await _village.House.All<Article>()).Single(a => a.Title == "Pictures open doors");
        Assert.Equal(("IQ", "culture", "en"), (article.Country, article.Topic, article.Language));
        var claim = (await Claims(article.Id)).Single();
        Assert.Equal(("", Basis.Traded, 2026), (claim.Passage, claim.Voices.Single().Basis, claim.Voices.Single().LastYear));
        page = await karim.Open(Page);
        Assert.NotEmpty(page.Html.QuerySelectorAll($"#said a[href*='/knowledge/{article.Slug}']"));
        Assert.Equal(RefusalKind.Meanwhile, (await Takes(lesson.Id, new TakeInput { Title = "Again" })).Refusal!.Kind);
    }

    [Fact]
    public async Task Or_a_passage_of_a_text_that_is_there()
    {
        Begin();
        var lesson = await Says("next", "Ask for the price twice.");
        using var karim = await _village.As(Traveller);
        var page = await karim.Submit(
            (await karim.Open($"{Page}/{lesson.Id}")).Form(
                "form[data-keep=take]",
                ("Input.Title", "Prices"),
                ("Input.Into", $"{_text.Id}"),
                ("Input.Basis", "Worked")
            )
        );
        Assert.Equal("/knowledge/tea-first", page.Address.AbsolutePath);
        var article = (await _village.House.All<Article>()).Single(a => a.Id == _text.Id);
        Assert.EndsWith("\n\nAsk for the price twice.", article.Text, StringComparison.Ordinal);
        var claim = (await Claims(_text.Id)).Single(c => c.Passage == "Ask for the price twice.");
        Assert.Equal(Basis.Worked, claim.Voices.Single().Basis);
        Assert.All(await Claims(_text.Id), c => Assert.Null(c.WordsGoneAt));
    }

    [Fact]
    public async Task What_nobody_knew_on_the_way_leads_to_a_question_and_those_who_travelled_read_it_all()
    {
        Begin();
        await Says("asked", "Who stamps the papers?\nIs Friday a day for meetings?");
        using var berit = await _village.As(Organiser);
        var page = await berit.Open(Page);
        Assert.Equal(2, page.Html.QuerySelectorAll("#said a[href*='/questions/new?country=IQ&q=']").Length);
        Assert.Contains("Who stamps the papers?", page.One("#said").TextContent, StringComparison.Ordinal);
        var link = page.Html.QuerySelector("#said a[href*='/questions/new']")!.GetAttribute("href")!;
        Assert.Contains("Who stamps the papers?", (await berit.Open(link)).Body, StringComparison.Ordinal);
        using var anna = await _village.As(_village.Coordinator);
        (await anna.Open(Page)).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain("stamps", (await anna.Open($"/trips/{_trip.Id}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_trip_shows_what_the_last_one_learnt()
    {
        Begin();
        await Says("next", "Take the early flight.");
        Assert.Null(await By<TurnActivity>(Organiser, v => v.Run(_trip.Id, new TurnInput { To = ActivityState.Held })));
        var copy = await _village.House.By(
            Organiser,
            s => s.GetRequiredService<CopyActivity>().Run(_trip.Id, new CopyInput { Day = "2027-06-01" })
        );
        using var berit = await _village.As(Organiser);
        Assert.Contains(
            "Take the early flight.",
            (await berit.Open($"/trips/{copy.Value!.Id}")).One("#said").TextContent,
            StringComparison.Ordinal
        );
        using var anna = await _village.As(_village.Coordinator);
        Assert.DoesNotContain("early flight", (await anna.Open($"/trips/{copy.Value.Id}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_travelled_say_it_and_each_their_own()
    {
        Assert.Equal(RefusalKind.NotYours, (await By<SayLessons>(Traveller, v => v.Run(_trip.Id, new LessonsInput())))!.Kind);
        Begin();
        var lesson = await Says("culture", "Mine");
        Assert.Equal(RefusalKind.NotYours, (await By<SayLessons>(_village.Coordinator, v => v.Run(_trip.Id, new LessonsInput())))!.Kind);
        Assert.Equal(RefusalKind.NotYours, (await By<CheckBank>(_village.Coordinator, v => v.Run(_trip.Id, new ChecksInput())))!.Kind);
        Assert.Equal(RefusalKind.Gone, (await Takes(lesson.Id, new TakeInput { Title = "Not mine" }, Organiser)).Refusal!.Kind);
        using var berit = await _village.As(Organiser);
        (await berit.Open($"{Page}/{lesson.Id}")).Is(HttpStatusCode.NotFound);
    }

    private static string Box(string matter) => $"Lessons.Lessons[{LessonBook.Asked.ToList().IndexOf(matter)}].Text";

    private async Task<List<Lesson>> Lessons() => [.. (await _village.House.All<Lesson>()).OrderBy(l => l.Id)];

    private string Page => $"/trips/{_trip.Id}/debrief";

    private void Begin() => _village.House.Clock.Move(Doing.Evening.AddHours(3) - _village.House.Clock.GetUtcNow());

    private async Task<Lesson> Says(string matter, string text)
    {
        using var karim = await _village.As(Traveller);
        var form = (await karim.Open(Page)).Form("form[data-keep=lessons]", (Box(matter), text));
        (await karim.Submit(form)).Is(HttpStatusCode.OK);
        return (await _village.House.All<Lesson>()).Single(l => l.Matter == matter);
    }

    private Task<Outcome<string>> Takes(Guid lesson, TakeInput input, string email = Traveller) =>
        _village.House.By(email, s => s.GetRequiredService<TakeLesson>().Run(_trip.Id, lesson, input));

    private async Task<Voice?> Voice(Claim claim)
    {
        var karim = (await _village.House.All<Member>()).Single(m => m.Name.Value == "Karim").Id;
        return (await Claims(_text.Id)).Single(c => c.Id == claim.Id).Voices.SingleOrDefault(v => v.MemberId == karim);
    }

    private Task<List<Claim>> Claims(Guid article) =>
        _village.House.Ask(db => db.Set<Claim>().Include(c => c.Voices).Where(c => c.ArticleId == article).AsNoTracking().ToListAsync());

    private Task<Refusal?> By<TVerb>(string email, Func<TVerb, Task<Refusal?>> verb)
        where TVerb : notnull => _village.House.By(email, s => verb(s.GetRequiredService<TVerb>()));
}
