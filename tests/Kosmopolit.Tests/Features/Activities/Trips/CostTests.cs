using System.Net;
using CsCheck;
using Kosmopolit.Features.Activities;
using Kosmopolit.Features.Activities.Organising;
using Kosmopolit.Features.Activities.SignUps;
using Kosmopolit.Features.Activities.Trips;
using Kosmopolit.Features.Activities.Trips.Money;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Trust.Leaving;
using Kosmopolit.Platform.Language;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Trips;

/// <summary>What one pays for others is owed by those it was for, and stays in sight until it is paid.</summary>
[UsesDatabase]
public sealed class CostTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _karim = null!;
    private Activity _trip = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        var berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        await _village.Settle("leila@example.org", "Leila", _village.Home);
        _trip = await _village.Planned(berit, ActivityState.Open, isTrip: true);
        foreach (var email in new[] { "berit@example.org", "karim@example.org" })
            Assert.Null(await _village.SignsUp(email, _trip.Id));
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task It_is_shared_among_those_who_had_a_seat_then_whoever_comes_or_fills_in_a_sheet_later()
    {
        using var berit = await _village.As("berit@example.org");
        var page = await berit.Submit(await Paid(berit, "124"));
        Assert.Contains("Karim pays 62 SEK", Plain(page), StringComparison.Ordinal);
        Assert.Null(await _village.SignsUp("leila@example.org", _trip.Id));
        page = await berit.Open($"/trips/{_trip.Id}/money");
        Assert.Contains("Karim pays 62 SEK", Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Leila pays", Plain(page), StringComparison.Ordinal);
        Assert.Equal(3, page.Html.QuerySelectorAll("[name='Input.Whom'][checked]").Length);
    }

    [Fact]
    public async Task It_is_for_somebody_of_the_list_and_for_nobody_never()
    {
        var input = new ExpenseInput { Words = "Bus", Amount = "100" };
        Assert.Contains("at least one", (await Pays(input)).Text, StringComparison.Ordinal);
        input.Whom = [_village.Home.Id];
        Assert.Contains("from the list", (await Pays(input)).Text, StringComparison.Ordinal);
        Assert.NotNull(Expense.Of(_trip.Id, _karim.Id, ("Bus", 1), [], _village.House.Clock.GetUtcNow()).Refusal);
    }

    [Fact]
    public async Task Whoever_leaves_hears_what_is_open_and_keeps_the_page()
    {
        using var karim = await _village.As("karim@example.org");
        await karim.Submit(await Paid(karim, "124"));
        await _village.House.By("karim@example.org", s => s.GetRequiredService<JoinActivity>().Leave(_trip.Id));
        var mail = (await _village.MailTo("karim@example.org"))!.Text.Replace('\u00a0', ' ');
        Assert.Contains("owe you 62 SEK", mail, StringComparison.Ordinal);
        Assert.Contains($"/trips/{_trip.Id}/money", mail, StringComparison.Ordinal);
        var page = (await karim.Open($"/trips/{_trip.Id}/money")).Is(HttpStatusCode.OK);
        Assert.Contains("Berit pays 62 SEK", Plain(page), StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("form[data-keep=expense]"));
        Assert.NotEmpty((await karim.Open($"/trips/{_trip.Id}")).Html.QuerySelectorAll($"a[href*='/trips/{_trip.Id}/money']"));
        (await karim.Open($"/trips/{_trip.Id}/meetings")).Is(HttpStatusCode.NotFound);
        using var leila = await _village.As("leila@example.org");
        (await leila.Open($"/trips/{_trip.Id}/money")).Is(HttpStatusCode.NotFound);
        var off = new TurnInput { To = ActivityState.CalledOff, Why = "Snow" };
        Assert.Null(await _village.House.By("berit@example.org", s => s.GetRequiredService<TurnActivity>().Run(_trip.Id, off)));
        mail = (await _village.MailTo("berit@example.org"))!.Text.Replace('\u00a0', ' ');
        Assert.Contains("still owe 62 SEK", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_do_not_show_their_names_are_told_apart_also_once_their_sign_up_is_erased()
    {
        var now = _village.House.Clock.GetUtcNow();
        var visitors = new List<SignUp>();
        foreach (var name in new[] { "Tilde", "سارة", "Ulf" })
        {
            now = now.AddMinutes(1);
            var (row, _) = SignUp.OfVisitor(_trip.Id, name, ($"v{now.Minute}@example.net", $"V{now.Minute}@EXAMPLE.NET"), "sv", now);
            row.Become(SignUpState.Coming, now);
            await _village.House.Store(row);
            visitors.Add(row);
        }
        var input = new ExpenseInput { Words = "Bus", Amount = "400" };
        input.Whom = [_karim.Id, .. visitors.Select(v => v.Id)];
        Assert.Null(await _village.House.By("karim@example.org", s => s.GetRequiredService<ShareCosts>().Pay(_trip.Id, input)));
        using var karim = await _village.As("karim@example.org");
        using var berit = await _village.As("berit@example.org");
        var debts = await Debts(karim);
        Assert.Equal(3, debts.Count);
        Assert.All(Enumerable.Range(1, 3), i => Assert.Contains($"A visitor ({i}) pays 100 SEK to Karim", debts));
        var page = await berit.Open($"/trips/{_trip.Id}/money");
        Assert.Contains("سارة pays 100 SEK to Karim", Plain(page), StringComparison.Ordinal);
        Assert.Contains("\u2068سارة\u2069", page.Text, StringComparison.Ordinal);
        await _village.House.Ask(db => db.Set<SignUp>().Where(s => s.Id == visitors[0].Id).ExecuteDeleteAsync());
        Assert.Equal(debts.Order(), (await Debts(karim)).Order());
        Assert.DoesNotContain("A member", (await karim.Open($"/trips/{_trip.Id}/money")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_paid_for_one_is_among_what_one_takes_along()
    {
        using var berit = await _village.As("berit@example.org");
        await berit.Submit(await Paid(berit, "124"));
        var rows = new List<(string Column, string Said, int Count)>();
        foreach (var member in new[] { _karim.Id, _trip.ProposerId })
        foreach (var holding in Holdings.All.Where(h => h.Entity == typeof(Expense)))
        {
            var whom = new Whom(Guid.NewGuid(), member, "", "", []);
            var said = holding.Said!(new Texts(ReaderLanguage.English));
            rows.Add((holding.Column, said, (await _village.House.Ask(db => holding.Rows(db, whom, default))).Count));
        }
        const string paid = "What you paid for others on trips";
        const string owed = "What others paid for you on trips";
        // Once each: whoever paid and has a share of it finds it among what they paid.
        Assert.Equal([("PaidById", paid, 0), ("Sharers", owed, 1), ("PaidById", paid, 1), ("Sharers", owed, 0)], rows);
    }

    [Fact]
    public void Whoever_each_was_for_all_together_it_is_nothing() =>
        Gen.Select(Gen.Int[1, 8], Gen.Select(Gen.Int[0, 7], Gen.Long[1, 10_000_000], Gen.Int[1, 255]).Array[0, 20])
            .Sample(
                (people, paid) =>
                {
                    List<Guid> keys = [.. Enumerable.Range(0, people).Select(i => new Guid(i + 1, 0, 0, new byte[8]))];
                    var expenses = paid.Select(p =>
                            Expense.Of(
                                Guid.Empty,
                                keys[p.Item1 % people],
                                ("Bus", p.Item2),
                                [.. keys.Where((_, i) => (p.Item3 & (1 << i)) != 0)],
                                DateTimeOffset.UnixEpoch
                            )
                        )
                        .Select(o => o.Value)
                        .OfType<Expense>()
                        .ToList();
                    var balances = CostSplit.Balances(expenses.Select(CostSplit.Outlay));
                    var owed = expenses.Sum(e => CostSplit.Shares(e.Minor, e.Sharers.Count).Sum());
                    return balances.Values.Sum() == 0 && owed == expenses.Sum(e => e.Minor);
                }
            );

    private async Task<List<string>> Debts(Reader reader) =>
        [
            .. (await reader.Open($"/trips/{_trip.Id}/money"))
                .Html.QuerySelectorAll("h2 + ul.tight li")
                .Select(li => Plain(li.TextContent).Trim()),
        ];

    private static string Plain(Page page) => Plain(page.Text);

    // Without what keeps numbers together and names apart.
    private static string Plain(string text) =>
        text.Replace('\u00a0', ' ').Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private async Task<AngleSharp.Html.Dom.IHtmlFormElement> Paid(Reader reader, string amount) =>
        (await reader.Open($"/trips/{_trip.Id}/money")).Form("form[data-keep=expense]", ("Input.Words", "Bus"), ("Input.Amount", amount));

    private async Task<Kosmopolit.Platform.Refusal> Pays(ExpenseInput input) =>
        (await _village.House.By("berit@example.org", s => s.GetRequiredService<ShareCosts>().Pay(_trip.Id, input)))!;
}
