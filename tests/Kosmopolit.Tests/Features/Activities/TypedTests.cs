using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Programme;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        edit = await berit.Submit(
            edit.Form("form[data-keep=change-activity]", ($"Input.{field}", typed), ("Input.Title", "Kept"))
        );
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
}
