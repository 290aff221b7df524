using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>What organisers type is taken as it was meant, or refused where it stands; never left out in silence.</summary>
[UsesDatabase]
public sealed class TypedTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Theory]
    [InlineData("١٠", 10)]
    [InlineData("۱۲", 12)]
    [InlineData(" 7 ", 7)]
    [InlineData("", null)]
    public async Task Seats_are_counted_with_any_digits(string typed, int? seats)
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        using var berit = await _village.As("berit@example.org");
        var edit = (await berit.Open($"/activities/{activity.Id}/edit")).Is(HttpStatusCode.OK);
        await berit.Submit(edit.Form("form[data-keep=change-activity]", ("Input.Capacity", typed)));
        Assert.Equal(seats, (await _village.Now(activity.Id)).Capacity);
    }

    [Theory]
    [InlineData("Capacity", "10,5")]
    [InlineData("Capacity", "99999999999")]
    [InlineData("Capacity", "-1")]
    [InlineData("Threshold", "some")]
    public async Task What_is_no_number_is_refused_at_its_field(string field, string typed)
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        using var berit = await _village.As("berit@example.org");
        var edit = await berit.Open($"/activities/{activity.Id}/edit");
        edit = await berit.Submit(edit.Form("form[data-keep=change-activity]", ($"Input.{field}", typed), ("Input.Title", "Kept")));
        Assert.Contains("Choose a number", edit.One($"#field-{field.ToLowerInvariant()}-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, edit.One($"[name='Input.{field}']").GetAttribute("value"));
        Assert.Equal("Kept", edit.One("[name='Input.Title']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_time_or_a_series_without_a_day_is_not_lost()
    {
        using var berit = await _village.As("berit@example.org");
        var form = await berit.Open("/activities/new");
        form = await berit.Submit(
            form.Form(
                "form[data-keep=propose-activity]",
                ("Input.Title", "Every week"),
                ("Input.Time", "18:00"),
                ("Input.Rhythm", "Weekly")
            )
        );
        Assert.Contains("Choose the day", form.One("#field-day-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("18:00", form.One("[name='Input.Time']").GetAttribute("value"));
        Assert.NotNull(form.One("#field-day").Closest("details[open]"));
    }

    [Fact]
    public async Task Of_two_windows_the_later_sees_both_versions_before_it_overwrites()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.SignsUp("karim@example.org", activity.Id);
        using var berit = await _village.As("berit@example.org");
        var (first, second) = (await berit.Open($"/activities/{activity.Id}/edit"), await berit.Open($"/activities/{activity.Id}/edit"));
        await berit.Submit(first.Form("form[data-keep=change-activity]", ("Input.Title", "A new title"), ("Input.Day", "2026-12-10")));
        var told = (await _village.MailTo("karim@example.org"))!.Id;
        var page = await berit.Submit(second.Form("form[data-keep=change-activity]", ("Input.Text", "Bring a pen")));
        Assert.Contains("A new title", page.One("form[data-keep=change-activity] table").TextContent, StringComparison.Ordinal);
        Assert.Equal("Bring a pen", page.One("[name='Input.Text']").TextContent);
        Assert.Equal("A new title", (await _village.Now(activity.Id)).Title);
        Assert.Equal(told, (await _village.MailTo("karim@example.org"))!.Id);
        // Pressed again it is the reader's own decision.
        await berit.Submit(page.Form("form[data-keep=change-activity]"));
        var now = await _village.Now(activity.Id);
        Assert.Equal((Doing.Title, "Bring a pen", Doing.Evening), (now.Title, now.Text, now.StartsAt));
    }

    [Fact]
    public async Task What_all_should_know_is_not_overwritten_unseen()
    {
        var trip = await _village.Planned(_berit, ActivityState.Open, isTrip: true);
        using var berit = await _village.As("berit@example.org");
        var (first, second) = (await berit.Open($"/trips/{trip.Id}/plan"), await berit.Open($"/trips/{trip.Id}/plan"));
        await berit.Submit(first.Form("form[data-keep=sheet]", ("Input.Emergency", "Ring 112"), ("Input.Length", "٤٥")));
        var page = await berit.Submit(second.Form("form[data-keep=sheet]", ("Input.Phrases", "Choni")));
        Assert.Contains("Ring 112", page.One("form[data-keep=sheet] table").TextContent, StringComparison.Ordinal);
        var sheet = await _village.House.Ask(db => db.Set<TripSheet>().AsNoTracking().SingleAsync(s => s.ActivityId == trip.Id));
        Assert.Equal(("Ring 112", "", 45), (sheet.Emergency, sheet.Phrases, sheet.Length));
    }
}
