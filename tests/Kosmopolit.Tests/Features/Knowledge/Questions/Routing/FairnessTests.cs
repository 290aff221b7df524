using CsCheck;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Knowledge.Questions.Routing;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Platform.Notices;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;

namespace Kosmopolit.Tests.Features.Knowledge.Questions.Routing;

/// <summary>Nobody is asked more than twice within seven days, whatever happens at once; and less if they wish so.</summary>
[UsesDatabase]
public sealed class FairnessTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;

    private House House => _village.House;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Trader("karim@example.org", "Karim");
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Many_questions_at_once_ask_nobody_more_than_twice()
    {
        for (var i = 0; i < 12; i++)
            await _village.SetsOut(_berit.Id, Bringing.Everyone, $"Lunch number {i}?");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(House.Bring)));
        Assert.Equal(Ask.MostAWeek, (await House.All<Ask>()).Count(a => a.MemberId == _karim.Id));
        // Before a week is over nothing changes; then two more, and no third.
        House.Clock.Move(TimeSpan.FromDays(6));
        await _village.SetsOut(_berit.Id, Bringing.Everyone, "Still too soon?");
        await House.Bring();
        Assert.Equal(Ask.MostAWeek, (await House.All<Ask>()).Count(a => a.MemberId == _karim.Id));
        House.Clock.Move(TimeSpan.FromDays(1.1));
        for (var i = 0; i < 4; i++)
            await _village.SetsOut(_berit.Id, Bringing.Everyone, $"A week later {i}?");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(House.Bring)));
        var at = (await House.All<Ask>()).Where(a => a.MemberId == _karim.Id).Select(a => a.At).Order().ToList();
        Assert.Equal(2 * Ask.MostAWeek, at.Count);
        Assert.All(at, first => Assert.InRange(at.Count(x => x >= first && x - first < Ask.Span), 1, Ask.MostAWeek));
    }

    [Fact]
    public async Task One_number_of_a_members_asks_is_given_once()
    {
        var (first, second) = (await _village.SetsOut(_berit.Id, Bringing.Everyone), await _village.SetsOut(_berit.Id, Bringing.Everyone));
        var (now, knower) = (House.Clock.GetUtcNow(), new Knower(_karim.Id, 1, [], []));
        await House.Store(new Ask(first, knower, 1, RouteStep.Nearest, now));
        await Assert.ThrowsAnyAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() =>
            House.Store(new Ask(second, knower, 1, RouteStep.Nearest, now))
        );
    }

    [Fact]
    public async Task Who_wishes_less_or_is_away_is_left_in_peace()
    {
        using var karim = await _village.As("karim@example.org");
        var saved = await karim.Submit((await karim.Open("/me/asked")).Form("form", ("Input.PerWeek", "1")));
        Assert.Equal("1", saved.One("select[name='Input.PerWeek'] option[selected]").GetAttribute("value"));
        await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        Assert.Single(await House.All<Ask>(), a => a.MemberId == _karim.Id);
        House.Clock.Move(TimeSpan.FromDays(30));
        await karim.Submit(
            (await karim.Open("/me/asked")).Form("form", ("Input.AwayFrom", "2026-12-20"), ("Input.AwayUntil", "2027-01-06"))
        );
        await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        Assert.Single(await House.All<Ask>(), a => a.MemberId == _karim.Id);
        var refused = await karim.Submit(
            (await karim.Open("/me/asked")).Form("form", ("Input.AwayFrom", "2027-02-20"), ("Input.AwayUntil", "2027-02-06"))
        );
        Assert.Contains("cannot be before the first", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_waits_for_the_morning_takes_an_answer_and_ends_with_one_press()
    {
        House.Clock.Move(TimeSpan.FromHours(13));
        var question = await _village.SetsOut(_berit.Id, Bringing.Everyone);
        await House.Bring();
        await House.WriteAsks();
        Assert.Null(await _village.MailTo("karim@example.org"));
        House.Clock.Move(TimeSpan.FromHours(10));
        await House.WriteAsks();
        await House.WriteAsks();
        var mail = (await _village.MailTo("karim@example.org"))!;
        Assert.Contains(Asking.Title, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("you know Saudi Arabia", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/questions/{question.Id}", mail.Text, StringComparison.Ordinal);
        using var program = House.Reader();
        await program.Send(() => new HttpRequestMessage(HttpMethod.Post, new Uri(mail.Unsubscribe).PathAndQuery));
        Assert.Equal(Pace.Never, (await House.All<AskWishes>()).Single().Pace);
        await program.Send(() => new HttpRequestMessage(HttpMethod.Post, new Uri(mail.Unsubscribe).PathAndQuery));
        Assert.Single(await House.All<AskWishes>());
    }

    [Fact]
    public async Task What_is_not_public_is_not_in_the_mail()
    {
        await _village.SetsOut(_berit.Id, new Circle(Reach.Network, _village.Home.Id));
        await House.Bring();
        await House.WriteAsks();
        var mail = (await _village.MailTo("karim@example.org"))!;
        Assert.DoesNotContain("Ramadan", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("Log in to read", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_packed_is_unpacked() =>
        Gen.Select(Gen.Enum<EvidenceKind>(), Gen.String[Gen.Char['A', 'Z'], 0, 4], Gen.Int[0, 3000], Gen.Int[0, 3000])
            .Select(
                (kind, code, a, b) =>
                    new Evidence(kind, code, a)
                    {
                        From = b,
                        Until = a,
                        Contact = b,
                        Topics = a,
                    }
            )
            .List[0, 6]
            .Sample(all => Assert.Equal(all, Evidence.Unpack(Evidence.Pack(all))));

    [Fact]
    public void Even_is_nought_and_all_for_one_is_nearly_one()
    {
        Assert.Equal(0, Fairness.Gini([]));
        Assert.Equal(0, Fairness.Gini([3, 3, 3]), 6);
        Assert.Equal(0.9, Fairness.Gini([0, 0, 0, 0, 0, 0, 0, 0, 0, 7]), 6);
        Gen.Int[0, 50].List[1, 40].Sample(counts => Assert.InRange(Fairness.Gini(counts), 0, 1));
    }
}
