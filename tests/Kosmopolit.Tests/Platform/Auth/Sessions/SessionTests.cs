using System.Net;
using AngleSharp.Html.Dom;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Auth.Sessions;

/// <summary>Every signed-in browser is a row that its owner sees and ends.</summary>
[UsesDatabase]
public sealed class SessionTests(Doorstep door) : IClassFixture<Doorstep>
{
    [Fact]
    public async Task A_session_that_is_signed_out_elsewhere_ends_at_once()
    {
        var email = await door.Known();
        using var phone = await door.SignedIn(email);
        using var laptop = await door.SignedIn(email);
        Assert.Equal("/me", (await phone.Open("/me")).Address.AbsolutePath);

        var list = await laptop.Open("/me/sign-in/sessions");
        await laptop.Submit(list.Form("main li form"));
        var turned = await phone.Open("/me");
        Assert.Equal("/sign-in", turned.Address.AbsolutePath);
        Assert.DoesNotContain(AuthRoom.SessionCookie, phone.Cookies.Keys);
        Assert.Equal("/me", (await laptop.Open("/me")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_page_for_everyone_shows_itself_to_an_ended_session_as_to_a_visitor()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email);
        await End(email);
        var page = (await reader.Open("/about")).Is(HttpStatusCode.OK);
        Assert.Contains(page.Links(), l => l == "/sign-in");
        Assert.DoesNotContain(page.Links(), l => l == "/me");
    }

    [Fact]
    public async Task Signing_out_ends_the_row_so_that_a_copied_cookie_is_worth_nothing()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email);
        using var thief = door.House.Reader();
        thief.Cookies[AuthRoom.SessionCookie] = reader.Cookies[AuthRoom.SessionCookie];
        Assert.Equal("/me", (await thief.Open("/me")).Address.AbsolutePath);

        await reader.Submit((await reader.Open("/sign-out")).Form());
        Assert.Equal("/sign-in", (await thief.Open("/me")).Address.AbsolutePath);
        Assert.Contains(nameof(SessionEnded), await door.EventsOf(await door.AccountOf(email)));
    }

    [Theory]
    [InlineData("main form:has([value=elsewhere])", "/me")]
    [InlineData("main form:has([value=everywhere])", "/sign-in")]
    public async Task Everywhere_is_everywhere_else_or_here_too(string form, string afterwards)
    {
        var email = await door.Known();
        using var here = await door.SignedIn(email);
        using var there = await door.SignedIn(email);
        using var neighbour = await door.SignedIn(await door.Known());
        var page = await here.Open("/me/sign-in/sessions/everywhere");
        await here.Submit(page.Form(form));
        Assert.Equal("/sign-in", (await there.Open("/me")).Address.AbsolutePath);
        Assert.Equal(afterwards, (await here.Open("/me")).Address.AbsolutePath);
        Assert.Equal("/me", (await neighbour.Open("/me")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Nobody_ends_or_sees_the_session_of_another()
    {
        var (mine, theirs) = (await door.Known(), await door.Known());
        using var me = await door.SignedIn(mine);
        using var other = await door.SignedIn(mine);
        using var victim = await door.SignedIn(theirs);
        var list = await me.Open("/me/sign-in/sessions");
        Assert.Equal(2, list.Html.QuerySelectorAll("main .shown li").Length);
        var form = list.Form("main li form");
        var session = (await Of(theirs)).Single();
        ((IHtmlInputElement)form.QuerySelector("input[name=_handler]")!).Value = $"end-{session.Id:N}";
        await me.Submit(form);
        Assert.Null((await Of(theirs)).Single().EndedAt);
        Assert.Equal("/me", (await victim.Open("/me")).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_list_tells_browser_way_and_day_and_keeps_no_network_address()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email, SignedInBy.Password);
        var page = await reader.Open("/me/sign-in/sessions");
        Assert.Contains("Firefox · Linux", page.Text, StringComparison.Ordinal);
        Assert.Contains("with the password", page.Text, StringComparison.Ordinal);
        Assert.Contains("last seen today", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            typeof(Session).GetProperties(),
            p => p.PropertyType == typeof(IPAddress) || p.Name.Contains("Ip", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_day_of_the_last_visit_is_noted_and_not_the_hour()
    {
        await using var house = new Doorstep();
        await house.InitializeAsync();
        var email = await house.Known();
        using var reader = await house.SignedIn(email);
        house.House.Clock.Move(TimeSpan.FromDays(2));
        await reader.Open("/me");
        var session = (await house.House.All<Session>()).Single();
        Assert.Equal(Session.Day(house.House.Clock.GetUtcNow()), session.SeenOn);
        house.House.Clock.Move(TimeSpan.FromDays(1));
        Assert.Contains("last seen today", (await reader.Open("/me/sign-in/sessions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_without_a_session_is_a_visitors()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email);
        await door.House.Do(async db =>
        {
            var account = db.Users.Single(a => a.Email == email);
            db.RemoveRange(db.Set<Session>().Where(s => s.AccountId == account.Id));
            await db.SaveChangesAsync();
        });
        Assert.Equal("/sign-in", (await reader.Open("/me/sign-in")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox · Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge · Windows")]
    [InlineData("curl/8.5", "")]
    [InlineData(null, "")]
    public void A_browser_is_named_by_two_words(string? introduction, string words) => Assert.Equal(words, Device.Of(introduction));

    private async Task<List<Session>> Of(string email)
    {
        var account = await door.AccountOf(email);
        return [.. (await door.House.All<Session>()).Where(s => s.AccountId == account.Id)];
    }

    private Task End(string email) =>
        door.House.Do(async db =>
        {
            var account = db.Users.Single(a => a.Email == email);
            foreach (var session in db.Set<Session>().Where(s => s.AccountId == account.Id))
                session.End(door.House.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
}
