using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.Desk.Monday;
using Kosmopolit.Features.Members.Visits;
using Kosmopolit.Features.Networks.Calendar;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Desk;

/// <summary>What lies on a coordinator's desk, and the mail that brings it on Monday at seven.</summary>
[UsesDatabase]
public sealed partial class DeskTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task An_empty_desk_says_so_and_what_to_do()
    {
        using var anna = await _village.As(_village.Coordinator);
        var page = await anna.Open("/networks/norr/desk");
        Assert.Contains("Nothing waits", page.Text, StringComparison.Ordinal);
        Assert.Contains("/networks/norr/invitations", page.Links());
    }

    [Fact]
    public async Task Quiet_members_are_counted_and_named_only_as_they_show_themselves()
    {
        foreach (var (name, audience) in new[] { ("Quiet Kim", Audience.MyNetwork), ("Private Pia", Audience.OnlyMe) })
        {
            var member = await _village.Settle($"{name[..3]}@example.org", name, _village.Home, m => m.BeCalled(new(name, audience)));
            await _village.House.Store(new LastVisit(member.Id, new DateOnly(2026, 3, 1)));
        }
        var hidden = await _village.Settle("hid@example.org", "Hidden Hans", _village.Home, m => m.ShowTo(Audience.OnlyMe));
        var fresh = await _village.Settle("fresh@example.org", "Fresh Fia", _village.Home);
        await _village.House.Store(new LastVisit(hidden.Id, new DateOnly(2026, 3, 1)), new LastVisit(fresh.Id, new DateOnly(2026, 10, 1)));
        await _village.Settle("unknown@example.org", "Unknown Ulf", _village.Home);
        using var anna = await _village.As(_village.Coordinator);
        var page = await anna.Open("/networks/norr/desk");
        Assert.Contains("3 members have not been here", page.Text, StringComparison.Ordinal);
        Assert.Contains("Quiet Kim", page.Text, StringComparison.Ordinal);
        foreach (var name in new[] { "Private Pia", "Hidden Hans", "Fresh Fia", "Unknown Ulf" })
            Assert.DoesNotContain(name, page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_is_noted_by_its_month()
    {
        var member = await _village.Settle("seen@example.org", "Seen Sia", _village.Home);
        using var reader = await _village.As("seen@example.org");
        await reader.Open("/me");
        _village.House.Wake<VisitKeeper>();
        await Words.Come(
            async () => (await _village.House.All<LastVisit>()).Any(v => v.MemberId == member.Id && v.Month == new DateOnly(2026, 11, 1)),
            TimeSpan.FromSeconds(30)
        );
    }

    [Fact]
    public async Task Only_those_who_run_the_network_see_its_desk()
    {
        await _village.Settle("plain@example.org", "Plain", _village.Home);
        foreach (var email in new[] { "plain@example.org", _village.Neighbour })
        {
            using var reader = await _village.As(email);
            (await reader.Open("/networks/norr/desk")).Is(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("2026-11-23T05:59:59Z", null)]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23")]
    [InlineData("2026-06-29T04:59:59Z", null)]
    [InlineData("2026-06-29T05:00:00Z", "2026-06-29")]
    [InlineData("2026-06-30T05:00:00Z", "2026-06-29")]
    [InlineData("2026-07-01T05:00:01Z", null)]
    public void Monday_is_at_seven_by_the_clock_on_the_wall(string now, string? monday) =>
        Assert.Equal(
            monday is null ? null : DateOnly.Parse(monday, CultureInfo.InvariantCulture),
            MondayMail.MondayOf(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))
        );

    [Fact]
    public async Task The_mail_comes_once_in_the_coordinators_language_and_ends_with_one_press()
    {
        await Quiet();
        // This Monday's mail may have been written before anybody was quiet.
        _village.House.Clock.Move(TimeSpan.FromDays(7));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _village.Monday()));
        await _village.Monday();
        var mail = Assert.Single(await Mails());
        Assert.Equal("This week in Norr", mail.Subject);
        Assert.Contains("/networks/norr/members?lang=en", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/networks/norr/desk", mail.Text, StringComparison.Ordinal);

        using var program = _village.House.Reader();
        var answer = await program.Send(() =>
            new HttpRequestMessage(HttpMethod.Post, new Uri(mail.Unsubscribe).PathAndQuery)
            {
                Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            }
        );
        answer.Is(HttpStatusCode.OK);
        _village.House.Clock.Move(TimeSpan.FromDays(7));
        await _village.Monday();
        Assert.Single(await Mails());

        var page = await program.Open(Stop().Match(mail.Text).Value);
        Assert.Contains("no Monday mails", page.Text, StringComparison.Ordinal);
        await program.Submit(page.Form());
        _village.House.Clock.Move(TimeSpan.FromDays(7));
        await _village.Monday();
        Assert.Equal(2, (await Mails()).Count);
    }

    [Fact]
    public async Task Nothing_is_sent_about_an_empty_desk_or_to_those_whose_term_is_over()
    {
        await _village.Monday();
        Assert.Empty(await Mails());
        await Quiet();
        _village.House.Clock.Move(TimeSpan.FromDays(7));
        await _village.House.Do(async db =>
        {
            foreach (var mandate in db.Set<Mandate>())
                mandate.End(_village.House.Clock.GetUtcNow());
            await db.SaveChangesAsync(Until.Stopped);
        });
        await _village.Monday();
        Assert.Empty(await Mails());
    }

    private async Task Quiet()
    {
        var member = await _village.Settle("quiet@example.org", "Quiet", _village.Home);
        await _village.House.Store(new LastVisit(member.Id, new DateOnly(2026, 1, 1)));
    }

    private async Task<List<OutgoingMail>> Mails() =>
        [.. (await _village.House.All<OutgoingMail>()).Where(m => m.To == _village.Coordinator && m.Unsubscribe.Length > 0)];

    [GeneratedRegex(@"/desk-mail/\S+")]
    private static partial Regex Stop();
}
