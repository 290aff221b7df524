using System.Net;
using Kosmopolit.Features.Knowledge.Questions;
using Kosmopolit.Features.Members.People;
using Kosmopolit.Features.Search;
using Kosmopolit.Platform.Auth;
using Kosmopolit.Tests.Features.Members;
using Kosmopolit.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Kosmopolit.Tests.Features.Knowledge.Questions;

/// <summary>Promise 2 for questions: whom a question is not for does not see it, count it, find it, or hear of it.</summary>
[UsesDatabase]
public sealed class QuestionCircleTests : IAsyncLifetime
{
    private readonly Village _village = new();
    private Member _berit = null!;
    private Member _karim = null!;
    private Question _open = null!;
    private Question _near = null!;
    private Question _between = null!;

    public async ValueTask InitializeAsync()
    {
        await _village.InitializeAsync();
        _berit = await _village.Settle("berit@example.org", "Berit", _village.Home);
        _karim = await _village.Settle("karim@example.org", "Karim", _village.Home);
        _open = await _village.Asked(_berit.Id, new Circle(Reach.Public), "Zebra for everyone?");
        _near = await _village.Asked(_berit.Id, new Circle(Reach.Network, _village.Home.Id), "Zebra for the network?");
        _between = await _village.Asked(_berit.Id, new Circle(Reach.NamedPerson, NamedId: _karim.Id), "Zebra between two?");
        await Words.Ready(_village.House);
    }

    public ValueTask DisposeAsync() => _village.DisposeAsync();

    [Fact]
    public async Task Each_reader_has_the_questions_of_their_circle()
    {
        foreach (var (reader, seen) in await Readers())
            using (reader)
            {
                var list = await reader.Open("/questions");
                foreach (var (question, at) in new[] { (_open, 0), (_near, 1), (_between, 2) })
                {
                    (await reader.Open($"/questions/{question.Id}")).Is(at < seen ? HttpStatusCode.OK : HttpStatusCode.NotFound);
                    Assert.Equal(at < seen, list.Text.Contains(question.Title, StringComparison.Ordinal));
                }
                // The number beside the country counts nothing that is hidden either.
                Assert.Contains($"({seen})", list.Html.QuerySelector("option[value=SA]")!.TextContent, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task The_feed_is_everyones_however_its_reader_is_signed_in()
    {
        using var karim = await _village.As("karim@example.org");
        var feed = (await karim.Open("/questions.atom")).Body;
        Assert.Contains(_open.Title, feed, StringComparison.Ordinal);
        Assert.DoesNotContain("network?", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("between", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_and_counts_what_the_reader_may_read()
    {
        var question = new SearchQuestion("zebra", Kinds.Question, ReaderLanguage: "en");
        await Words.Come(async () => (await Find(question, Me.Visitor)).Total == 1, TimeSpan.FromSeconds(20));
        Assert.Equal(_open.Id, Assert.Single((await Find(question, Me.Visitor)).Hits).Id);
        var near = await Find(
            question,
            new Me
            {
                AccountId = Guid.NewGuid(),
                MemberId = Guid.NewGuid(),
                Networks = [_village.Home.Id],
            }
        );
        Assert.Equal(2, near.Total);
        Assert.Equal(2, near.TotalsByKind[Kinds.Question]);
        var away = await Find(
            question,
            new Me
            {
                AccountId = Guid.NewGuid(),
                MemberId = Guid.NewGuid(),
                Networks = [_village.Away.Id],
            }
        );
        Assert.Equal(1, away.Total);
        // What was asked of one person is in no index, not even for that person.
        var named = new Me
        {
            AccountId = _karim.AccountId,
            MemberId = _karim.Id,
            Networks = [_village.Home.Id],
        };
        Assert.Equal(2, (await Find(question, named)).Total);
        Assert.Equal(0, (await Find(question with { Country = "NO" }, named)).Total);
    }

    [Fact]
    public async Task A_question_is_found_before_it_is_asked_again()
    {
        await Words.Come(
            async () => (await Find(new SearchQuestion("zebra", Kinds.Question), Me.Visitor)).Total == 1,
            TimeSpan.FromSeconds(20)
        );
        using var nils = await _village.As(_village.Neighbour);
        var form = (await nils.Open("/questions/new")).Form("form[data-keep=ask]", ("Input.Title", "A zebra for everyone?"));
        var known = await nils.Submit(form);
        Assert.Contains(_open.Title, known.One("#likely").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("network", known.One("#likely").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await _village.House.All<Question>()).Count);
    }

    private async Task<IEnumerable<(Reader Reader, int Seen)>> Readers() =>
        [
            (_village.House.Reader(), 1),
            (await _village.As(_village.Neighbour), 1),
            (await _village.As(_village.Coordinator), 2),
            (await _village.As("karim@example.org"), 3),
            (await _village.As("berit@example.org"), 3),
        ];

    private async Task<SearchAnswer> Find(SearchQuestion question, Me me)
    {
        await using var scope = _village.House.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Finder>().Find(question, me, Until.Stopped);
    }
}
