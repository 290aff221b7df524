using System.Net;
using System.Text;
using Kosmopolit.Features.Members.Contacts;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Members.Listing;

/// <summary>Who finds whom on a network's list, and what those who run it see besides.</summary>
[UsesDatabase]
public sealed class MemberListTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_list_shows_each_reader_whom_they_may_find()
    {
        await village.Settle(
            "open@example.org",
            "Open Oda",
            village.Home,
            m =>
            {
                m.ShowTo(Audience.Public);
                m.BeCalled(new("Open Oda", Audience.Public));
                m.Memberships[0].ShowTo(Audience.Public);
            }
        );
        await village.Settle("near@example.org", "Near Nora", village.Home);
        await village.Settle("shut@example.org", "Shut Sara", village.Home, m => m.ShowTo(Audience.OnlyMe));
        await village.Settle("nameless@example.org", "Nameless Ned", village.Home, m => m.BeCalled(new("Nameless Ned", Audience.OnlyMe)));
        using var member = await village.As("near@example.org");
        using var visitor = village.House.Reader();
        var (inside, outside) = (await member.Open("/networks/norr/members"), await visitor.Open("/networks/norr/members"));
        Assert.Contains("Open Oda", inside.Text, StringComparison.Ordinal);
        Assert.Contains("Near Nora", inside.Text, StringComparison.Ordinal);
        Assert.Contains("A member", inside.Text, StringComparison.Ordinal);
        Assert.Contains("Open Oda", outside.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Near Nora", outside.Text, StringComparison.Ordinal);
        foreach (var page in new[] { inside, outside })
        {
            Assert.DoesNotContain("Shut Sara", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Nameless Ned", page.Body, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/memberships", inside.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_run_the_network_see_states_and_never_private_fields()
    {
        await village.Settle(
            "state@example.org",
            "Stated Stig",
            village.Home,
            m => m.Reach(new("secret@example.org", Audience.OnlyMe), m.Phone)
        );
        await village.Settle("quiet@example.org", "Quiet Qamar", village.Home, m => m.ShowTo(Audience.OnlyMe));
        using var coordinator = await village.As(village.Coordinator);
        var page = await coordinator.Open("/networks/norr/memberships");
        Assert.Contains("Stated Stig", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quiet Qamar", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("state@", page.Body, StringComparison.Ordinal);
        using var member = await village.As("state@example.org");
        (await member.Open("/networks/norr/memberships")).Is(HttpStatusCode.NotFound);
        (await member.Open("/networks/norr/members.csv")).Is(HttpStatusCode.NotFound);
        (await coordinator.Open("/networks/soder/memberships")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_sheet_holds_what_members_show_tames_formulas_and_tells_them()
    {
        var told = await village.Settle(
            "told@example.org",
            "=HYPERLINK(\"http://evil.example\")",
            village.Home,
            m => m.Reach(new("told@example.org", Audience.MyNetwork), new("+46700000000", Audience.OnlyMe))
        );
        await village.Settle("wide@example.org", "＝1+1", village.Home);
        await village.Settle("hid@example.org", "Hidden Hedda", village.Home, m => m.ShowTo(Audience.OnlyMe));
        var now = village.House.Clock.GetUtcNow();
        var firm = new Firm(Slug.Meaningless(), new("Sju, \"Åtta\" & Co", Audience.MyNetwork), now);
        firm.Employ(told.Id, FirmRole.Owner, now, Audience.MyNetwork);
        await village.House.Store(firm);
        using var coordinator = await village.As(village.Coordinator);
        var answer = await coordinator.Open("/networks/norr/members.csv");
        var bytes = answer.Is(HttpStatusCode.OK).Bytes;
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("'＝1+1", text, StringComparison.Ordinal);
        Assert.Contains("\"Sju, \"\"Åtta\"\" & Co\"", text, StringComparison.Ordinal);
        Assert.Contains("told@example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("46700000000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Hedda", text, StringComparison.Ordinal);
        Assert.Contains(await village.House.All<ContactShown>(), c => c.MemberId == told.Id && c.By == ShownBy.Sheet);
    }

    [Fact]
    public async Task Long_lists_come_in_pages_and_odd_page_numbers_are_the_first()
    {
        var own = new Village();
        await own.InitializeAsync();
        await using var _ = own;
        for (var i = 0; i < 33; i++)
            await own.Settle($"many{i}@example.org", $"Many {i:00}", own.Home);
        using var coordinator = await own.As(own.Coordinator);
        var first = await coordinator.Open("/networks/norr/members");
        var second = await coordinator.Open("/networks/norr/members?page=2");
        Assert.Equal(
            (30, 4),
            (first.Html.QuerySelectorAll("article.person").Length, second.Html.QuerySelectorAll("article.person").Length)
        );
        foreach (var odd in new[] { "0", "-1", "x", "99999999999", "٢" })
            Assert.Equal(30, (await coordinator.Open($"/networks/norr/members?page={odd}")).Html.QuerySelectorAll("article.person").Length);
        Assert.Contains("ends before", (await coordinator.Open("/networks/norr/members?page=7")).Text, StringComparison.Ordinal);
    }
}
