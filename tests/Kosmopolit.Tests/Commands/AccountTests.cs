using System.Net;
using System.Text.RegularExpressions;
using Kosmopolit.Commands;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Events;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Commands;

[UsesDatabase]
public sealed partial class AccountTests
{
    private const string Email = "åsa.drift@example.org";

    [Fact]
    public async Task An_operator_is_appointed_once_and_listed()
    {
        await using var house = await House.Open();
        Assert.Contains("Nobody", (await Typed.At(house, "account", "list-operators")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Contains(
            "new account",
            (await Typed.At(house, "account", "make-operator", Email)).Succeeded().Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "already",
            (await Typed.At(house, "account", "make-operator", "ÅSA.Drift@example.org")).Succeeded().Out,
            StringComparison.Ordinal
        );
        Assert.Contains(Email, (await Typed.At(house, "account", "list-operators")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Single(await house.All<Mandate>(), m => m is { Role: Role.Operator, Until: null });
        Assert.Single(await house.All<LoggedEvent>(), e => e.Kind == nameof(MandateGiven));
    }

    [Fact]
    public async Task Somebody_who_was_an_operator_is_not_listed_and_may_be_appointed_again()
    {
        await using var house = await House.Open();
        var account = new Account(Email, "sv", house.Clock.GetUtcNow());
        var mandate = new Mandate(account.Id, Role.Operator, null, DateTimeOffset.UnixEpoch, "");
        mandate.End(DateTimeOffset.UnixEpoch.AddYears(1));
        await house.Store(account, mandate);
        Assert.DoesNotContain(Email, (await Typed.At(house, "account", "list-operators")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Contains(
            "operator now",
            (await Typed.At(house, "account", "make-operator", Email)).Succeeded().Out,
            StringComparison.Ordinal
        );
        Assert.Single(await house.All<Account>());
    }

    [Fact]
    public async Task A_locked_out_operator_gets_in_with_the_printed_code_and_the_log_says_so()
    {
        await using var house = await House.Open();
        (await Typed.At(house, "account", "make-operator", Email)).Succeeded();
        var printed = (await Typed.At(house, "account", "sign-in-code", Email)).Succeeded().Out;
        using var reader = house.Reader();
        var page = (await reader.Open(Address().Match(printed).Value)).Is(HttpStatusCode.OK);
        var inside = (await reader.Submit(page.Form("main form", ("Input.Code", Code().Match(printed).Value)))).Is(HttpStatusCode.OK);
        Assert.Equal("/me", inside.Address.AbsolutePath);
        var logged = Assert.Single(await house.All<LoggedEvent>(), e => e.Kind == nameof(SignInCodePrinted));
        Assert.DoesNotContain("example.org", logged.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_operator_can_be_let_in()
    {
        await using var house = await House.Open();
        await house.Store(new Account(Email, "sv", house.Clock.GetUtcNow()));
        (await Typed.At(house, "account", "sign-in-code", Email)).Refused("not an operator");
        (await Typed.At(house, "account", "sign-in-code", "nobody@example.org")).Refused("not an operator");
        Assert.Empty(await house.All<SignInCode>());
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("Åsa <asa@example.org>")]
    [InlineData("")]
    public async Task What_is_no_address_is_refused(string email)
    {
        await using var house = await House.Open();
        (await Typed.At(house, "account", "make-operator", email)).Refused("e-mail address");
        Assert.Empty(await house.All<Account>());
    }

    [Fact]
    public async Task Without_a_database_nothing_is_made()
    {
        var folder = TemporaryFolders.New("account");
        (await Typed.In(folder, "account", "list-operators")).Refused("no database");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"/sign-in/code\S+")]
    private static partial Regex Address();
}
