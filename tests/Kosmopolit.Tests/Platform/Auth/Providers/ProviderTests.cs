using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Providers;
using Kosmopolit.Platform.Auth.Sessions;
using Kosmopolit.Platform.Data;
using Kosmopolit.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace Kosmopolit.Tests.Platform.Auth.Providers;

/// <summary>Another service lets in whom its owner has linked, and nobody by an address that it tells.</summary>
[UsesDatabase]
public sealed class ProviderTests(ProviderTests.WithService door) : IClassFixture<ProviderTests.WithService>, IAsyncLifetime
{
    private LocalProvider Service => door.Service;

    public ValueTask InitializeAsync()
    {
        (Service.Subject, Service.Email) = (Guid.NewGuid().ToString("N"), $"{Guid.NewGuid():N}@example.org");
        (Service.EmailVerified, Service.Flaw, Service.Declines) = (true, Flaw.None, false);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Somebody_links_signs_in_through_the_service_and_unlinks()
    {
        var email = await door.Known();
        using (var reader = await door.SignedIn(email))
            await Link(reader);
        Assert.Contains("linked to Chamber", (await door.MailsTo(email))[0].Subject, StringComparison.Ordinal);

        using var phone = door.House.Reader();
        var page = await phone.Open("/sign-in/providers/chamber?next=/me/sign-in/sessions");
        Assert.Equal("/me/sign-in/sessions", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains("through another service", page.Text, StringComparison.Ordinal);
        // The service may have let them in weeks ago: that is no proof.
        Assert.Equal("/me/prove", (await phone.Open("/me/sign-in/password")).Address.AbsolutePath);

        using (var reader = await door.SignedIn(email))
            await reader.Submit((await reader.Open("/me/sign-in/providers/chamber/remove")).Form());
        using var tablet = door.House.Reader();
        Assert.Equal("/sign-in", (await tablet.Open("/sign-in/providers/chamber")).Address.AbsolutePath);
        var events = await door.EventsOf(await door.AccountOf(email));
        Assert.Contains(nameof(ProviderLinked), events);
        Assert.Contains(nameof(ProviderUnlinked), events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_that_a_service_tells_opens_no_account_verified_or_not(bool verified)
    {
        var victim = await door.Known();
        (Service.Email, Service.EmailVerified) = (victim, verified);
        using var thief = door.House.Reader();
        var page = await thief.Open("/sign-in/providers/chamber");
        Assert.Equal("/sign-in", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.DoesNotContain(AuthRoom.SessionCookie, thief.Cookies.Keys);
        var withAccount = page.Html.QuerySelector("main [role=status]")!.TextContent;

        // The same words for an address that nobody has here.
        Service.Email = "nobody-at-all@example.org";
        using var other = door.House.Reader();
        Assert.Equal(withAccount, (await other.Open("/sign-in/providers/chamber")).One("main [role=status]").TextContent);
        Assert.Empty(await LinksOf(victim));
    }

    [Fact]
    public async Task Who_is_not_linked_signs_in_with_a_code_first_and_then_links()
    {
        var email = await door.Known();
        using var reader = door.House.Reader();
        var page = await reader.Open("/sign-in/providers/chamber");
        page = await reader.Submit(page.Form(fields: [("Input.Email", email)]));
        page = await reader.Submit(page.Form(fields: [("Input.Code", await door.CodeFor(email))]));
        Assert.Equal("/me/sign-in/providers/link", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Empty(await LinksOf(email));
        page = await reader.Submit(page.Form());
        Assert.Equal("/me/sign-in", page.Address.AbsolutePath);
        Assert.Single(await LinksOf(email));
    }

    [Fact]
    public async Task Linking_needs_a_proof_and_a_yes()
    {
        var email = await door.Known();
        using var reader = await door.SignedIn(email, SignedInBy.Provider);
        Assert.Equal("/me/prove", (await reader.Open("/sign-in/providers/chamber")).Address.AbsolutePath);
        Assert.Empty(await LinksOf(email));
    }

    [Fact]
    public async Task One_person_of_a_service_opens_one_account()
    {
        var (first, second) = (await door.Known(), await door.Known());
        using (var reader = await door.SignedIn(first))
            await Link(reader);
        using var other = await door.SignedIn(second);
        var page = await other.Open("/sign-in/providers/chamber");
        page = await other.Submit(page.Form());
        Assert.Contains("opens another account", page.Text, StringComparison.Ordinal);
        Assert.Empty(await LinksOf(second));
    }

    [Fact]
    public async Task Another_person_with_a_linked_persons_address_is_not_that_person()
    {
        var email = await door.Known();
        Service.Email = email;
        using (var reader = await door.SignedIn(email))
            await Link(reader);
        // The service gave the address to somebody else.
        Service.Subject = Guid.NewGuid().ToString("N");
        using var heir = door.House.Reader();
        Assert.Equal("/sign-in", (await heir.Open("/sign-in/providers/chamber")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData(Flaw.Signature)]
    [InlineData(Flaw.Nonce)]
    [InlineData(Flaw.Audience)]
    [InlineData(Flaw.Issuer)]
    [InlineData(Flaw.Expired)]
    [InlineData(Flaw.NoSignature)]
    public async Task A_spoiled_token_opens_nothing_and_the_same_one_whole_does(Flaw flaw)
    {
        var email = await door.Known();
        using (var reader = await door.SignedIn(email))
            await Link(reader);
        Service.Flaw = flaw;
        using var thief = door.House.Reader();
        var page = await thief.Open("/sign-in/providers/chamber");
        Assert.Equal("/sign-in", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Contains("Chamber did not let you in", page.One("main .refusal:not([hidden])").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(AuthRoom.SessionCookie, thief.Cookies.Keys);
        Service.Flaw = Flaw.None;
        Assert.Equal("/me", (await thief.Open("/sign-in/providers/chamber")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_no_from_the_service_is_said_plainly()
    {
        Service.Declines = true;
        using var reader = door.House.Reader();
        var page = await reader.Open("/sign-in/providers/chamber");
        Assert.Contains("did not let you in", page.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_is_refused()
    {
        var email = await door.Known();
        using (var reader = await door.SignedIn(email))
            await Link(reader);
        using var thief = door.House.Reader();
        // As far as the service's answer, which the thief hands to the victim.
        var asked = await thief.Once(new HttpRequestMessage(HttpMethod.Get, "/sign-in/providers/chamber"));
        var answer = await thief.Once(new HttpRequestMessage(HttpMethod.Get, asked.Headers.Location));
        using var victim = door.House.Reader();
        var page = await victim.Open(answer.Headers.Location!.ToString());
        Assert.Equal("/sign-in", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.DoesNotContain(AuthRoom.SessionCookie, victim.Cookies.Keys);
    }

    [Fact]
    public async Task The_service_is_asked_for_nothing_but_who_and_the_address_and_with_a_proof_of_its_own()
    {
        using var reader = door.House.Reader();
        await reader.Open("/sign-in/providers/chamber");
        Assert.Equal("openid email", Service.LastAsked!["scope"]);
        Assert.Equal("S256", Service.LastAsked["code_challenge_method"]);
        Assert.NotEmpty(Service.LastAsked["nonce"].ToString());
        Assert.NotEmpty(Service.LastAsked["state"].ToString());
    }

    [Fact]
    public async Task Buttons_stand_where_services_are_configured_and_nowhere_else()
    {
        using var reader = door.House.Reader();
        Assert.Contains((await reader.Open("/sign-in?next=/about")).Links(), l => l == "/sign-in/providers/chamber?next=%2Fabout");
        await using var plain = new Doorstep();
        await plain.InitializeAsync();
        using var visitor = plain.House.Reader();
        Assert.DoesNotContain((await visitor.Open("/sign-in")).Links(), l => l.Contains("providers", StringComparison.Ordinal));
        (await visitor.Open("/sign-in/providers/chamber")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_plainly()
    {
        using var reader = door.House.Reader();
        var page = await reader.Open("/sign-in/providers/gone");
        Assert.Contains("Gone did not let you in", page.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authority", "http://elsewhere.example")]
    [InlineData("Authority", "not an address")]
    [InlineData("Name", "")]
    [InlineData("ClientId", "")]
    public void A_service_that_is_described_badly_stops_the_start_with_one_line(string setting, string value)
    {
        var settings = WithService.Describe("chamber", "Chamber", "https://login.example");
        settings[$"{ProviderList.Section}:chamber:{setting}"] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        Assert.Contains(
            setting,
            Assert.Throws<StartRefusedException>(() => ProviderList.From(configuration)).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task Link(Reader reader)
    {
        var page = await reader.Open("/sign-in/providers/chamber");
        Assert.Equal("/me/sign-in/providers/link", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        Assert.Equal("/me/sign-in", (await reader.Submit(page.Form())).Address.AbsolutePath);
    }

    private async Task<IReadOnlyList<IdentityUserLogin<Guid>>> LinksOf(string email)
    {
        var account = await door.AccountOf(email);
        return [.. (await door.House.All<IdentityUserLogin<Guid>>()).Where(l => l.UserId == account.Id)];
    }

    /// <summary>A house that trusts a service on this machine, and one that is not there.</summary>
    public sealed class WithService : Doorstep
    {
        public LocalProvider Service { get; private set; } = null!;

        protected override async Task<Plan> Furnish()
        {
            Service = await LocalProvider.Open();
            var settings = Describe("chamber", "Chamber", Service.Address).Concat(Describe("gone", "Gone", "http://127.0.0.1:1"));
            return new Plan { Settings = settings.ToDictionary() };
        }

        public static Dictionary<string, string?> Describe(string key, string name, string authority) =>
            new()
            {
                [$"{ProviderList.Section}:{key}:Name"] = name,
                [$"{ProviderList.Section}:{key}:Authority"] = authority,
                [$"{ProviderList.Section}:{key}:ClientId"] = LocalProvider.ClientId,
                [$"{ProviderList.Section}:{key}:ClientSecret"] = LocalProvider.ClientSecret,
            };

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Service.DisposeAsync();
        }
    }
}
