using System.Net;
using Kosmopolit.Platform.Auth.Tokens;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Kosmopolit.Tests.World.Databases;

namespace Kosmopolit.Tests.Platform.Api;

/// <summary>Tokens for programs: made on a page, shown once, kept as a hash, narrow, short-lived and taken back at once.</summary>
[UsesDatabase]
public sealed class TokenTests(Village village) : IClassFixture<Village>
{
    private static int _people;

    private readonly string _email = $"tilda{Interlocked.Increment(ref _people)}@example.org";

    [Fact]
    public async Task A_token_is_made_on_a_page_shown_once_works_and_is_kept_as_a_hash()
    {
        using var reader = await Settled();
        var page = await reader.Submit(
            (await reader.Open("/me/tokens")).Is(HttpStatusCode.OK).Form(fields: [("Input.Name", "Vår lista"), ("Input.Scope", "Read")])
        );
        var secret = page.One("input.link").GetAttribute("value")!;
        Assert.StartsWith(AccessToken.Prefix, secret, StringComparison.Ordinal);
        Assert.Contains("Vår lista", page.Text, StringComparison.Ordinal);
        Assert.Contains("not used yet", page.Text, StringComparison.Ordinal);
        var again = await reader.Open("/me/tokens");
        Assert.DoesNotContain(secret, again.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await village.House.All<AccessToken>(), t => t.Hash.Contains(secret, StringComparison.Ordinal));

        using var program = new ApiClient(village.House) { Token = secret };
        Assert.Equal("Tilda", (await program.Get("/me/name")).Is(200).Json.GetProperty("name").GetString());
        Assert.Contains("last used on", (await reader.Open("/me/tokens")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_taken_back_opens_nothing_from_the_next_moment_on()
    {
        using var reader = await Settled();
        using var program = await ApiClient.Of(village.House, _email);
        (await program.Get("/me")).Is(200);
        await reader.Submit((await reader.Open("/me/tokens")).Form("main .ranked form"));
        Assert.Equal("Bearer", (await program.Get("/me")).Is(401).Page.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Nobody_takes_back_a_token_of_somebody_else()
    {
        using var owner = await Settled();
        using var program = await ApiClient.Of(village.House, _email);
        using var other = await village.As(village.Neighbour);
        Assert.DoesNotContain("until", (await other.Open("/me/tokens")).Text, StringComparison.Ordinal);
        (await program.Get("/me")).Is(200);
    }

    [Fact]
    public async Task A_token_for_reading_changes_nothing_and_one_for_writing_does()
    {
        using var _ = await Settled();
        using var reads = await ApiClient.Of(village.House, _email, TokenScope.Read);
        var refused = (await reads.Send("PUT", "/me/name", new { name = "Tova" }, "*")).Is(403);
        Assert.Contains("for reading only", refused.Text, StringComparison.Ordinal);
        using var writes = await ApiClient.Of(village.House, _email);
        (await writes.Send("PUT", "/me/name", new { name = "Tova" }, "*")).Is(200);
        Assert.Equal("Tova", (await reads.Get("/me/name")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_token_ends_on_its_day_and_opens_no_page()
    {
        using var _ = await Settled();
        await using var house = await House.Open();
        using var program = await ApiClient.Of(village.House, _email);
        (await program.Get("/me")).Is(200);
        using var page = village.House.Reader();
        var request = new HttpRequestMessage(HttpMethod.Get, "/me/name");
        request.Headers.Add("Authorization", $"Bearer {program.Token}");
        Assert.True((await page.Once(request)).IsRedirect);
        using var forged = new ApiClient(village.House) { Token = AccessToken.Prefix + "forged" };
        (await forged.Get("/me")).Is(401);
        // What everyone may see stays open, and is not mixed up with what the token's owner sees.
        (await forged.Get("/networks")).Is(200);
    }

    [Fact]
    public async Task A_session_changes_nothing_without_the_header_that_no_foreign_page_can_send()
    {
        using var _ = await Settled();
        using var browser = new ApiClient(village.House);
        await browser.UseSession(_email);
        (await browser.Send("PUT", "/me/name", new { name = "Tuva" }, "*")).Is(200);
        browser.FormToken = null;
        (await browser.Send("PUT", "/me/name", new { name = "Tora" }, "*")).Is(403);
        browser.FormToken = "forged";
        (await browser.Send("PUT", "/me/name", new { name = "Tora" }, "*")).Is(403);
        Assert.Equal("Tuva", (await browser.Get("/me/name")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Whoever_tries_token_after_token_is_held_up()
    {
        using var stranger = new ApiClient(village.House);
        var statuses = new List<int>();
        for (var i = 0; i <= Kosmopolit.Platform.Ui.UiRoom.VisitorKnocks; i++)
        {
            stranger.Token = $"{AccessToken.Prefix}guess{i}";
            statuses.Add((await stranger.Send("PUT", "/me/name", new { name = "Mine" }, "*")).Status);
        }
        Assert.All(statuses[..^1], s => Assert.Equal(401, s));
        Assert.Equal(429, statuses[^1]);
    }

    private async Task<Reader> Settled()
    {
        await village.Settle(_email, "Tilda", village.Home);
        return await village.As(_email);
    }
}
