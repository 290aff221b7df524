using System.Net;
using Ical.Net;
using Kosmopolit.Features.Members.StartUp.Answers;
using Kosmopolit.Features.Members.StartUp.Meetings;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Members.StartUp;

/// <summary>Meetings in a network's calendar: on its page, in its file, on the desk.</summary>
[UsesDatabase]
public sealed class MeetingEntriesTests : IAsyncLifetime
{
    private StartUpTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await StartUpTown.Open();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_start_up_meeting_is_in_the_members_calendar_and_in_nobody_elses()
    {
        await _town.Call(1);
        using var visitor = _town.House.Reader();
        using var member = await _town.As("bo@example.org");
        Assert.Contains("Meeting 1", (await member.Open("/networks/norr")).One("#upcoming").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Meeting 1", (await visitor.Open("/networks/norr")).Body, StringComparison.Ordinal);
        var own = await Address(member);
        var text = (await visitor.Open(own)).Is(HttpStatusCode.OK).Body;
        Assert.Contains("Meeting 1", text, StringComparison.Ordinal);
        Assert.Contains("Folkets hus", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Meeting 1", (await visitor.Open("/networks/norr/calendar.ics")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Meeting 1", (await visitor.Open("/networks/norr/feed.atom")).Body, StringComparison.Ordinal);
        using var nobody = await _town.As(StartUpTown.Nobody);
        Assert.DoesNotContain("Meeting 1", (await nobody.Open("/networks/norr")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_announced_to_everybody_is_on_the_public_page_without_its_papers()
    {
        var id = await Planned("Open house", isPublic: true);
        using var visitor = _town.House.Reader();
        // A plan is nobody's business.
        Assert.DoesNotContain("Open house", (await visitor.Open("/networks/norr")).Body, StringComparison.Ordinal);
        await _town.Must<SendInvitations>(StartUpTown.Facilitator, (verb, n) => verb.Run(n, id));
        var page = await visitor.Open("/networks/norr?again=1");
        Assert.Contains("Open house", page.One("#upcoming").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Links(), l => l.Contains($"{id}", StringComparison.Ordinal));
        Assert.Contains("Open house", (await visitor.Open("/networks/norr/calendar.ics")).Body, StringComparison.Ordinal);
        using var member = await _town.As("bo@example.org");
        Assert.Contains((await member.Open("/networks/norr")).Links(), l => l.Contains($"{id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_called_off_stays_struck_out_with_a_higher_number()
    {
        var id = await Planned("Open house", isPublic: true);
        await _town.Must<SendInvitations>(StartUpTown.Facilitator, (verb, n) => verb.Run(n, id));
        await _town.Must<PlanMeeting>(StartUpTown.Facilitator, (verb, n) => verb.CallOff(n, id));
        using var visitor = _town.House.Reader();
        var calendar = Calendar.Load((await visitor.Open("/networks/norr/calendar.ics")).Body)!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(("CANCELLED", 1, $"{id:N}@kosmopolit"), (entry.Status, entry.Sequence, entry.Uid));
        Assert.Equal("Open house", (await visitor.Open("/networks/norr")).One("#upcoming s").TextContent);
    }

    private async Task<Guid> Planned(string title, bool isPublic)
    {
        var day = _town.House.Clock.GetUtcNow().AddDays(10);
        var input = new MeetingInput
        {
            Title = title,
            Day = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Time = "18:00",
            Place = "Folkets hus",
            IsPublic = isPublic,
        };
        var planned = await _town.Do(
            StartUpTown.Facilitator,
            (services, network) => services.GetRequiredService<PlanMeeting>().Run(network, null, input)
        );
        Assert.Null(planned.Refusal?.Text);
        return planned.Value!.Id;
    }

    private static async Task<string> Address(Reader member)
    {
        var page = await member.Submit((await member.Open("/me/calendar")).Form());
        return new Uri(page.One("input.link:not(#address-mine)").GetAttribute("value")!).PathAndQuery;
    }
}
