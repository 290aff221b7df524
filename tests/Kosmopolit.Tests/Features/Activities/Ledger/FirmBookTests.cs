using System.Net;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Members.Firms;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Activities.Ledger;

/// <summary>A firm's book is read by its people alone; others see sums of five firms and more.</summary>
[UsesDatabase]
public sealed class FirmBookTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;
    private Firm _timber = null!;
    private Firm _water = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        _timber = await _village.Firm("Norrtimmer", _berit);
        _water = await _village.Firm("Sjövatten", _karim);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Its_people_write_correct_and_take_out_and_nobody_else_reads_it()
    {
        using var berit = await _village.As("berit@example.org");
        var book = $"/me/firms/{_timber.Id}/results";
        var page = await berit.Submit(Filled(await berit.Open(book), ("Input.Country", "العراق"), ("Input.Partner", "Zagros Timber")));
        var line = $"{book}/{Assert.Single(await _village.Book()).Id}";
        Assert.Contains(line, page.Links());
        Assert.Contains("An offer · Iraq", page.Text, StringComparison.Ordinal);

        await Mistakes(berit, book);

        // Told a second time, it is noticed; another one is another one.
        var again = Filled(await berit.Open(book), ("Input.Country", "IQ"));
        page = await berit.Submit(again);
        Assert.Contains("Is it the same?", page.Text, StringComparison.Ordinal);
        Assert.Single(await _village.Book());
        await berit.Submit(page.Form("form[data-keep=ledger]", ("Input.IsAnother", "true")));
        Assert.Equal(2, (await _village.Book()).Count);

        page = await berit.Submit(
            (await berit.Open(line)).Form("form[data-keep=ledger-entry]", ("Input.Stage", "Contract"), ("Input.Why", "They signed."))
        );
        Assert.Contains("A contract · Iraq", page.One("h1").TextContent, StringComparison.Ordinal);
        var history = page.One("main ol").TextContent;
        Assert.Contains("An offer", history, StringComparison.Ordinal);
        Assert.Contains("They signed.", history, StringComparison.Ordinal);
        Assert.Contains("Berit", history, StringComparison.Ordinal);

        await BelongsToIts(berit, book, line);
    }

    [Fact]
    public async Task Two_who_write_the_same_at_once_write_it_once()
    {
        var refused = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Write("berit@example.org", w => w.Add(_timber.Id, Input()))))
        );
        Assert.Single(refused, r => r is null);
        Assert.Single(await _village.Book());
    }

    [Fact]
    public async Task What_two_firms_tell_of_each_other_is_one_deal_with_two_witnesses()
    {
        using var karim = await _village.As("karim@example.org");
        var book = $"/me/firms/{_water.Id}/results";
        Assert.Null(await Write("karim@example.org", w => w.Add(_water.Id, Input())));
        var input = Input();
        (input.OtherFirm, input.Partner) = ($"https://norr.example.org/firms/{_water.Slug}?lang=sv", "Secret partner");
        Assert.Null(await Write("berit@example.org", w => w.Add(_timber.Id, input)));
        // The other firm is asked, and sees what it is asked about and no more.
        var page = await karim.Open(book);
        Assert.Contains("Norrtimmer", page.One("section.card").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret partner", page.Body, StringComparison.Ordinal);
        var form = page.Form("section.card form");
        var like = Assert.Single(await _village.Book(), e => e.FirmId == _water.Id);
        Assert.Equal(like.Id.ToString(), form.QuerySelector("option[selected]")!.GetAttribute("value"));
        // A third firm is not asked and cannot answer.
        var claim = (await _village.Book()).Single(e => e.FirmId == _timber.Id);
        await _village.Firm("Anna AB", (await _village.House.All<Member>()).Single(m => m.Name.Value == "Anna"));
        var other = (await _village.House.All<Firm>()).Single(f => f.Name.Value == "Anna AB");
        var answer = new ConfirmInput { Claim = claim.Id, Word = OtherWord.Yes };
        Assert.NotNull(await By(_village.Coordinator, s => s.GetRequiredService<ConfirmDeal>().Run(other.Id, answer)));
        Assert.NotNull(await By(_village.Coordinator, s => s.GetRequiredService<ConfirmDeal>().Run(_water.Id, answer)));

        page = await karim.Submit(form, (AngleSharp.Html.Dom.IHtmlElement)form.QuerySelector("button[value=Yes]")!);
        Assert.Empty(page.Html.QuerySelectorAll("section.card form"));
        var both = await _village.Book();
        Assert.Equal(2, both.Count);
        Assert.Single(both.Select(e => e.DealId).Distinct());
        Assert.All(both, e => Assert.Equal(Evidence.OtherSide, e.Deal.Evidence));
        Assert.All(both, e => Assert.Equal(2, e.Versions.Count));
    }

    // Hostile and mistaken input is told at its field, and nothing is lost.
    private async Task Mistakes(Reader berit, string book)
    {
        foreach (
            var (field, value, said) in new[]
            {
                ("Input.Country", "Nowhereland", "do not know a country"),
                ("Input.On", "2031-01-01", "has not come yet"),
                ("Input.On", "32 March", "year-month-day"),
                ("Input.Evidence", "Paper", "Write which paper"),
                ("Input.Partner", "<b>Zagros</b>", "plain words"),
                ("Input.OtherFirm", "/firms/nobody", "no such firm"),
                ("Input.OtherFirm", $"/firms/{_timber.Slug}", "not your own"),
                ("Input.Question", "that one", "address of the question"),
            }
        )
        {
            var page = await berit.Submit(
                Filled(await berit.Open(book), ("Input.Country", "Norge"), ("Input.Partner", "Fjord AS"), (field, value))
            );
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
            Assert.Single(page.Html.QuerySelectorAll("[aria-invalid=true]"));
        }
    }

    // Members of the same network, those who run it, other firms and visitors: nothing is there.
    private async Task BelongsToIts(Reader berit, string book, string line)
    {
        using var visitor = _village.House.Reader();
        Assert.Equal("/sign-in", (await visitor.Open(line)).Address.AbsolutePath);
        foreach (var email in new[] { "karim@example.org", _village.Coordinator, _village.Neighbour })
        {
            using var reader = await _village.As(email);
            (await reader.Open(book)).Is(HttpStatusCode.NotFound);
            (await reader.Open(line)).Is(HttpStatusCode.NotFound);
            foreach (var open in new[] { $"/firms/{_timber.Slug}", "/networks/norr/results", "/networks/norr" })
                Assert.DoesNotContain("Zagros", (await reader.Open(open)).Body, StringComparison.Ordinal);
            var entry = (await _village.Book())[0].Id;
            Assert.Equal(RefusalKind.Gone, (await Write(email, w => w.Correct(entry, Input())))!.Kind);
            Assert.Equal(RefusalKind.Gone, (await Write(email, w => w.Withdraw(entry, "")))!.Kind);
            Assert.Equal(RefusalKind.Gone, (await Write(email, w => w.Add(_timber.Id, Input())))!.Kind);
        }

        await berit.Submit((await berit.Open(line)).Form("details form:has(button.danger)"));
        Assert.DoesNotContain(line, (await berit.Open(book)).Links());
        Assert.Contains("taken out", (await berit.Open(line)).Text, StringComparison.Ordinal);
        // Whoever leaves the firm reads it no more.
        var part = (await _village.House.All<FirmRole>()).Single(r => r.MemberId == _berit.Id);
        await _village.House.Do(async db =>
        {
            db.Attach(part).Property("EndedAt").CurrentValue = _village.House.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        (await berit.Open(book)).Is(HttpStatusCode.NotFound);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Filled(Page page, params (string, string)[] more) =>
        page.Form("form[data-keep=ledger]", [("Input.Stage", "Offer"), ("Input.On", "2026-11-02"), .. more]);

    private static EntryInput Input() =>
        new()
        {
            Stage = DealStage.Contract,
            Country = "IQ",
            On = Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

    private Task<Refusal?> Write(string email, Func<WriteEntry, Task<Refusal?>> verb) =>
        By(email, s => verb(s.GetRequiredService<WriteEntry>()));

    private Task<Refusal?> By(string email, Func<IServiceProvider, Task<Refusal?>> verb) => _village.House.By(email, verb);
}
