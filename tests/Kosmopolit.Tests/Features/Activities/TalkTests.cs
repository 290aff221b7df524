using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.Features.Notifications;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities;

/// <summary>Words said about an activity reach those whom they are for.</summary>
[UsesDatabase]
public sealed class TalkTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;
    private Member _leila = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        _leila = await _village.Settle("leila@example.org", "Leila", _village.Home);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_question_reaches_the_organiser_and_the_answer_whoever_asked()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open, a => a.Show(toEveryone: true, ""));
        await Says("karim@example.org", activity, "Is there a bus?");
        Assert.Equal([_berit.Id], await Told());
        using var berit = await _village.As("berit@example.org");
        var notices = (await berit.Open("/me/notices")).Is(HttpStatusCode.OK);
        Assert.Contains("A new comment", notices.Text, StringComparison.Ordinal);
        Assert.Contains($"/activities/{activity.Id}#talk", notices.Body, StringComparison.Ordinal);
        await Says("berit@example.org", activity, "At eight.");
        Assert.Equal([_berit.Id, _karim.Id], await Told());
        Assert.Contains("comments on", (await berit.Open($"/follow/activity/{activity.Id}")).Text, StringComparison.Ordinal);
        // Whoever only reads hears nothing, and whoever does not read it cannot follow it.
        Assert.DoesNotContain(_leila.Id, await Told());
        using var nils = await _village.As(_village.Neighbour);
        (await nils.Open($"/follow/activity/{activity.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_a_comment_that_was_taken_back_no_news_is_left()
    {
        var activity = await _village.Planned(_berit, ActivityState.Open);
        await Says("karim@example.org", activity, "Is there a bus?");
        await Says("karim@example.org", activity, "And a car park?");
        using var berit = await _village.As("berit@example.org");
        Assert.Equal(2, Comments(await berit.Open("/me/notices")));
        using var karim = await _village.As("karim@example.org");
        var page = await karim.Open($"/activities/{activity.Id}");
        page = await karim.Submit(page.Form(".said form:has(button:contains('Take it back'))"));
        Assert.Equal(1, Comments(await berit.Open("/me/notices")));
        Assert.Equal([_berit.Id], await Told());
        await karim.Submit(page.Form(".said form:has(button:contains('Take it back'))"));
        Assert.Equal(0, Comments(await berit.Open("/me/notices")));
        Assert.Empty(await Told());
    }

    private static int Comments(Page page) => page.Is(HttpStatusCode.OK).Text.Split("A new comment").Length - 1;

    private async Task Says(string email, Activity activity, string text)
    {
        using var reader = await _village.As(email);
        var page = await reader.Open($"/activities/{activity.Id}");
        (await reader.Submit(page.Form("form[data-keep=say]", ("Input.Text", text)))).Is(HttpStatusCode.OK);
        await Hearing.Heard(_village.House);
    }

    private async Task<List<Guid>> Told() =>
        [.. (await _village.House.All<Notice>()).Where(n => n.Source == "activity-talk").OrderBy(n => n.Id).Select(n => n.MemberId)];
}
