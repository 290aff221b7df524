using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Kosmopolit.Features.Members.Joining;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace Kosmopolit.Tests.Features.Members.Joining;

/// <summary>The way into a network, question by question, as a person without script walks it.</summary>
[UsesDatabase]
public sealed partial class JoiningTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"new{Interlocked.Increment(ref _people)}@example.org";

    [Fact]
    public async Task Somebody_invited_by_the_coordinator_answers_the_questions_and_is_in()
    {
        var link = await Invited(village.Coordinator);
        using var reader = village.House.Reader();
        var page = await Enter(reader, link);
        page = await Press(reader, page, "yes");
        Assert.Equal("/me/name", page.Address.AbsolutePath);
        page = await reader.Submit(page.Form(fields: [("Input.Name", "نادية"), ("Input.NameAudience", "AllNetworks")]));
        Assert.Equal("/me/markets/new", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        page = await reader.Submit(
            page.Form(
                fields:
                [
                    ("Input.Country", "العراق"),
                    ("Input.Basis", "Lived"),
                    ("Input.From", "١٩٩٨"),
                    ("Input.Until", "2009"),
                    ("Input.LastContact", "2024"),
                ]
            )
        );
        Assert.EndsWith("/topics", page.Address.AbsolutePath);
        page = await reader.Submit(page.Form(fields: [("Input.Topics", "Customs"), ("Input.Note", "أعرف الجمارك في البصرة")]));
        Assert.Equal("/me/languages", page.Address.AbsolutePath);
        page = await reader.Submit(page.Form(fields: [("Input.Language", "Arabic"), ("Input.Understands", "C2"), ("Input.Speaks", "C2")]));
        page = await reader.Open(Onward(page, "/me/offer"));
        page = await reader.Submit(page.Form(fields: [("Input.Offer", "I open doors at the customs house.")]));
        page = await reader.Open("/me/audiences?join=norr");
        page = await reader.Submit(page.Form(fields: [("Input.Presence", "MyNetwork")]));
        Assert.Equal("/join/norr/send", page.Address.AbsolutePath);
        Assert.Contains("Iraq", page.Text, StringComparison.Ordinal);
        page = await reader.Submit(page.Form());
        Assert.Contains("Welcome to Norr", page.Text, StringComparison.Ordinal);

        var member = await Stored();
        Assert.Contains(member.Memberships, m => m.NetworkId == village.Home.Id && m.EndedAt is null);
        Assert.Equal(("IQ", Basis.Lived, 1998, 2009, 2024), Known(Assert.Single(member.Markets)));
        using var coordinator = await village.As(village.Coordinator);
        Assert.Contains("نادية", (await coordinator.Open($"/people/{member.Slug}")).Text, StringComparison.Ordinal);
        using var visitor = village.House.Reader();
        (await visitor.Open($"/people/{member.Slug}")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_who_asks_waits_for_a_yes_and_is_found_by_nobody_until_then()
    {
        using var reader = village.House.Reader();
        await Answer(reader, await Enter(reader, "/join/norr"), "Waiting Wilma");
        var member = await Stored();
        Assert.DoesNotContain(member.Memberships, m => m.EndedAt is null);
        using var coordinator = await village.As(village.Coordinator);
        (await coordinator.Open($"/people/{member.Slug}")).Is(HttpStatusCode.NotFound);

        var requests = await coordinator.Open("/networks/norr/requests");
        Assert.Contains("Waiting Wilma", requests.Text, StringComparison.Ordinal);
        var form = requests
            .Html.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .First(f => Page.Fold(f.ParentElement).Contains("Wilma", StringComparison.Ordinal));
        await coordinator.Submit(form, (IHtmlElement)form.QuerySelector("button[value=Accepted]")!);
        Assert.Contains((await Stored()).Memberships, m => m.EndedAt is null);
        (await coordinator.Open($"/people/{member.Slug}")).Is(HttpStatusCode.OK);
        Assert.Contains("Welcome to Norr", (await village.MailTo(_email))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_reaches_the_person_by_mail()
    {
        using var reader = village.House.Reader();
        await Answer(reader, await Enter(reader, "/join/norr"), "Declined Doris");
        using var coordinator = await village.As(village.Coordinator);
        var page = await Decline(coordinator, "Doris", "");
        Assert.Contains("Say why", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Doris",
            page.One("details[open]:has([aria-invalid=true])").Closest("article")!.TextContent,
            StringComparison.Ordinal
        );
        await Decline(coordinator, "Doris", "You told us that you only look for a job.");
        var mail = await village.MailTo(_email);
        Assert.Contains("only look for a job", mail!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await Stored()).Memberships, m => m.EndedAt is null);
    }

    [Fact]
    public async Task Nobody_but_those_who_run_the_network_reads_or_decides_requests()
    {
        using var neighbour = await village.As(village.Neighbour);
        (await neighbour.Open("/networks/norr/requests")).Is(HttpStatusCode.NotFound);
        (await neighbour.Open("/networks/norr/invitations")).Is(HttpStatusCode.NotFound);
        using var visitor = village.House.Reader();
        Assert.Equal("/sign-in", (await visitor.Open("/networks/norr/requests")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_members_invitation_leads_to_a_request_and_not_past_the_door()
    {
        var member = $"host-{_email}";
        await village.Settle(member, "Host", village.Home);
        using var reader = village.House.Reader();
        await Answer(reader, await Enter(reader, await Invited(member)), "Guest");
        Assert.DoesNotContain((await Stored()).Memberships, m => m.EndedAt is null);
        var requests = await village.House.All<JoinRequest>();
        Assert.Contains(requests, r => r.SentAt is not null && r.IsOpen && r.InvitationId is not null);
    }

    [Fact]
    public async Task An_invitation_works_once_and_says_so_the_second_time()
    {
        var link = await Invited(village.Coordinator);
        using var first = village.House.Reader();
        await Answer(first, await Enter(first, link), "First");
        using var second = village.House.Reader();
        var page = await second.Open(link);
        Assert.Contains("used already", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("input[type=email]"));
    }

    [Fact]
    public async Task An_old_or_withdrawn_invitation_says_what_to_do()
    {
        await using var house = new Village();
        await house.InitializeAsync();
        var link = await Invited(house.Coordinator, house);
        house.House.Clock.Move(TimeSpan.FromDays(31));
        using var reader = house.House.Reader();
        var page = await reader.Open(link);
        Assert.Contains("too old", page.One("[role=alert]").TextContent, StringComparison.Ordinal);

        using var host = await house.As(house.Coordinator);
        var fresh = await Invited(house.Coordinator, house);
        var list = await host.Open("/networks/norr/invitations");
        var back = list.Html.QuerySelectorAll("main .ranked form").OfType<IHtmlFormElement>().First();
        await host.Submit(back);
        Assert.Contains("taken back", (await reader.Open(fresh)).One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_to_the_criterion_leaves_nothing_behind()
    {
        using var reader = village.House.Reader();
        var page = await Press(reader, await Enter(reader, "/join/norr"), "no");
        Assert.Contains("honest", page.Text, StringComparison.Ordinal);
        var account = await AccountOf();
        Assert.DoesNotContain(await village.House.All<Member>(), m => m.AccountId == account);
    }

    [Fact]
    public async Task Half_way_through_one_goes_on_from_any_device()
    {
        using var phone = village.House.Reader();
        var page = await Press(phone, await Enter(phone, "/join/norr"), "yes");
        await phone.Submit(page.Form(fields: [("Input.Name", "Half")]));
        using var laptop = await village.As(_email);
        var mine = await laptop.Open("/me");
        Assert.Contains("on your way into Norr", mine.Text, StringComparison.Ordinal);
        Assert.Contains(mine.Links(), l => l == "/me/markets/new?join=norr");
    }

    [Fact]
    public async Task Two_windows_that_begin_at_once_make_one_request()
    {
        using var reader = village.House.Reader();
        var criterion = await Enter(reader, "/join/norr");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Press(reader, criterion, "yes")));
        var account = await AccountOf();
        var member = Assert.Single(await village.House.All<Member>(), m => m.AccountId == account);
        Assert.Single(await village.House.All<JoinRequest>(), r => r.MemberId == member.Id);
    }

    [Fact]
    public async Task A_member_who_is_invited_again_by_another_address_is_told_and_the_link_stays_good()
    {
        var link = await Invited(village.Coordinator);
        using var member = await village.As(village.Coordinator);
        Assert.Contains("member of this network already", (await member.Open(link)).Text, StringComparison.Ordinal);
        using var other = village.House.Reader();
        Assert.NotNull((await other.Open(link)).Html.QuerySelector("input[type=email]"));
    }

    [Fact]
    public async Task A_namesake_is_pointed_out_to_those_who_decide()
    {
        using var reader = village.House.Reader();
        await Answer(reader, await Enter(reader, "/join/norr"), "Anna");
        using var coordinator = await village.As(village.Coordinator);
        Assert.Contains("same name", (await coordinator.Open("/networks/norr/requests")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_asks_with_two_addresses_is_pointed_out_to_those_who_decide()
    {
        using var coordinator = await village.As(village.Coordinator);
        foreach (var isTwice in new[] { false, true })
        {
            using var reader = village.House.Reader();
            await Answer(reader, await Enter(reader, "/join/norr", isTwice ? $"other-{_email}" : _email), "Twice Asked");
            var page = await coordinator.Open("/networks/norr/requests");
            // Whoever waits has no page yet that a link could lead to.
            Assert.Null(page.Html.QuerySelector("article.card a[href^='/people/']"));
            var notices = page
                .Html.QuerySelectorAll("article.card")
                .Where(a => Page.Fold(a).Contains("Twice Asked", StringComparison.Ordinal));
            Assert.All(notices, a => Assert.Equal(isTwice, Page.Fold(a).Contains("with two addresses", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_invitation_goes_to_no_address_that_is_not_what_it_looks_like()
    {
        using var host = await village.As(village.Coordinator);
        var page = await host.Open("/networks/norr/invitations");
        page = await host.Submit(page.Form(fields: [("Input.Email", "\u0430nna@example.org")]));
        Assert.Contains("different alphabets", page.One("#field-email-error").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await village.House.All<Invitation>(), i => i.Email.EndsWith("nna@example.org", StringComparison.Ordinal));
    }

    private static async Task<Page> Decline(Reader coordinator, string who, string why)
    {
        var page = await coordinator.Open("/networks/norr/requests");
        var form = page
            .Html.QuerySelectorAll("main form")
            .OfType<IHtmlFormElement>()
            .First(f => Page.Fold(f.ParentElement).Contains(who, StringComparison.Ordinal));
        ((IHtmlTextAreaElement)form.QuerySelector("textarea")!).Value = why;
        return await coordinator.Submit(form, (IHtmlElement)form.QuerySelector("button[value=Declined]")!);
    }

    private static (string, Basis, int?, int?, int?) Known(MarketKnowledge k) =>
        (k.Country, k.Basis, k.FromYear, k.UntilYear, k.LastContactYear);

    private async Task<string> Invited(string host, Village? at = null)
    {
        using var reader = await (at ?? village).As(host);
        var page = await reader.Open("/networks/norr/invitations");
        page = await reader.Submit(page.Form(fields: [("Input.Email", "")]));
        return new Uri(page.One("input.link").GetAttribute("value")!).PathAndQuery;
    }

    /// <summary>From the first page to the criterion, with the code from the mail.</summary>
    private async Task<Page> Enter(Reader reader, string entry, string? email = null)
    {
        var page = await reader.Open(entry);
        page = await reader.Submit(page.Form(fields: [("Input.Email", email ?? _email)]));
        var code = Digits().Match((await village.MailTo(email ?? _email))!.Subject).Value;
        page = await reader.Submit(page.Form(fields: [("Input.Code", code)]));
        Assert.Equal("/join/norr/criterion", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        return page;
    }

    private static Task<Page> Press(Reader reader, Page page, string answer)
    {
        var form = page.Form();
        return reader.Submit(form, (IHtmlElement)form.QuerySelector($"button[value={answer}]")!);
    }

    private static async Task Answer(Reader reader, Page criterion, string name)
    {
        var page = await Press(reader, criterion, "yes");
        await reader.Submit(page.Form(fields: [("Input.Name", name)]));
        page = await reader.Open("/join/norr/send");
        await reader.Submit(page.Form());
    }

    private static string Onward(Page page, string path) => Assert.Single(page.Links(), l => l.StartsWith(path, StringComparison.Ordinal));

    private async Task<Guid?> AccountOf() => (await village.House.All<Account>()).SingleOrDefault(a => a.Email == _email)?.Id;

    private async Task<Member> Stored()
    {
        var account = await AccountOf();
        return await village.House.Ask(db =>
            db.Set<Member>().Include(m => m.Markets).Include(m => m.Memberships).AsSplitQuery().SingleAsync(m => m.AccountId == account)
        );
    }

    [GeneratedRegex(@"\p{Nd}{6}")]
    private static partial Regex Digits();
}
