using System.Net;
using Kosmopolit.Features.Networks;
using Kosmopolit.Features.Setup.Offices;
using Kosmopolit.Platform;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Platform.Mail;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Setup;

/// <summary>The operator says who guides a start and who answers for the programme; what members elect is out of reach.</summary>
[UsesDatabase]
public sealed class OfficesTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Somebody_new_is_appointed_told_and_can_begin()
    {
        var young = await Gathering("east", "East");
        using var operator_ = await Operator("op1@example.org");
        var page = await operator_.Open("/admin");
        Assert.Contains("East is waiting for somebody who guides its start", page.Text, StringComparison.Ordinal);
        await operator_.Submit(page.Form("form.form", Office("facilitator/east", "gun@example.org")));
        page = await operator_.Open("/admin");
        Assert.DoesNotContain("East is waiting", page.Text, StringComparison.Ordinal);
        Assert.Contains("gun@example.org", page.Text, StringComparison.Ordinal);
        Assert.Contains("East", (await Told("gun@example.org")).Subject, StringComparison.Ordinal);

        using var gun = await village.As("gun@example.org");
        (await gun.Open($"/networks/{young.Slug}/start-up")).Is(HttpStatusCode.OK);
        // Nobody holds an office twice.
        var again = await operator_.Submit(page.Form("form.form", Office("facilitator/east", "GUN@example.org")));
        Assert.Contains("They hold this office already", again.Text, StringComparison.Ordinal);
        Assert.Equal("GUN@example.org", again.One("[name='Input.Email']").GetAttribute("value"));
    }

    [Fact]
    public async Task An_office_ends_after_a_question_and_its_rights_with_it()
    {
        using var operator_ = await Operator("op2@example.org");
        await operator_.Submit((await operator_.Open("/admin")).Form("form.form", Office("manager", "maj@example.org")));
        using var maj = await village.As("maj@example.org");
        (await maj.Open("/networks/new")).Is(HttpStatusCode.OK);
        var account = (await village.House.All<Account>()).Single(a => a.Email == "maj@example.org");
        var mandate = (await village.House.All<Mandate>()).Single(m => m.AccountId == account.Id);
        var asked = await operator_.Open($"/admin?end={mandate.Id}");
        await operator_.Submit(asked.Form("form.actions"));
        (await maj.Open("/networks/new")).Is(HttpStatusCode.NotFound);
        Assert.Contains("ended", (await village.MailTo("maj@example.org"))!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_comes_in_and_no_elected_office_is_given_or_taken()
    {
        using var anna = await village.As(village.Coordinator);
        (await anna.Open("/admin")).Is(HttpStatusCode.NotFound);
        using var operator_ = await Operator("op3@example.org");
        var page = await operator_.Open("/admin");
        // The village is its members' own: neither its coordinator stands here nor can anybody be sent in.
        Assert.DoesNotContain(village.Coordinator, page.Text, StringComparison.Ordinal);
        var forged = await operator_.Submit(page.Form("form.form", Office($"facilitator/{village.Home.Slug}", "spy@example.org")));
        Assert.Contains("Choose an office", forged.Text, StringComparison.Ordinal);
        var coordinator = (await village.House.All<Mandate>()).First(m => m.Role == Role.Coordinator);
        Assert.Null((await operator_.Open($"/admin?end={coordinator.Id}")).Html.QuerySelector("form.actions"));
        Assert.DoesNotContain(await village.House.All<Mandate>(), m => m.Scope == village.Home.Id && m.Role == Role.Facilitator);
    }

    [Fact]
    public async Task Members_hear_of_whoever_is_sent_to_guide_them_and_no_operator_steps_in_beside_a_guide()
    {
        var young = await Gathering("west", "West");
        await village.Settle("vera@example.org", "Vera", young);
        using var operator_ = await Operator("op4@example.org");
        var page = await operator_.Open("/admin");
        await operator_.Submit(page.Form("form.form", Office("facilitator/west", "guide@example.org")));
        Assert.Contains("Somebody new guides the start of West", (await Told("vera@example.org")).Subject, StringComparison.Ordinal);
        var own = await operator_.Submit((await operator_.Open("/admin")).Form("form.form", Office("facilitator/west", "op4@example.org")));
        Assert.Contains("Somebody guides this network already", own.Text, StringComparison.Ordinal);
        Assert.Single(await village.House.All<Mandate>(), m => m.Scope == young.Id);
    }

    [Fact]
    public async Task Operators_who_end_each_other_at_once_leave_one()
    {
        await using var house = await House.Open();
        var now = house.Clock.GetUtcNow();
        var accounts = new[] { new Account("one@example.org", "en", now), new Account("two@example.org", "en", now) };
        Mandate[] mandates = [.. accounts.Select(a => new Mandate(a.Id, Role.Operator, null, now, "Runs it"))];
        await house.Store([.. accounts, .. mandates]);
        var refusals = await Task.WhenAll(
            house.By("one@example.org", s => End(s, mandates[1].Id)),
            house.By("two@example.org", s => End(s, mandates[0].Id))
        );
        Assert.Single(refusals, r => r is not null);
        Assert.Single(await house.All<Mandate>(), m => m.Until is null);
    }

    [Fact]
    public async Task One_who_is_appointed_twice_at_once_has_one_office()
    {
        using var operator_ = await Operator("op5@example.org");
        var form = (await operator_.Open("/admin")).Form("form.form", Office("manager", "twice@example.org"));
        await Task.WhenAll(operator_.Submit(form), operator_.Submit(form), operator_.Submit(form));
        var account = (await village.House.All<Account>()).Single(a => a.Email == "twice@example.org");
        Assert.Single(await village.House.All<Mandate>(), m => m.AccountId == account.Id);
    }

    private static Task<Refusal?> End(IServiceProvider services, Guid mandate) =>
        services.GetRequiredService<AppointOfficer>().End(services.GetRequiredService<Me>(), mandate);

    private async Task<OutgoingMail> Told(string address)
    {
        OutgoingMail? mail = null;
        await World.Words.Come(async () => (mail = await village.MailTo(address)) is not null, TimeSpan.FromSeconds(20));
        return mail!;
    }

    private static (string, string)[] Office(string key, string email) =>
        [("Input.Office", key), ("Input.Email", email), ("Input.Why", "The board decided it.")];

    private async Task<Network> Gathering(string slug, string name)
    {
        var network = new Network(slug, name, ["2480"], village.House.Clock.GetUtcNow(), null);
        await village.House.Store(network);
        return network;
    }

    private async Task<Reader> Operator(string email)
    {
        var now = village.House.Clock.GetUtcNow();
        var account = new Account(email, "en", now);
        await village.House.Store(account, new Mandate(account.Id, Role.Operator, null, now, "Runs it"));
        return await village.As(email);
    }
}
