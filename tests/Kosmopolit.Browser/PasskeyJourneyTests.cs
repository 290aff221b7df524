using Microsoft.Playwright;

namespace Kosmopolit.Browser;

/// <summary>A passkey from its making to its end, with the key that the browser itself plays.</summary>
public sealed class PasskeyJourneyTests(Browsing browsing)
{
    // A phone's own key: finger or face is asked for, and given or not.
    private static Dictionary<string, object> Phone(bool givesFinger) =>
        new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = givesFinger,
                ["automaticPresenceSimulation"] = true,
            },
        };

    [Theory]
    [InlineData("sv")]
    [InlineData("ar")]
    public async Task A_passkey_is_made_named_used_without_a_name_and_removed(string language)
    {
        await using var context = await browsing.Open(language, 360);
        // The key that the browser plays would answer the field before anybody presses the button.
        await context.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        var keys = await context.NewCDPSessionAsync(page);
        await keys.SendAsync("WebAuthn.enable");
        await keys.SendAsync("WebAuthn.addVirtualAuthenticator", Phone(givesFinger: true));
        await SignIn(page, $"passkey-{language}@example.org");

        await page.GotoAsync("/me/sign-in");
        await page.ClickAsync("main a[href='/me/sign-in/passkeys/new']");
        await page.FillAsync("[name='Input.Name']", "Nyckeln هنا");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/me/sign-in");
        Assert.True(await page.GetByText("Nyckeln هنا").IsVisibleAsync());
        await Folders.Keep(page, $"passkey-listed-{language}");

        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync(browsing.Address + "/");
        await page.GotoAsync("/sign-in?next=/me/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/me/sign-in");

        await page.ClickAsync("main a[href$='/remove']");
        await page.ClickAsync("main button.danger");
        await page.WaitForURLAsync("**/me/sign-in");
        Assert.Equal(0, await page.GetByText("Nyckeln هنا").CountAsync());

        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync(browsing.Address + "/");
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.Locator("main .refusal:not([data-passkey-failed])").WaitForAsync();
        Assert.Empty(complaints);
    }

    /// <summary>A person picks the passkey in the list under the field; the key that the browser plays picks for them.</summary>
    [Fact]
    public async Task The_field_for_the_address_offers_the_passkey()
    {
        await using var context = await browsing.Open("sv", 360);
        var page = await context.NewPageAsync();
        var keys = await context.NewCDPSessionAsync(page);
        await keys.SendAsync("WebAuthn.enable");
        await keys.SendAsync("WebAuthn.addVirtualAuthenticator", Phone(givesFinger: true));
        await SignIn(page, "passkey-field@example.org");
        await page.GotoAsync("/me/sign-in/passkeys/new");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/me/sign-in");
        await page.GotoAsync("/sign-out");
        await page.ClickAsync("main button.btn");
        await page.WaitForURLAsync(browsing.Address + "/");

        await page.GotoAsync("/sign-in?next=/me/sign-in", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForURLAsync(browsing.Address + "/me/sign-in");
        Assert.True(await page.GetByText("passkey-field@example.org").IsVisibleAsync());
    }

    [Fact]
    public async Task A_browser_without_a_passkey_says_nothing_and_sends_the_code()
    {
        await using var context = await browsing.Open("sv", 360);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        var keys = await context.NewCDPSessionAsync(page);
        await keys.SendAsync("WebAuthn.enable");
        await keys.SendAsync("WebAuthn.addVirtualAuthenticator", Phone(givesFinger: true));
        var question = page.WaitForResponseAsync("**/sign-in/passkey/question");
        await page.GotoAsync("/sign-in");
        await question;
        await page.FillAsync("[name='Input.Email']", "nobody-here@example.org");
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/sign-in/code?**");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_script_passkeys_step_back_and_the_code_is_offered()
    {
        await using var context = await browsing.Open("en", 360, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        Assert.False(await page.Locator("form[data-passkey]").IsVisibleAsync());
        Assert.True(await page.Locator("noscript p").IsVisibleAsync());
        Assert.True(await page.Locator("[name='Input.Email']").IsVisibleAsync());
    }

    [Fact]
    public async Task Somebody_who_changes_their_mind_is_told_that_nothing_happened()
    {
        await using var context = await browsing.Open("en", 360);
        var page = await context.NewPageAsync();
        var keys = await context.NewCDPSessionAsync(page);
        await keys.SendAsync("WebAuthn.enable");
        await keys.SendAsync("WebAuthn.addVirtualAuthenticator", Phone(givesFinger: false));
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.Locator("[data-passkey-failed]").WaitForAsync();
        Assert.True(await page.Locator("[name='Input.Email']").IsVisibleAsync());
    }

    // Whoever joins has an account with the first code.
    private async Task SignIn(IPage page, string email)
    {
        await page.GotoAsync("/join/skane");
        await page.FillAsync("[name='Input.Email']", email);
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/sign-in/code?**");
        await page.FillAsync("[name='Input.Code']", await browsing.Mailbox.CodeFor(email));
        await page.ClickAsync("main form button.btn");
        await page.WaitForURLAsync("**/join/skane/criterion**");
    }
}
