using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Members.Renewal;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Renewal;

/// <summary>The yearly question, from the first reminder to the lapse and back. Each test lives through its own years.</summary>
[UsesDatabase]
public sealed partial class RenewalTests : IAsyncLifetime
{
    private const string Email = "yearly@example.org";

    private readonly Village _village = new();
    private Member _member = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _member = await _village.Settle(Email, "Yearly Ylva", _village.Home);
        await _village.Tick();
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_member_is_reminded_thirty_and_seven_days_before_and_once_each()
    {
        Assert.Equal(new DateOnly(2027, 11, 23), (await Row()).RenewBy);
        Assert.Empty(await Mails());
        await Later(365 - 31);
        Assert.Empty(await Mails());
        await Later(1);
        await Later(1);
        Assert.Contains("Do you stay in Norr?", Assert.Single(await Mails()).Subject, StringComparison.Ordinal);
        await Later(22);
        await Later(1);
        Assert.Equal(2, (await Mails()).Count);
    }

    [Fact]
    public async Task One_press_on_the_link_of_the_mail_is_enough_and_a_second_changes_nothing()
    {
        await Later(365 - 29);
        using var reader = _village.House.Reader();
        var link = await Link();
        var page = await reader.Open(link);
        // Programs that open every link renew nothing.
        Assert.Equal(new DateOnly(2027, 11, 23), (await Row()).RenewBy);
        page = await reader.Submit(page.Form());
        Assert.Contains("You stay until 23 November 2028", page.Text, StringComparison.Ordinal);
        await reader.Open(link);
        Assert.Equal(new DateOnly(2028, 11, 23), (await Row()).RenewBy);
        (await reader.Open(link.Replace("/stay/C", "/stay/D", StringComparison.Ordinal))).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_answer_it_lapses_after_the_grace_and_comes_back_with_one_press()
    {
        await Later(365 - 29);
        await Later(28);
        await Later(30);
        Assert.Equal(MembershipState.Active, (await Row()).State);
        using var reader = await _village.As(Email);
        using var coordinator = await _village.As(_village.Coordinator);
        (await coordinator.Open($"/people/{_member.Slug}")).Is(HttpStatusCode.OK);

        await Later(3);
        Assert.Equal(MembershipState.Lapsed, (await Row()).State);
        (await coordinator.Open($"/people/{_member.Slug}")).Is(HttpStatusCode.NotFound);
        (await reader.Open("/networks/norr/invitations")).Is(HttpStatusCode.NotFound);
        Assert.Contains("has lapsed", (await reader.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Contains("Yearly Ylva", (await coordinator.Open("/networks/norr/memberships?state=lapsed")).Text, StringComparison.Ordinal);

        using var phone = _village.House.Reader();
        await phone.Submit((await phone.Open(await Link())).Form());
        (await coordinator.Open($"/people/{_member.Slug}")).Is(HttpStatusCode.OK);
        (await reader.Open("/networks/norr/invitations")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_lapses_unasked_after_the_installation_stood_still()
    {
        await Later(500);
        Assert.Equal(MembershipState.Active, (await Row()).State);
        Assert.Single(await Mails());
        await Later(RenewalYear.Notice + 1);
        Assert.Equal(MembershipState.Lapsed, (await Row()).State);
    }

    [Fact]
    public async Task Nobody_lapses_while_they_hold_an_office()
    {
        await Later(500);
        await Later(100);
        var coordinator = (await _village.House.All<Mandate>()).Single(m => m.Role == Role.Coordinator).AccountId;
        var elected = (await _village.House.All<Member>()).Single(m => m.AccountId == coordinator);
        var rows = await _village.House.All<Membership>();
        Assert.Equal(MembershipState.Active, rows.Single(m => m.MemberId == elected.Id).State);
        Assert.Equal(MembershipState.Lapsed, rows.Single(m => m.MemberId == _member.Id).State);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_send_one_mail()
    {
        _village.House.Clock.Move(TimeSpan.FromDays(365 - 20));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _village.Tick()));
        Assert.Single(await Mails());
    }

    private async Task Later(int days)
    {
        _village.House.Clock.Move(TimeSpan.FromDays(days));
        await _village.Tick();
    }

    private async Task<Membership> Row() => (await _village.House.All<Membership>()).Single(m => m.MemberId == _member.Id);

    // Those of the yearly question; in a year without news the network also warns that it falls asleep.
    private async Task<List<OutgoingMail>> Mails() =>
        [
            .. (await _village.House.All<OutgoingMail>())
                .Where(m => m.To == Email && m.Text.Contains("/stay/", StringComparison.Ordinal))
                .OrderBy(m => m.Id),
        ];

    private async Task<string> Link() => Path().Match((await Mails())[^1].Text).Value;

    [GeneratedRegex(@"/stay/\S+")]
    private static partial Regex Path();
}
