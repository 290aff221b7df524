using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>An activity goes on when it is time, and everybody whom it concerns hears of it.</summary>
[UsesDatabase]
public sealed class TurningTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.Settle("leila@example.org", "Leila", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_series_does_not_end_by_one_press_in_its_middle()
    {
        var series = await OneSeat(a => a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2027, 2, 1))));
        _village.House.Clock.Move(Doing.Evening.AddDays(8) - _village.House.Clock.GetUtcNow());
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit((await berit.Open($"/activities/{series.Id}")).Form("form[data-keep=turn]"));
        Assert.Contains("The series goes on", page.One("form[data-keep=turn] .refusal").TextContent, StringComparison.Ordinal);
        Assert.Equal(ActivityState.Open, (await _village.Now(series.Id)).State);
        await berit.Submit(page.Form("form[data-keep=turn]", ("Turn.EndsHere", "true")));
        var ended = await _village.Now(series.Id);
        Assert.Equal((ActivityState.Held, new DateOnly(2026, 12, 14)), (ended.State, ended.Until));
        Assert.Equal(2, ended.Times().Count);
        var mail = (await _village.MailTo("karim@example.org"))!;
        Assert.StartsWith("The series has ended", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("COUNT=2", mail.Calendar, StringComparison.Ordinal);
        Assert.StartsWith("It is over", (await _village.MailTo("leila@example.org"))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_can_end_while_its_time_is_running()
    {
        var series = await OneSeat(a => a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2027, 2, 1))));
        _village.House.Clock.Move(Doing.Evening.AddDays(7).AddHours(1) - _village.House.Clock.GetUtcNow());
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit(
            (await berit.Open($"/activities/{series.Id}")).Form("form[data-keep=turn]", ("Turn.EndsHere", "true"))
        );
        Assert.Empty(page.Html.QuerySelectorAll(".refusal"));
        var ended = await _village.Now(series.Id);
        Assert.Equal((ActivityState.Held, new DateOnly(2026, 12, 14)), (ended.State, ended.Until));
        Assert.Contains("COUNT=2", (await _village.MailTo("karim@example.org"))!.Calendar, StringComparison.Ordinal);
        // Of one whose last time runs nothing is left to be cut.
        var last = await OneSeat(a => a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2026, 12, 14))));
        page = await berit.Open($"/activities/{last.Id}");
        Assert.Empty(page.Html.QuerySelectorAll("[name='Turn.EndsHere']"));
        await berit.Submit(page.Form("form[data-keep=turn]"));
        Assert.Equal(ActivityState.Held, (await _village.Now(last.Id)).State);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_moves_nothing()
    {
        var series = await OneSeat(a => a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2027, 2, 1))));
        var told = (await _village.MailTo("karim@example.org"))!.Id;
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit(
            (await berit.Open($"/activities/{series.Id}/edit")).Form(
                "form[data-keep=except]",
                ("Except.Which", "2026-12-14"),
                ("Except.To", "2026-12-15"),
                ("Except.At", "7 pm")
            )
        );
        Assert.Contains("hours and minutes", page.One("#field-at-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("7 pm", page.One("[name='Except.At']").GetAttribute("value"));
        Assert.Empty((await _village.Now(series.Id)).Exceptions);
        Assert.Equal(told, (await _village.MailTo("karim@example.org"))!.Id);
        await berit.Submit(page.Form("form[data-keep=except]", ("Except.At", "")));
        Assert.Equal(Doing.Evening.AddDays(8), Assert.Single((await _village.Now(series.Id)).Exceptions).MovedTo);
    }

    [Theory]
    [InlineData("2020-01-07", "has passed")]
    [InlineData("2031-01-07", "within a year")]
    public async Task A_day_of_a_series_moves_to_one_that_can_be(string to, string why)
    {
        var series = await OneSeat(a => a.Time(Doing.At(Doing.Evening, Rhythm.Weekly, new DateOnly(2027, 2, 1))));
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit(
            (await berit.Open($"/activities/{series.Id}/edit")).Form(
                "form[data-keep=except]",
                ("Except.Which", "2026-12-14"),
                ("Except.To", to)
            )
        );
        Assert.Contains(why, page.One("#field-to-error").TextContent, StringComparison.Ordinal);
        Assert.Empty((await _village.Now(series.Id)).Exceptions);
    }

    [Fact]
    public async Task Whoever_waited_in_vain_hears_that_it_has_been_held()
    {
        var activity = await OneSeat();
        Assert.Contains("not begun", (await Turns(activity, ActivityState.Held))!.Text, StringComparison.Ordinal);
        _village.House.Clock.Move(Doing.Evening.AddHours(3) - _village.House.Clock.GetUtcNow());
        Assert.Null(await Turns(activity, ActivityState.Held));
        Assert.StartsWith("It is over", (await _village.MailTo("leila@example.org"))!.Subject, StringComparison.Ordinal);
        Assert.StartsWith("You have a seat", (await _village.MailTo("karim@example.org"))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_hears_of_a_new_time_without_a_calendar_file()
    {
        var activity = await OneSeat();
        var input = ActivityInput.Of(await _village.Now(activity.Id));
        (input.Time, input.EndTime) = ("19:00", "21:00");
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<ChangeActivity>().Run(activity.Id, input)));
        foreach (var (email, hasSeat) in new[] { ("karim@example.org", true), ("leila@example.org", false) })
        {
            var mail = (await _village.MailTo(email))!;
            Assert.StartsWith("New time or place", mail.Subject, StringComparison.Ordinal);
            Assert.Equal(hasSeat, mail.Calendar.Length > 0);
        }
    }

    [Fact]
    public async Task Only_from_a_calendar_that_has_it_something_is_taken()
    {
        var activity = await OneSeat();
        await _village.Settle("maja@example.org", "Maja", _village.Home);
        Assert.Null(await _village.SignsUp("maja@example.org", activity.Id));
        Assert.Null(await _village.House.By("maja@example.org", s => s.GetRequiredService<JoinActivity>().Leave(activity.Id)));
        var mail = (await _village.MailTo("maja@example.org"))!;
        Assert.StartsWith("You do not take part", mail.Subject, StringComparison.Ordinal);
        Assert.Empty(mail.Calendar);
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "No hall." };
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<TurnActivity>().Run(activity.Id, off)));
        foreach (var (email, hasSeat) in new[] { ("karim@example.org", true), ("leila@example.org", false) })
        {
            mail = (await _village.MailTo(email))!;
            Assert.StartsWith("Called off", mail.Subject, StringComparison.Ordinal);
            Assert.Equal(hasSeat, mail.Calendar.Contains("METHOD:CANCEL", StringComparison.Ordinal));
        }
        var other = await OneSeat();
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<JoinActivity>().Leave(other.Id)));
        Assert.Contains("METHOD:CANCEL", (await _village.MailTo("karim@example.org"))!.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_would_come_hears_that_it_is_planned_and_of_another_day()
    {
        var activity = await _village.Planned(_berit, ActivityState.Gathering);
        Assert.Null(await _village.SignsUp("karim@example.org", activity.Id));
        Assert.Null(await Turns(activity, ActivityState.Planned));
        Assert.StartsWith("It is planned", (await _village.MailTo("karim@example.org"))!.Subject, StringComparison.Ordinal);
        var input = ActivityInput.Of(await _village.Now(activity.Id));
        input.Day = "2026-12-08";
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<ChangeActivity>().Run(activity.Id, input)));
        Assert.StartsWith("New time or place", (await _village.MailTo("karim@example.org"))!.Subject, StringComparison.Ordinal);
    }

    // Karim has the only seat, Leila waits.
    private async Task<Activity> OneSeat(Action<Activity>? more = null)
    {
        var activity = await _village.Planned(
            _berit,
            ActivityState.Open,
            a =>
            {
                a.Seat(new Seats(1, 1, null, ""));
                more?.Invoke(a);
            }
        );
        Assert.Null(await _village.SignsUp("karim@example.org", activity.Id));
        Assert.Null(await _village.SignsUp("leila@example.org", activity.Id));
        return activity;
    }

    private Task<Refusal?> Turns(Activity activity, ActivityState to) =>
        _village.House.By("berit@example.org", s => s.GetRequiredService<TurnActivity>().Run(activity.Id, new TurnInput { To = to }));
}
