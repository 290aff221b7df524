using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>Promise 6: an activity begins with a participant's idea, nobody approves it, interest decides.</summary>
[UsesDatabase]
public sealed class ActivityLifeTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task An_idea_becomes_something_that_was_held_and_told_about()
    {
        using var berit = await _village.As("berit@example.org");
        var form = (await berit.Open("/activities/new?country=IQ")).Form(
            "form[data-keep=propose-activity]",
            ("Input.Title", Doing.Title),
            ("Input.Place", "Umeå"),
            ("Input.Threshold", "2"),
            ("Input.Day", "2026-12-07"),
            ("Input.Time", "18:00"),
            ("Input.EndTime", "20:00")
        );
        var page = (await berit.Submit(form)).Is(HttpStatusCode.OK);
        Assert.Contains("an idea", page.Text, StringComparison.Ordinal);
        page = await Step(berit, page, "Ask who would come");
        // Nobody but her wants it yet: it is not planned, and the page says why.
        Assert.Contains("So far 0 of 2", (await Step(berit, page, "Plan it for good")).Text, StringComparison.Ordinal);
        foreach (var email in new[] { "karim@example.org", _village.Coordinator })
        {
            using var reader = await _village.As(email);
            var seen = await reader.Open(page.Address.AbsolutePath);
            Assert.Contains("You: would come", (await reader.Submit(seen.Form("#join form"))).Text, StringComparison.Ordinal);
        }
        page = await Step(berit, await berit.Open(page.Address.AbsolutePath), "Plan it for good");
        page = await Step(berit, page, "Open the sign-up");
        Assert.Contains("Sign up now", (await _village.MailTo("karim@example.org"))!.Subject, StringComparison.Ordinal);
        using var karim = await _village.As("karim@example.org");
        var signed = await karim.Submit((await karim.Open(page.Address.AbsolutePath)).Form("form[data-keep=join]"));
        Assert.Contains("You: comes", signed.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", (await _village.MailTo("karim@example.org"))!.Calendar, StringComparison.Ordinal);
        Assert.Contains("not begun", (await Step(berit, page, "It has been held")).Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromDays(15));
        page = await Step(berit, await berit.Open(page.Address.AbsolutePath), "It has been held");
        var told = page.Form("form[data-keep=turn]", ("Turn.Lessons", "Bring the papers in two languages."));
        page = await berit.Submit(told);
        Assert.Contains("followed up", page.Text, StringComparison.Ordinal);
        Assert.Contains("two languages", (await karim.Open(page.Address.AbsolutePath)).Text, StringComparison.Ordinal);
        // One step makes a text of it in the bank's own form; nothing is stored before she has gone over it.
        var draft = await berit.Submit(page.Form("#into-the-bank"));
        Assert.Equal("/knowledge/new", draft.Address.AbsolutePath);
        Assert.Contains("two languages", draft.One("[name='Input.Text']").TextContent, StringComparison.Ordinal);
        Assert.Empty(draft.Html.QuerySelectorAll("[role=alert]"));
        // The next one begins with what was learnt.
        var copy = await berit.Submit(page.Form("form:has(button:contains('begin with a copy'))"));
        Assert.NotEqual(page.Address, copy.Address);
        Assert.Contains("What was learnt last time", copy.Text, StringComparison.Ordinal);
    }

    /// <summary>Not while it is fresh, not once enough would come.</summary>
    [Fact]
    public async Task What_is_short_of_interest_lies_on_the_desk_after_two_weeks()
    {
        var activity = await _village.Planned(_berit, ActivityState.Gathering, a => a.Seat(new Seats(2, null, null, "")));
        await _village.SignsUp("karim@example.org", activity.Id);
        using var coordinator = await _village.As(_village.Coordinator);
        var row = $"/activities/{activity.Id}";
        Assert.DoesNotContain(row, (await coordinator.Open("/networks/norr/desk")).Links());
        _village.House.Clock.Move(TimeSpan.FromDays(15));
        var desk = await coordinator.Open("/networks/norr/desk");
        Assert.Contains(row, desk.Links());
        Assert.Contains("1 of 2 would come", desk.Text, StringComparison.Ordinal);
        await _village.SignsUp(_village.Coordinator, activity.Id);
        Assert.DoesNotContain(row, (await coordinator.Open("/networks/norr/desk")).Links());
    }

    [Fact]
    public async Task Whom_it_is_not_for_does_not_see_it()
    {
        var idea = await _village.Planned(_berit, ActivityState.Idea, a => a.Show(toEveryone: true, ""));
        var near = await _village.Planned(_berit, ActivityState.Open);
        var open = await _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));
        using var visitor = _village.House.Reader();
        using var nils = await _village.As(_village.Neighbour);
        using var karim = await _village.As("karim@example.org");
        foreach (var reader in new[] { visitor, nils })
        {
            (await reader.Open($"/activities/{idea.Id}")).Is(HttpStatusCode.NotFound);
            (await reader.Open($"/activities/{near.Id}")).Is(HttpStatusCode.NotFound);
            (await reader.Open($"/activities/{open.Id}")).Is(HttpStatusCode.OK);
            Assert.Single((await reader.Open("/activities")).Html.QuerySelectorAll("ul.days > li"));
        }
        Assert.Equal(3, (await karim.Open("/activities")).Html.QuerySelectorAll("ul.days > li").Length);
        var feed = (await karim.Open("/activities.atom")).Body;
        Assert.Contains(open.Id.ToString(), feed, StringComparison.Ordinal);
        Assert.DoesNotContain(near.Id.ToString(), feed, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Gone, (await _village.SignsUp(_village.Neighbour, near.Id))!.Kind);
        Assert.Null(await _village.SignsUp(_village.Neighbour, open.Id));
    }

    [Fact]
    public async Task Only_organisers_lead_it()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        using var karim = await _village.As("karim@example.org");
        (await karim.Open($"/activities/{activity.Id}/edit")).Is(HttpStatusCode.NotFound);
        (await karim.Open($"/activities/{activity.Id}/people")).Is(HttpStatusCode.NotFound);
        Assert.Empty((await karim.Open($"/activities/{activity.Id}")).Html.QuerySelectorAll("#organise"));
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "No" };
        Assert.Equal(
            RefusalKind.NotYours,
            (await _village.House.By("karim@example.org", s => s.GetRequiredService<TurnActivity>().Run(activity.Id, off)))!.Kind
        );
        Assert.Equal(
            RefusalKind.Gone,
            (await _village.House.By(_village.Neighbour, s => s.GetRequiredService<TurnActivity>().Run(activity.Id, off)))!.Kind
        );
    }

    [Fact]
    public async Task What_is_called_off_tells_everybody_and_who_had_paid()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Cost(new Price(12550, "SEK", "", "Swish 123")));
        await _village.SignsUp("karim@example.org", activity.Id);
        var row = Assert.Single(await _village.SignUps(activity.Id));
        await _village.House.By(
            "berit@example.org",
            s => s.GetRequiredService<KeepList>().Run(activity.Id, new ListInput { Settled = [$"{row.Id}"] })
        );
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Open($"/activities/{activity.Id}");
        Assert.Contains("Say why", (await berit.Submit(page.Form("form[data-keep=call-off]"))).Text, StringComparison.Ordinal);
        await berit.Submit(page.Form("form[data-keep=call-off]", ("Off.Why", "The hall burnt down.")));
        var mail = (await _village.MailTo("karim@example.org"))!;
        Assert.Contains("hall burnt down", mail.Text, StringComparison.Ordinal);
        Assert.Contains("125.50 SEK", mail.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("was called off", (await _village.SignsUp(_village.Coordinator, activity.Id))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_organiser_leaves_everybody_hears_and_another_takes_it_on()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        await _village.SignsUp("karim@example.org", activity.Id);
        await _village.House.Do(async db =>
        {
            var membership = db.Set<Membership>().Single(m => m.MemberId == _berit.Id);
            membership.End(_village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await Words.Come(
            async () => (await _village.MailTo("karim@example.org"))!.Subject.StartsWith("Nobody organises", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30)
        );
        Assert.StartsWith("Nobody organises", (await _village.MailTo(_village.Coordinator))!.Subject, StringComparison.Ordinal);
        using var karim = await _village.As("karim@example.org");
        var page = await karim.Submit((await karim.Open($"/activities/{activity.Id}")).Form("#take-on form"));
        Assert.Single(page.Html.QuerySelectorAll("#organise"));
        Assert.Equal(_karim.Id, (await _village.Now(activity.Id)).Organisers.Single(o => o.EndedAt is null).MemberId);
    }

    [Theory]
    [InlineData("Input.Title", "", "in one line")]
    [InlineData("Input.Title", "<b>Hello</b>", "plain words")]
    [InlineData("Input.Cost", "12,345", "amount")]
    [InlineData("Input.Cost", "-5", "amount")]
    [InlineData("Input.Day", "2026-02-30", "year-month-day")]
    [InlineData("Input.TimeZone", "Mars/Base", "clock from the list")]
    [InlineData("Input.Link", "javascript:alert(1)", "https://")]
    public async Task What_cannot_be_is_said_at_its_field(string field, string value, string said)
    {
        using var berit = await _village.As("berit@example.org");
        (string, string)[] fields =
        [
            ("Input.Title", Doing.Title),
            ("Input.Day", "2026-12-07"),
            ("Input.Time", "18:00"),
            ("Input.EndTime", "20:00"),
        ];
        var form = (await berit.Open("/activities/new")).Form(
            "form[data-keep=propose-activity]",
            [.. fields.Where(f => f.Item1 != field), (field, value)]
        );
        var page = await berit.Submit(form);
        Assert.Contains(said, page.One(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _village.House.All<Activity>());
    }

    private static async Task<Page> Step(Reader reader, Page page, string button)
    {
        var form = page.Form("form[data-keep=turn]");
        Assert.Contains(button, form.TextContent, StringComparison.Ordinal);
        return await reader.Submit(form);
    }
}
