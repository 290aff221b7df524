using System.Globalization;
using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Platform.Auth;

/// <summary>Signing in as a person does it: an address, a code from the mail, a session.</summary>
[UsesDatabase]
public sealed class SignInTests(SignInTests.Shared shared) : IClassFixture<SignInTests.Shared>
{
    private House House => shared.House;

    [Fact]
    public async Task The_code_from_the_mail_opens_a_session_that_signing_out_ends()
    {
        using var reader = House.Reader();
        var email = await Known();
        var page = await Enter(reader, await Ask(reader, email), await CodeFor(email));
        Assert.Equal("/me", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains(AuthRoom.SessionCookie, reader.Cookies.Keys);

        var bye = await reader.Open("/sign-out");
        await reader.Submit(bye.Form());
        Assert.DoesNotContain(AuthRoom.SessionCookie, reader.Cookies.Keys);
        Assert.Equal("/sign-in", (await reader.Open("/me")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_code_typed_on_an_Arabic_keyboard_or_with_spaces_opens_too()
    {
        using var reader = House.Reader();
        var email = await Known();
        var page = await Ask(reader, email);
        var arabic = string.Concat((await CodeFor(email)).Select(d => (char)('٠' + (d - '0'))));
        Assert.Equal("/me", (await Enter(reader, page, $" {arabic[..3]} {arabic[3..]} ")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_code_does_not_open_twice()
    {
        using var reader = House.Reader();
        using var thief = House.Reader();
        var email = await Known();
        var page = await Ask(reader, email);
        var code = await CodeFor(email);
        await Enter(reader, page, code);
        var again = await Enter(thief, await thief.Open(page.Address.PathAndQuery), code);
        Assert.Equal("/sign-in/code", again.Address.AbsolutePath);
        Assert.NotEmpty(again.One("[role=alert]").TextContent);
        Assert.DoesNotContain(AuthRoom.SessionCookie, thief.Cookies.Keys);
    }

    [Fact]
    public async Task Nobody_can_tell_from_the_answers_whether_an_address_has_an_account()
    {
        using var reader = House.Reader();
        var (known, unknown) = (await Known(), $"nobody-{Guid.NewGuid():N}@example.org");
        var here = await Ask(reader, known);
        var there = await Ask(reader, unknown);
        Assert.Equal(here.Status, there.Status);
        Assert.Equal(here.Text.Replace(known, "", StringComparison.Ordinal), there.Text.Replace(unknown, "", StringComparison.Ordinal));

        var wrong = await Enter(reader, here, await OtherThan(known));
        var wrongThere = await Enter(reader, there, "123456");
        Assert.Equal(wrong.Status, wrongThere.Status);
        Assert.Equal(
            wrong.Text.Replace(known, "", StringComparison.Ordinal),
            wrongThere.Text.Replace(unknown, "", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await House.All<OutgoingMail>(), m => m.To == unknown);
    }

    [Fact]
    public async Task An_address_is_sent_five_codes_in_an_hour_and_no_more()
    {
        using var reader = House.Reader();
        var email = await Known();
        for (var time = 0; time < 7; time++)
            Assert.Equal("/sign-in/code", (await Ask(reader, email)).Address.AbsolutePath);
        Assert.Equal(5, (await House.All<OutgoingMail>()).Count(m => m.To == email));
    }

    [Theory]
    [InlineData("//evil.example/", "/me")]
    [InlineData("https://evil.example/", "/me")]
    [InlineData("/\\evil.example/", "/me")]
    [InlineData("/networks", "/networks")]
    public async Task Signing_in_leads_on_only_inside_this_site(string next, string arrives)
    {
        using var reader = House.Reader();
        var email = await Known();
        var page = await Ask(reader, email, $"/sign-in?next={Uri.EscapeDataString(next)}");
        var arrived = await Enter(reader, page, await CodeFor(email));
        Assert.Equal(House.Address.Authority, arrived.Address.Authority);
        Assert.Equal(arrives, arrived.Address.AbsolutePath);
    }

    private static async Task<Page> Ask(Reader reader, string email, string from = "/sign-in")
    {
        var page = await reader.Open(from);
        return await reader.Submit(page.Form("main form", ("Input.Email", email)));
    }

    private static Task<Page> Enter(Reader reader, Page page, string code) => reader.Submit(page.Form("main form", ("Input.Code", code)));

    private async Task<string> Known()
    {
        var email = $"member-{Guid.NewGuid():N}@example.org";
        await House.Store(new Account(email, "en", House.Clock.GetUtcNow()));
        return email;
    }

    private async Task<string> CodeFor(string email)
    {
        var mails = await House.All<OutgoingMail>();
        return mails.Where(m => m.To == email).OrderBy(m => m.CreatedAt).Last().Text.Split('\n')[0];
    }

    private async Task<string> OtherThan(string email) =>
        ((int.Parse(await CodeFor(email), CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public sealed class Shared : IAsyncLifetime
    {
        public House House { get; private set; } = null!;

        public async ValueTask InitializeAsync() => House = await House.Open(new Plan { Content = Content.SetUp });

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }
}
