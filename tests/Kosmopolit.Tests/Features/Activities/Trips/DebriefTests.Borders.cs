using System.Net;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Debriefs;
using Kosmopolit.Features.Knowledge.Articles;
using Kosmopolit.Features.Knowledge.Claims;
using Kosmopolit.Features.Knowledge.Questions.Answers;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Knowledge.Questions;
using Kosmopolit.Tests.Features.Knowledge.Questions.Routing;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>Two windows, two presses, and what nobody says for somebody else.</summary>
public sealed partial class DebriefTests
{
    [Fact]
    public async Task Pressed_twice_at_once_it_becomes_one_text()
    {
        Begin();
        var lesson = await Says("culture", "Bring pictures of your workshop.");
        var input = new TakeInput { Title = "Pictures open doors" };
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Takes(lesson.Id, input))));
        Assert.All(pressed.Where(p => p.Refusal is not null), p => Assert.Equal(RefusalKind.Meanwhile, p.Refusal!.Kind));
        Assert.Single(await _village.House.All<Article>(), a => a.Title == "Pictures open doors");
        Assert.Equal(Assert.Single(pressed, p => p.Value is not null).Value, (await Lessons()).Single().Became);
    }

    [Fact]
    public async Task A_name_that_may_not_stand_there_is_refused_before_anything_is_stored()
    {
        Begin();
        await AnswersUnnamed();
        var lesson = await Says("next", "Ask for the price twice.");
        using var karim = await _village.As(Traveller);
        var form = (await karim.Open($"{Page}/{lesson.Id}")).Form(
            "form[data-keep=take]",
            ("Input.Title", "Prices"),
            ("Input.Into", $"{_text.Id}"),
            ("Input.ShowsName", "true")
        );
        var page = await karim.Submit(form);
        Assert.Contains("without your name", page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("twice", (await Text()).Text, StringComparison.Ordinal);
        Assert.Equal("", (await Lessons()).Single().Became);
        page.One("[name='Input.ShowsName']").RemoveAttribute("checked");
        await karim.Submit(page.Form("form[data-keep=take]"));
        Assert.Contains("Ask for the price twice.", (await Text()).Text, StringComparison.Ordinal);
        Assert.Equal("/knowledge/tea-first", (await Lessons()).Single().Became);
    }

    [Fact]
    public async Task An_older_window_takes_no_newer_words_away_and_where_both_wrote_both_are_shown()
    {
        Begin();
        using var karim = await _village.As(Traveller);
        var old = await karim.Open(Page);
        await Says("culture", "They pour tea three times.");
        var page = await karim.Submit(old.Form("form[data-keep=lessons]", (Box("next"), "Take the early flight.")));
        Assert.Empty(page.Html.QuerySelectorAll(".refusal"));
        Assert.Equal(["They pour tea three times.", "Take the early flight."], (await Lessons()).Select(l => l.Text));

        page = await karim.Submit(
            old.Form("form[data-keep=lessons]", (Box("culture"), "Tea is poured."), (Box("language"), "Say shukran."))
        );
        Assert.Contains("meanwhile", page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Contains("They pour tea three times.", page.One("#lessons q").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Lessons()).Count);
        // Pressed again, it is what stands in the form.
        await karim.Submit(page.Form("form[data-keep=lessons]"));
        Assert.Equal(["Tea is poured.", "Take the early flight.", "Say shukran."], (await Lessons()).Select(l => l.Text));
        await karim.Submit((await karim.Open(Page)).Form("form[data-keep=lessons]", (Box("culture"), "")));
        Assert.Equal(["", "Take the early flight.", "Say shukran."], (await Lessons()).Select(l => l.Text));
    }

    [Fact]
    public async Task Whoever_knew_it_better_keeps_their_ground_their_name_and_their_words()
    {
        var karim = (await _village.House.All<Member>()).Single(m => m.Name.Value == "Karim").Id;
        await _village.House.Do(async db =>
        {
            var claim = await db.Set<Claim>().Include(c => c.Voices).SingleAsync(c => c.Id == _tea.Id);
            var standing = new Standing(Basis.Lived, 1998, 2009, "Basra", 2009);
            Assert.Null(claim.Hear(new Voice(karim, true, standing, ("My neighbours all did.", true), _village.House.Clock.GetUtcNow())));
            await db.SaveChangesAsync(Until.Stopped);
        });
        Begin();
        using var reader = await _village.As(Traveller);
        var page = await reader.Open(Page);
        await reader.Submit(page.Form("form[data-keep=checks]", ("Checks.Checks[0].Reason", "Still so in offices.")));
        var voice = (await Voice(_tea))!;
        Assert.Equal(
            (true, Basis.Lived, 1998, 2009, "Basra", 2026, true),
            (voice.IsFor, voice.Basis, voice.FromYear, voice.UntilYear, voice.Place, voice.LastYear, voice.ShowsName)
        );
        Assert.Equal("My neighbours all did. Still so in offices.", voice.Reason);
    }

    [Fact]
    public async Task The_towns_of_a_trip_are_told_only_by_whoever_names_one()
    {
        await _village.House.Store(new TripStop(_trip.Id, "IQ", "Basra", new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 7)));
        Begin();
        using var karim = await _village.As(Traveller);
        var page = await karim.Open(Page);
        Assert.Contains("A member, traded there 2026", page.One("#bank").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.One("[name='Checks.Place']").GetAttribute("value") ?? "");
        page = await karim.Submit(page.Form("form[data-keep=checks]", ("Checks.Checks[0].Is", "yes")));
        Assert.Equal("", (await Voice(_tea))!.Place);
        await karim.Submit(
            page.Form(
                "form[data-keep=checks]",
                ("Checks.Checks[1].Is", "no"),
                ("Checks.Checks[1].Reason", "Some do."),
                ("Checks.Place", "Mosul")
            )
        );
        Assert.Equal(("", "Mosul"), ((await Voice(_tea))!.Place, (await Voice(_tips))!.Place));
        // What stands beside it in public is what the form said.
        using var visitor = _village.House.Reader();
        var shown = (await visitor.Open("/knowledge/tea-first")).One($"#claim-{_tea.Id}").TextContent;
        Assert.Contains("traded there 2026", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Basra", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_organised_it_without_being_there_reads_and_says_nothing()
    {
        Begin();
        var lesson = await Says("culture", "They pour tea three times.");
        Assert.Null(await _village.House.By(Organiser, s => s.GetRequiredService<JoinActivity>().Leave(_trip.Id)));
        using var berit = await _village.As(Organiser);
        var page = (await berit.Open(Page)).Is(HttpStatusCode.OK);
        Assert.Contains("They pour tea", page.One("#said").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("form[data-keep=checks], form[data-keep=lessons]"));
        Assert.Equal(RefusalKind.NotYours, (await By<CheckBank>(Organiser, v => v.Run(_trip.Id, new ChecksInput())))!.Kind);
        Assert.Equal(RefusalKind.NotYours, (await By<SayLessons>(Organiser, v => v.Run(_trip.Id, new LessonsInput())))!.Kind);
        // Once a list is kept of who was there, a seat is not enough.
        await _village.SignsUp("nils@example.org", _trip.Id);
        await _village.House.Do(db =>
            db.Set<SignUp>()
                .Where(s => s.ActivityId == _trip.Id && s.State == SignUpState.Left)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SignUpState.Coming).SetProperty(x => x.AttendedAt, x => x.At))
        );
        using var karim = await _village.As(Traveller);
        Assert.Empty((await karim.Open(Page)).Is(HttpStatusCode.OK).Html.QuerySelectorAll("form[data-keep=checks]"));
        (await karim.Open($"{Page}/{lesson.Id}")).Is(HttpStatusCode.NotFound);
        Assert.Equal(RefusalKind.NotYours, (await Takes(lesson.Id, new TakeInput { Title = "Not there" })).Refusal!.Kind);
        Assert.NotEmpty((await berit.Open(Page)).Html.QuerySelectorAll("form[data-keep=checks]"));
    }

    private async Task<Article> Text() => (await _village.House.All<Article>()).Single(a => a.Id == _text.Id);

    /// <summary>An answer that Karim gave without his name stands in the text.</summary>
    private async Task AnswersUnnamed()
    {
        var now = _village.House.Clock.GetUtcNow();
        var members = await _village.House.All<Member>();
        var question = await _village.Asked(members.Single(m => m.Name.Value == "Berit").Id, Bringing.Everyone);
        var answer = new Answer(
            question.Id,
            members.Single(m => m.Name.Value == "Karim").Id,
            ("Pour it slowly.", "en"),
            PenName.Plain,
            now
        );
        await _village.House.Store(answer);
        await _village.House.Do(async db =>
        {
            var text = await db.Set<Article>().SingleAsync(a => a.Id == _text.Id);
            var words = text.Words with { Text = $"{text.Text}\n\nPour it slowly." };
            Assert.Null(text.Write(words, new Writer(null, Answer: answer.Id), now));
            await db.SaveChangesAsync(Until.Stopped);
        });
    }
}
