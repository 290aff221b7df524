using System.Net;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.SignUps.Presence;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities.SignUps;

/// <summary>Whoever has a seat scans the code at the door and is noted as present.</summary>
[UsesDatabase]
public sealed class PresenceTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task The_code_at_the_door_notes_those_with_a_seat_for_half_an_hour()
    {
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        foreach (var name in new[] { "karim", "lena" })
            await _village.Settle($"{name}@example.org", name, _village.Home);
        var activity = await _village.Planned(berit, ActivityState.Open, a => a.Seat(new Seats(1, 1, null, "")));
        Assert.Null(await _village.SignsUp("karim@example.org", activity.Id));
        Assert.Null(await _village.SignsUp("lena@example.org", activity.Id));

        _village.House.Clock.Move(Doing.Evening.AddHours(-3) - _village.House.Clock.GetUtcNow());
        Assert.Contains("not begun", (await Press("karim@example.org", await Code(activity.Id))).Text, StringComparison.Ordinal);
        _village.House.Clock.Move(TimeSpan.FromHours(2));
        var code = await Code(activity.Id);
        Assert.Contains("Noted", (await Press("karim@example.org", code)).Text, StringComparison.Ordinal);
        var there = (await _village.SignUps(activity.Id)).Single(s => s.AttendedAt is not null);
        Assert.Equal(SignUpState.Coming, there.State);
        // Whoever waits for a seat is told so; whoever reads no such activity reads nothing of it; a visitor signs in first.
        Assert.Contains("no seat", (await Press("lena@example.org", code)).Text, StringComparison.Ordinal);
        using var visitor = _village.House.Reader();
        Assert.Equal("/sign-in", (await visitor.Open(code)).Address.AbsolutePath);
        using var neighbour = await _village.As(_village.Neighbour);
        Assert.DoesNotContain(Doing.Title, (await neighbour.Open(code)).Text, StringComparison.Ordinal);
        using var karim = await _village.As("karim@example.org");
        (await karim.Open($"/activities/{activity.Id}/code")).Is(HttpStatusCode.NotFound);
        // Too old, or made at home: it says so.
        _village.House.Clock.Move(HereCode.Lasts + TimeSpan.FromSeconds(1));
        Assert.Contains("too old", (await karim.Open(code)).Text, StringComparison.Ordinal);
        Assert.Contains("too old", (await karim.Open("/activities/here/forged")).Text, StringComparison.Ordinal);
    }

    private async Task<string> Code(Guid activity)
    {
        using var berit = await _village.As("berit@example.org");
        var page = (await berit.Open($"/activities/{activity}/code")).Is(HttpStatusCode.OK);
        var address = page.One("details bdi").TextContent;
        Assert.Equal(HereCode.Draw(address).Path, page.One("svg.qr path").GetAttribute("d"));
        return new Uri(address).AbsolutePath;
    }

    private async Task<Page> Press(string email, string code)
    {
        using var reader = await _village.As(email);
        return await reader.Submit((await reader.Open(code)).Form("main form"));
    }
}
