using CsCheck;
using Kosmopolit.Features.Activities.Ledger;
using Kosmopolit.Features.Activities.Ledger.Asking;
using Kosmopolit.Features.Activities.Ledger.Figures;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Activities.Ledger;

/// <summary>Funders get honest figures without seeing anybody's data.</summary>
public sealed class FoldingTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<Told[]> Tales = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 39], Gen.Int[0, 11])
        .Select((key, deal, firm) => new Told($"{(char)('A' + key)}", Ids[deal], Ids[firm]))
        .Array[0, 40];

    [Fact]
    public void No_row_is_about_fewer_than_five_and_none_can_be_worked_out() =>
        Tales.Sample(told =>
        {
            var rows = Folding.Fold(told);
            Assert.All(rows, r => Assert.True(r.Firms >= Folding.Least));
            // What is not in the rows is nothing, or everything there was.
            var shown = rows.Select(r => r.Key).ToHashSet();
            var rest = told.Where(t => !shown.Contains(t.Key)).ToList();
            if (!shown.Contains(null) && rest.Count > 0)
                Assert.Empty(rows);
            if (rows.SingleOrDefault(r => r.Key is null) is { } others)
                Assert.Equal(rest.Select(t => t.Deal).Distinct().Count(), others.Deals);
            // Nothing is held back without need.
            if (told.Select(t => t.Firm).Distinct().Count() >= Folding.Least)
                Assert.NotEmpty(rows);
        });

    [Theory]
    [InlineData(4, 4, null, null, false)]
    [InlineData(9, 4, 9, null, false)]
    [InlineData(9, 7, 9, null, true)]
    [InlineData(9, 9, 9, 9, false)]
    [InlineData(12, 6, 12, 6, false)]
    public void Of_answers_neither_part_is_told_below_five(int asked, int answered, int? saysAsked, int? saysAnswered, bool nearly) =>
        Assert.Equal(new Answers(saysAsked, saysAnswered, nearly), LedgerFigures.Of(asked, answered));

    [Fact]
    public void Two_firms_that_name_each_other_tell_one_deal_before_either_has_answered()
    {
        Counted Line(int deal, int firm, int? other, string country = "IQ", int day = 0) =>
            new(
                Ids[deal],
                Ids[firm],
                other is { } o ? Ids[o] : null,
                DealStage.Contract,
                country,
                ValueBand.Untold,
                new DateOnly(2026, 5, 1).AddDays(day)
            );
        Assert.Single(LedgerFigures.Deals([Line(1, 11, 12), Line(2, 12, 11, day: 90)]));
        Assert.Equal(2, LedgerFigures.Deals([Line(1, 11, 12), Line(2, 12, 11, day: 91)]).Count);
        Assert.Equal(2, LedgerFigures.Deals([Line(1, 11, 12), Line(2, 12, 11, "NO")]).Count);
        Assert.Equal(2, LedgerFigures.Deals([Line(1, 11, 12), Line(2, 12, null)]).Count);
    }
}

[UsesDatabase]
public sealed class FigureTests : IAsyncLifetime
{
    private readonly Village _village = new();

    public ValueTask InitializeAsync() => _village.InitializeAsync();

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task A_network_and_an_activity_show_sums_of_five_firms_and_never_a_single_line()
    {
        var people = new List<Member>();
        for (var i = 0; i < 6; i++)
            people.Add(await _village.Settle($"m{i}@example.org", $"Member {i}", _village.Home));
        var activity = await _village.Held([.. people]);
        using var visitor = _village.House.Reader();
        var day = DateOnly.FromDateTime(Doing.Evening.UtcDateTime);
        for (var i = 0; i < 6; i++)
        {
            var firm = await _village.Firm($"Firm {i}", people[i]);
            await _village.House.Store(
                new LedgerEntry(
                    firm.Id,
                    LedgerTown.Deal(DealStage.Contract, i < 5 ? "IQ" : "NO", day, activity.Id),
                    people[i].Id,
                    Doing.Evening
                )
            );
            if (i == 3)
            {
                // Four firms in the next month: nobody's figure.
                _village.House.Clock.Move(Doing.Evening.AddDays(31) - _village.House.Clock.GetUtcNow());
                await _village.Asks();
                Assert.Contains("Fewer than five firms", (await visitor.Open("/networks/norr/results")).Text, StringComparison.Ordinal);
            }
        }
        await _village.Asks();
        _village.House.Clock.Move(TimeSpan.FromDays(31));
        Page page = null!;
        // A page that is kept is drawn anew within a second.
        await Words.Come(
            async () => (page = await visitor.Open("/networks/norr/results")).Html.QuerySelector("tbody tr") is not null,
            TimeSpan.FromSeconds(20)
        );
        // Norway is one firm's: with it Iraq would be known, too, so both are "others".
        var rows = page.Html.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))).ToList();
        Assert.Equal(["contracts 6 6", "all the others together 6 6", "up to 250,000 kronor 6 6"], rows);
        Assert.Contains("6 people were asked what came of it; fewer than five answered", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zagros", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Firm 5", page.Body, StringComparison.Ordinal);
        using var member = await _village.As("m0@example.org");
        Assert.Contains(
            "contracts66",
            (await member.Open($"/activities/{activity.Id}")).One("#results tbody").TextContent,
            StringComparison.Ordinal
        );
    }
}
