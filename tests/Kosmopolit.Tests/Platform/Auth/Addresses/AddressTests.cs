using System.Net;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Auth.Addresses;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Platform.Auth.Addresses;

/// <summary>Another address opens the account after a code from both, and nobody learns who else has one.</summary>
[UsesDatabase]
public sealed class AddressTests(Doorstep door) : IClassFixture<Doorstep>
{
    [Fact]
    public async Task Both_codes_move_the_account_and_the_old_address_is_told()
    {
        var (old, fresh) = (await door.Known(), Unknown());
        using var reader = await door.SignedIn(old);
        var page = await Begin(reader, fresh);
        Assert.Equal("/me/sign-in/address/codes", page.Is(HttpStatusCode.OK).Address.AbsolutePath);
        var account = await door.AccountOf(old);
        page = await Confirm(reader, page, await door.CodeFor(old), await door.CodeFor(fresh));
        Assert.Equal("/me/sign-in", page.Address.AbsolutePath);
        Assert.Contains(fresh, page.Text, StringComparison.Ordinal);
        Assert.Equal(account.Id, (await door.AccountOf(fresh)).Id);
        Assert.Contains("new address", (await door.MailsTo(old))[0].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(fresh, (await door.MailsTo(old))[0].Text, StringComparison.Ordinal);
        Assert.Contains(nameof(AddressChanged), await door.EventsOf(account));
        Assert.DoesNotContain(await door.House.All<AddressChange>(), c => c.AccountId == account.Id && c.Email.Length > 0);

        using var visitor = door.House.Reader();
        var entry = await visitor.Submit((await visitor.Open("/sign-in")).Form(fields: [("Input.Email", fresh.ToUpperInvariant())]));
        entry = await visitor.Submit(entry.Form(fields: [("Input.Code", await door.CodeFor(fresh))]));
        Assert.Equal("/me", entry.Address.AbsolutePath);
    }

    [Fact]
    public async Task One_code_is_not_enough_and_five_wrong_ones_end_it()
    {
        var (old, fresh) = (await door.Known(), Unknown());
        using var reader = await door.SignedIn(old);
        var page = await Begin(reader, fresh);
        var (oldCode, newCode) = (await door.CodeFor(old), await door.CodeFor(fresh));
        page = await Confirm(reader, page, oldCode, oldCode == newCode ? "000000" : oldCode);
        Assert.Contains("the new address", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        page = await Confirm(reader, page, newCode == oldCode ? "000000" : newCode, newCode);
        Assert.Contains("present address", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        for (var guess = 0; guess < 3; guess++)
            page = await Confirm(reader, page, oldCode, Doorstep.OtherThan(newCode));
        page = await Confirm(reader, page, oldCode, newCode);
        Assert.Null(page.Html.QuerySelector("input[name='Input.OldCode']"));
        Assert.Equal(old, (await door.AccountOf(old)).Email);
    }

    [Fact]
    public async Task Whether_the_new_address_has_an_account_is_told_to_its_mailbox_alone()
    {
        var (free, taken) = (Unknown(), await door.Known());
        var pages = new List<string>();
        foreach (var target in new[] { free, taken })
        {
            var old = await door.Known();
            using var reader = await door.SignedIn(old);
            var page = await Begin(reader, target);
            pages.Add(Masked(page, old, target));
            page = await Confirm(reader, page, await door.CodeFor(old), "123456");
            pages.Add(Masked(page, old, target));
        }
        Assert.Equal(pages[0], pages[2]);
        Assert.Equal(pages[1], pages[3]);
        var mail = (await door.MailsTo(taken))[0];
        Assert.Contains("has an account already", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{6}", mail.Text);
        Assert.Matches("[0-9]{6}", (await door.MailsTo(free))[0].Subject);
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_answers_as_a_wrong_code()
    {
        var (old, fresh) = (await door.Known(), Unknown());
        using var reader = await door.SignedIn(old);
        var page = await Begin(reader, fresh);
        await door.House.Store(new Account(fresh, "en", door.House.Clock.GetUtcNow()));
        page = await Confirm(reader, page, await door.CodeFor(old), await door.CodeFor(fresh));
        Assert.Contains("not the code", page.Is(HttpStatusCode.OK).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(old, (await door.AccountOf(old)).Email);
    }

    [Fact]
    public async Task Codes_last_half_an_hour_and_a_newer_change_replaces_an_older()
    {
        await using var house = new Doorstep();
        await house.InitializeAsync();
        var (old, first, second) = (await house.Known(), Unknown(), Unknown());
        using var reader = await house.SignedIn(old);
        await Begin(reader, first);
        var stale = await house.CodeFor(first);
        var page = await Begin(reader, second);
        page = await Confirm(reader, page, await house.CodeFor(old), stale == await house.CodeFor(second) ? "000000" : stale);
        Assert.NotEmpty(page.One("[role=alert]").TextContent);
        house.House.Clock.Move(AddressChange.Lifetime);
        using var later = await house.SignedIn(old);
        Assert.Contains("No change waits", (await later.Open("/me/sign-in/address/codes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_changes_a_day_are_enough_and_one_can_be_taken_back()
    {
        var old = await door.Known();
        using var reader = await door.SignedIn(old);
        for (var time = 0; time < ChangeAddress.MostPerDay; time++)
            await Begin(reader, Unknown());
        var back = await reader.Open("/me/sign-in/address/codes");
        await reader.Submit(back.Form("main form:last-of-type"));
        Assert.Contains("No change waits", (await reader.Open("/me/sign-in/address/codes")).Text, StringComparison.Ordinal);
        Assert.Contains("enough for one day", (await Begin(reader, Unknown())).One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_can_be_mistaken_asks_once_more()
    {
        var old = await door.Known();
        using var reader = await door.SignedIn(old);
        var page = await Begin(reader, "сорру@example.org");
        Assert.Contains("look like Latin", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        page = await reader.Submit(page.Form(fields: [("Input.Meant", "true")]));
        Assert.Equal("/me/sign-in/address/codes", page.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("anna@example.org", true)]
    [InlineData("åsa.öberg@företag.example", true)]
    [InlineData("анна@example.org", true)]
    [InlineData("ali@مثال.example", true)]
    [InlineData("аnna@example.org", false)]
    [InlineData("anna@exаmple.org", false)]
    [InlineData("anna@xn--exmple-4nf.org", false)]
    [InlineData("an\u200Bna@example.org", false)]
    [InlineData("an\u202Ena@example.org", false)]
    [InlineData("an na@example.org", false)]
    public void Letters_of_an_address_belong_together(string address, bool goes) =>
        Assert.Equal(goes, AddressLetters.Refuse(address) is null);

    [Theory]
    [InlineData("сорру@example.org", true)]
    [InlineData("anna@сор.example", true)]
    [InlineData("ɑnna@example.org", false)]
    [InlineData("сосна@example.org", false)]
    [InlineData("anna@example.org", false)]
    public void Whole_words_in_look_alike_letters_are_noticed(string address, bool noticed) =>
        Assert.Equal(noticed, AddressLetters.CanBeMistaken(address, "somebody@example.org"));

    [Fact]
    public async Task Signing_in_and_joining_refuse_mixed_alphabets_at_the_field()
    {
        using var reader = door.House.Reader();
        var page = await reader.Submit((await reader.Open("/sign-in")).Form(fields: [("Input.Email", "аnna@example.org")]));
        Assert.Contains("mixes letters", page.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    private static string Unknown() => $"{Guid.NewGuid().ToString("N")[..12]}@example.org";

    private static async Task<Page> Begin(Reader reader, string address) =>
        await reader.Submit((await reader.Open("/me/sign-in/address")).Form(fields: [("Input.Email", address)]));

    private static Task<Page> Confirm(Reader reader, Page page, string oldCode, string newCode) =>
        reader.Submit(page.Form(fields: [("Input.OldCode", oldCode), ("Input.NewCode", newCode)]));

    private static string Masked(Page page, string old, string target) =>
        page.Text.Replace(old, "", StringComparison.Ordinal).Replace(target, "", StringComparison.Ordinal);
}
